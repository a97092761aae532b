-- Being away: from the first moment (null: since ever) to the last; the day one is back is not part of it.
alter table people
  add column away_from timestamptz,
  add column away_note text not null default '' check (length(away_note) <= 200);

-- Who stands in for somebody in an account while they are away. It gives no right: whoever stands in decides with
-- what they hold themselves.
create table delegates (
  account_id uuid not null references accounts,
  person_id uuid not null references people,
  delegate_id uuid not null references people,
  chosen_at timestamptz not null default app_now(),
  primary key (account_id, person_id),
  check (person_id <> delegate_id)
);
create index delegates_of on delegates (delegate_id, account_id);
create index delegates_person on delegates (person_id);

-- For whom the decision was taken too: those who were away, and whose delegate the decider was.
alter table decisions add column for_ids uuid[] not null default '{}';

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update, delete on delegates to %I', app);
end $$;
