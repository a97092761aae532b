-- Removing an account administrator takes two people: one proposes, another confirms or refuses.
create table administrator_removals (
  account_id uuid not null references accounts,
  id uuid not null,
  grant_id uuid not null,
  proposed_by uuid not null references people,
  -- in the words of whoever proposed it; the other administrators and the person concerned read it
  reason text not null,
  proposed_at timestamptz not null,
  lapses_at timestamptz not null,
  -- set when nobody else could be the second: until then the person concerned may object
  notice_ends_at timestamptz,
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text check (outcome in ('CONFIRMED', 'UNOPPOSED', 'GIVEN_UP', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  answer text not null default '',
  primary key (account_id, id),
  foreign key (account_id, grant_id) references grants (account_id, id),
  check ((settled_at is null) = (outcome is null)),
  -- two are two people
  check (outcome <> 'CONFIRMED' or settled_by <> proposed_by),
  check (outcome <> 'UNOPPOSED' or (notice_ends_at is not null and settled_at >= notice_ends_at)),
  check (lapses_at > proposed_at and notice_ends_at < lapses_at)
);
create unique index administrator_removals_one_open on administrator_removals (account_id, grant_id)
  where settled_at is null;

-- Nobody confirms their own removal, and nobody proposes it, whatever the code above says.
create function refuse_own_removal() returns trigger language plpgsql as $$
begin
  if exists (select from grants g where g.account_id = new.account_id and g.id = new.grant_id
             and (g.person_id = new.proposed_by or (new.outcome = 'CONFIRMED' and g.person_id = new.settled_by))) then
    raise exception 'Nobody is one of the two for their own removal' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger not_own_removal before insert or update on administrator_removals
  for each row execute function refuse_own_removal();

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on administrator_removals to %I', app);
  execute format('grant update (reason, settled_at, settled_by, outcome, answer) on administrator_removals to %I', app);
end $$;
