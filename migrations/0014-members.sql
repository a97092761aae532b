-- Who holds or held a role in an account, in the order in which its list of users is read.
create table account_members (
  account_id uuid not null references accounts,
  person_id uuid not null references people,
  sort_key text collate "C" not null,
  primary key (account_id, person_id)
);
create index account_members_by_name on account_members (account_id, sort_key, person_id);
create index account_members_of on account_members (person_id);

create function member_sort_key(last_name text, first_name text) returns text language sql immutable
  as $$ select left(lower(last_name || ' ' || first_name), 200) $$;

create function note_member() returns trigger language plpgsql as $$
begin
  insert into account_members (account_id, person_id, sort_key)
  select new.account_id, p.id, member_sort_key(p.last_name, p.first_name) from people p where p.id = new.person_id
  on conflict do nothing;
  return null;
end $$;
create trigger note_member after insert on grants for each row execute function note_member();

create function sort_member_anew() returns trigger language plpgsql as $$
begin
  update account_members set sort_key = member_sort_key(new.last_name, new.first_name) where person_id = new.id;
  return null;
end $$;
create trigger sort_member_anew after update of first_name, last_name on people
  for each row when (old.first_name <> new.first_name or old.last_name <> new.last_name)
  execute function sort_member_anew();

insert into account_members (account_id, person_id, sort_key)
select distinct g.account_id, p.id, member_sort_key(p.last_name, p.first_name)
from grants g join people p on p.id = g.person_id;

-- The day on which somebody was last here, and nothing finer.
create table person_activity (
  person_id uuid primary key,
  seen_on date not null
);
create function note_activity(person uuid, at timestamptz) returns void language sql as $$
  insert into person_activity as a (person_id, seen_on) values (person, (at at time zone 'UTC')::date)
  on conflict (person_id) do update set seen_on = excluded.seen_on where a.seen_on < excluded.seen_on
$$;
create function note_session() returns trigger language plpgsql as $$
begin
  perform note_activity(new."userId", new."seenAt");
  return null;
end $$;
create trigger note_session after insert or update of "seenAt" on auth.session
  for each row execute function note_session();
create function note_token() returns trigger language plpgsql as $$
begin
  perform note_activity(new.person_id, new.last_used_at);
  return null;
end $$;
create trigger note_token after update of last_used_at on personal_tokens
  for each row when (new.last_used_at is not null) execute function note_token();

insert into person_activity (person_id, seen_on)
select "userId", (max("seenAt") at time zone 'UTC')::date from auth.session group by "userId";

-- Somebody without access is asked by mail to take it.
create table invitations (
  account_id uuid not null references accounts,
  id uuid not null,
  -- blank once nobody needs it any more; the hash finds it
  address text not null,
  address_hash bytea not null,
  role text not null check (role in ('SA', 'AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  virtual_account_ids uuid[] not null default '{}',
  ends_at timestamptz,
  locale text not null check (locale in ('en', 'fr')),
  invited_by uuid not null references people,
  invited_at timestamptz not null,
  lapses_at timestamptz not null,
  -- how often it was mailed
  mailed integer not null default 1,
  last_mailed_at timestamptz not null,
  -- of the link in the newest mail
  link_hash bytea unique,
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text check (outcome in ('ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
  primary key (account_id, id),
  check ((settled_at is null) = (outcome is null)),
  check ((role in ('VA', 'VU', 'VV')) = (cardinality(virtual_account_ids) > 0))
);
create unique index invitations_one_open on invitations (account_id, address_hash) where settled_at is null;
create index invitations_open on invitations (account_id, id desc) where settled_at is null;
create index invitations_address on invitations (address_hash) where settled_at is null;

-- Making somebody an account administrator takes two people: one proposes, another confirms or refuses.
create table administrator_proposals (
  account_id uuid not null references accounts,
  id uuid not null,
  person_id uuid not null references people,
  ends_at timestamptz,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null,
  lapses_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text check (outcome in ('CONFIRMED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  primary key (account_id, id),
  check ((settled_at is null) = (outcome is null)),
  check (lapses_at > proposed_at),
  check (person_id <> proposed_by),
  -- two are two people, and none of them is the third
  check (outcome <> 'CONFIRMED' or (settled_by <> proposed_by and settled_by <> person_id))
);
create unique index administrator_proposals_one_open on administrator_proposals (account_id, person_id)
  where settled_at is null;

-- Many people at once: read first, shown line by line, then worked off.
create table member_batches (
  account_id uuid not null references accounts,
  id uuid not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  lines integer not null,
  confirmed_at timestamptz,
  -- lines worked off
  done integer not null default 0,
  finished_at timestamptz,
  primary key (account_id, id)
);
create index member_batches_of on member_batches (made_by, made_at);
create table member_batch_lines (
  account_id uuid not null,
  batch_id uuid not null,
  n integer not null,
  -- where it stands in the file
  line integer not null,
  address text not null,
  role text not null,
  place text not null,
  ends text not null,
  outcome text,
  primary key (account_id, batch_id, n),
  foreign key (account_id, batch_id) references member_batches (account_id, id) on delete cascade
);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on account_members to %I', app);
  execute format('grant select, insert, update, delete on person_activity to %I', app);
  execute format('grant select, insert on invitations to %I', app);
  execute format('grant update (address, address_hash, mailed, last_mailed_at, lapses_at, link_hash, settled_at, settled_by, outcome) on invitations to %I', app);
  execute format('grant select, insert on administrator_proposals to %I', app);
  execute format('grant update (settled_at, settled_by, outcome) on administrator_proposals to %I', app);
  execute format('grant select, insert, update, delete on member_batches to %I', app);
  execute format('grant select, insert, update, delete on member_batch_lines to %I', app);
end $$;
