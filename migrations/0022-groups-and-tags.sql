-- People who hold one role together: whoever is in the group holds it, as long as both last.
create table user_groups (
  account_id uuid not null references accounts,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- never account administrator: that is given to each by two people
  role text not null check (role in ('AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  -- empty: the whole account
  virtual_account_ids uuid[] not null default '{}',
  version integer not null default 1,
  created_by uuid references people,
  created_at timestamptz not null default app_now(),
  closed_at timestamptz,
  primary key (account_id, id),
  check ((role in ('VA', 'VU', 'VV')) = (cardinality(virtual_account_ids) > 0))
);
create unique index user_groups_name on user_groups (account_id, lower(name)) where closed_at is null;

create table user_group_members (
  account_id uuid not null,
  group_id uuid not null,
  person_id uuid not null references people,
  added_by uuid references people,
  added_at timestamptz not null default app_now(),
  primary key (account_id, group_id, person_id),
  foreign key (account_id, group_id) references user_groups (account_id, id)
);
create index user_group_members_person on user_group_members (person_id, account_id);

-- The same role may come from a group and from elsewhere; each ends by itself.
alter table grants add column group_id uuid,
  add foreign key (account_id, group_id) references user_groups (account_id, id),
  add check ((group_id is not null) = (source = 'GROUP'));
drop index grants_once;
create unique index grants_once on grants
  (account_id, person_id, role, coalesce(virtual_account_id, '00000000-0000-0000-0000-000000000000'),
   coalesce(group_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;
create index grants_group on grants (account_id, group_id, person_id) where group_id is not null and revoked_at is null;

-- Whoever holds nothing of a group any more is in it no longer, however the grant ended.
create function leave_group() returns trigger language plpgsql as $$
begin
  delete from user_group_members m
  where m.account_id = new.account_id and m.group_id = new.group_id and m.person_id = new.person_id
    and not exists (select from grants g where g.account_id = new.account_id and g.group_id = new.group_id
      and g.person_id = new.person_id and g.revoked_at is null);
  return null;
end $$;
create constraint trigger leave_group after update on grants deferrable initially deferred
  for each row when (new.group_id is not null and old.revoked_at is null and new.revoked_at is not null)
  execute function leave_group();

-- An account's own words for its virtual accounts and its people.
create table custom_tags (
  account_id uuid not null references accounts,
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  created_by uuid references people,
  created_at timestamptz not null default app_now(),
  primary key (account_id, id)
);
create unique index custom_tags_name on custom_tags (account_id, lower(name));
create table virtual_account_tags (
  account_id uuid not null,
  tag_id uuid not null,
  virtual_account_id uuid not null,
  primary key (account_id, tag_id, virtual_account_id),
  foreign key (account_id, tag_id) references custom_tags (account_id, id) on delete cascade,
  foreign key (account_id, virtual_account_id) references virtual_accounts (account_id, id)
);
create index virtual_account_tags_of on virtual_account_tags (account_id, virtual_account_id);
create table person_tags (
  account_id uuid not null,
  tag_id uuid not null,
  person_id uuid not null references people,
  primary key (account_id, tag_id, person_id),
  foreign key (account_id, tag_id) references custom_tags (account_id, id) on delete cascade
);
create index person_tags_of on person_tags (account_id, person_id);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on user_groups to %I', app);
  execute format('grant update (name, role, virtual_account_ids, version, closed_at) on user_groups to %I', app);
  execute format('grant select, insert, delete on user_group_members, virtual_account_tags, person_tags, custom_tags to %I', app);
  execute format('grant update (name) on custom_tags to %I', app);
end $$;
