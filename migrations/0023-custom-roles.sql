-- Roles that an account makes for itself: named sets of actions, for the whole account or for virtual accounts.
create table custom_roles (
  account_id uuid not null references accounts,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  description text not null default '' check (length(description) <= 300),
  reach text not null check (reach in ('ACCOUNT', 'VIRTUAL')),
  -- never the granting of administrators, and nothing of the installation's own people
  actions text[] not null check (
    actions @> array['see-account', 'see-virtual-accounts']
    and not actions && array['change-administrators', 'change-account', 'decide-for-vacant-account', 'answer-cases']),
  version integer not null default 1,
  created_by uuid references people,
  created_at timestamptz not null default app_now(),
  changed_at timestamptz not null default app_now(),
  retired_at timestamptz,
  primary key (account_id, id)
);
create unique index custom_roles_name on custom_roles (account_id, lower(name)) where retired_at is null;

-- What it was called and contained, each time it was written.
create table custom_role_versions (
  account_id uuid not null,
  role_id uuid not null,
  version integer not null,
  name text not null,
  description text not null,
  actions text[] not null,
  changed_by uuid references people,
  changed_at timestamptz not null default app_now(),
  primary key (account_id, role_id, version),
  foreign key (account_id, role_id) references custom_roles (account_id, id)
);

-- A grant carries the actions of its custom role itself: who edits the role writes all its grants anew, so that
-- whoever locks a grant knows what it gives. CA: in the whole account, CV: in a virtual account.
alter table grants drop constraint grants_role_check, drop constraint grants_check;
alter table grants
  add column custom_role_id uuid,
  add column custom_actions text[],
  add constraint grants_role_check check (role in ('SA', 'AG', 'SU', 'SV', 'CA', 'VA', 'VU', 'VV', 'CV')),
  add constraint grants_scope check ((role in ('VA', 'VU', 'VV', 'CV')) = (virtual_account_id is not null)),
  add constraint grants_custom check ((role in ('CA', 'CV')) = (custom_role_id is not null)),
  add constraint grants_custom_actions check ((custom_role_id is null) = (custom_actions is null)),
  add constraint grants_custom_role foreign key (account_id, custom_role_id) references custom_roles (account_id, id),
  -- decides on access requests where it is held
  add column decides boolean not null generated always as
    (role in ('SA', 'VA') or coalesce('decide-requests' = any (custom_actions), false)) stored,
  -- sees more of the account than its name and its virtual accounts
  add column manages boolean not null generated always as
    (role in ('SA', 'VA', 'AG')
      or coalesce(not custom_actions <@ array['see-account', 'see-virtual-accounts', 'use'], false)) stored;
drop index grants_once;
create unique index grants_once on grants
  (account_id, person_id, role, coalesce(virtual_account_id, '00000000-0000-0000-0000-000000000000'),
   coalesce(group_id, '00000000-0000-0000-0000-000000000000'),
   coalesce(custom_role_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;
create index grants_deciders on grants (account_id, person_id) where decides and revoked_at is null;
create index grants_custom on grants (account_id, custom_role_id, person_id)
  where custom_role_id is not null and revoked_at is null;

-- What was decided, promised to somebody invited, or is given by a group, as a custom role.
alter table decisions drop constraint decisions_role_check;
alter table decisions
  add constraint decisions_role_check check (role in ('SA', 'AG', 'SU', 'SV', 'CA', 'VA', 'VU', 'VV', 'CV')),
  add column custom_role_id uuid,
  add column custom_role_version integer,
  add constraint decisions_custom check ((coalesce(role, '') in ('CA', 'CV')) = (custom_role_id is not null)),
  add constraint decisions_custom_version check ((custom_role_id is null) = (custom_role_version is null)),
  add foreign key (account_id, custom_role_id, custom_role_version) references custom_role_versions;
alter table invitations drop constraint invitations_role_check, drop constraint invitations_check1;
alter table invitations
  add constraint invitations_role_check check (role in ('SA', 'AG', 'SU', 'SV', 'CA', 'VA', 'VU', 'VV', 'CV')),
  add constraint invitations_scope check ((role in ('VA', 'VU', 'VV', 'CV')) = (cardinality(virtual_account_ids) > 0)),
  add column custom_role_id uuid,
  add column custom_role_version integer,
  add constraint invitations_custom check ((role in ('CA', 'CV')) = (custom_role_id is not null)),
  add constraint invitations_custom_version check ((custom_role_id is null) = (custom_role_version is null)),
  add foreign key (account_id, custom_role_id, custom_role_version) references custom_role_versions;
alter table user_groups drop constraint user_groups_role_check, drop constraint user_groups_check;
alter table user_groups
  add constraint user_groups_role_check check (role in ('AG', 'SU', 'SV', 'CA', 'VA', 'VU', 'VV', 'CV')),
  add constraint user_groups_scope check ((role in ('VA', 'VU', 'VV', 'CV')) = (cardinality(virtual_account_ids) > 0)),
  add column custom_role_id uuid,
  add constraint user_groups_custom check ((role in ('CA', 'CV')) = (custom_role_id is not null)),
  add foreign key (account_id, custom_role_id) references custom_roles (account_id, id);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on custom_roles, custom_role_versions to %I', app);
  execute format('grant update (name, description, actions, version, changed_at, retired_at) on custom_roles to %I', app);
  execute format('grant update (custom_actions) on grants to %I', app);
  execute format('grant update (custom_role_id) on user_groups to %I', app);
end $$;
