-- What accounts agree to: texts of the installation, in versions that never change.
create table agreements (
  -- the installation
  account_id uuid not null,
  id uuid not null,
  created_at timestamptz not null default app_now(),
  -- since when nobody has to accept it any more
  retired_at timestamptz,
  primary key (account_id, id)
);
create table agreement_versions (
  account_id uuid not null,
  agreement_id uuid not null,
  version integer not null check (version > 0),
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  text_en text not null check (text_en <> ''),
  text_fr text not null check (text_fr <> ''),
  -- from when an account must have accepted it; until then the version before holds
  required_from timestamptz not null,
  published_at timestamptz not null default app_now(),
  published_by uuid references people,
  primary key (account_id, agreement_id, version),
  foreign key (account_id, agreement_id) references agreements (account_id, id)
);

-- Who accepted which version for which account: the first one binds it.
create table agreement_acceptances (
  account_id uuid not null references accounts,
  agreement_id uuid not null,
  version integer not null,
  person_id uuid not null references people,
  accepted_at timestamptz not null default app_now(),
  primary key (account_id, agreement_id, version)
);
create index agreement_acceptances_person on agreement_acceptances (person_id);

-- How names and identifiers look, so that a new account's can be compared with those that are there. Null: to be worked
-- out at the next comparison, since a name or an identifier has changed.
create table account_looks (
  account_id uuid primary key references accounts,
  name_looks text,
  identifier_looks text,
  check ((name_looks is null) = (identifier_looks is null))
);
create index account_looks_name on account_looks (name_looks);
create index account_looks_identifier on account_looks (identifier_looks);
create index account_looks_stale on account_looks (account_id) where name_looks is null;
insert into account_looks (account_id) select id from accounts;
create function forget_looks() returns trigger language plpgsql as $$
begin
  insert into account_looks (account_id) values (new.id)
    on conflict (account_id) do update set name_looks = null, identifier_looks = null;
  return new;
end $$;
create trigger looks after insert or update of name, identifier on accounts
  for each row execute function forget_looks();
create index accounts_verified_domains on accounts using gin (verified_domains);

-- Applications for new accounts. There is no account yet, so they belong to the installation.
create table account_applications (
  account_id uuid not null,
  id uuid not null,
  reference text not null,
  requester_id uuid not null references people,
  whose text not null check (whose in ('OWN', 'OTHER')),
  identifier text not null,
  name text not null,
  type text not null check (type in ('CUSTOMER', 'HOLDING', 'LIMITED')),
  reason text not null,
  -- why a new one, although there are others like it
  insists text not null default '',
  profile jsonb not null,
  nominee_address text not null,
  -- counts the nominees and the times they were asked anew
  nominee_round integer not null default 1,
  nominee_asked_at timestamptz,
  reminders integer not null default 0,
  reminded_at timestamptz,
  status text not null check (status in
    ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
  action text check (action in ('OPERATOR', 'NOMINEE')),
  -- what a person must look at, and who has
  checks text[] not null default '{}',
  cleared_by uuid references people,
  cleared_at timestamptz,
  proof text check (proof in ('DNS', 'ROLE_MAIL')),
  proved_at timestamptz,
  version integer not null default 1,
  submitted_at timestamptz not null,
  settled_at timestamptz,
  new_account_id uuid references accounts,
  primary key (account_id, id),
  check ((proof is null) = (proved_at is null)),
  check ((cleared_by is null) = (cleared_at is null)),
  check ((action is not null) = (status = 'ACTION_NEEDED')),
  check ((settled_at is null) = (status in ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE'))),
  check ((new_account_id is not null) = (status = 'ACTIVE'))
);
create unique index account_applications_reference on account_applications (account_id, reference);
create index account_applications_mine on account_applications (requester_id, id desc);
create index account_applications_nominee on account_applications (nominee_address, id desc);
create index account_applications_queue on account_applications (account_id, status, id);
create index account_applications_account on account_applications (new_account_id) where new_account_id is not null;
-- The same form pressed twice from two windows makes one application.
create unique index account_applications_one_open on account_applications (account_id, requester_id, identifier)
  where status in ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE');
create index account_applications_identifier on account_applications (account_id, identifier)
  where status in ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE');

-- What happened to an application, in order, with what was said.
create table application_steps (
  account_id uuid not null,
  application_id uuid not null,
  n integer not null,
  kind text not null,
  person_id uuid references people,
  note text not null default '',
  at timestamptz not null default app_now(),
  primary key (account_id, application_id, n),
  foreign key (account_id, application_id) references account_applications (account_id, id)
);
create index application_steps_person on application_steps (person_id);

-- Links that are mailed about an application: only the hash is kept.
create table application_links (
  hash bytea primary key,
  account_id uuid not null,
  application_id uuid not null,
  purpose text not null check (purpose in ('CONFIRM_DOMAIN', 'NOMINEE')),
  -- the domain that is asked, and which nominee
  domain text,
  round integer,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (account_id, application_id) references account_applications (account_id, id)
);
create index application_links_application on application_links (account_id, application_id);

-- Whoever asked for an account, or is to administer it, clears no check of it, whatever the code above says.
create function refuse_own_clearing() returns trigger language plpgsql as $$
begin
  if new.cleared_by = new.requester_id
     or exists (select from people p where p.id = new.cleared_by and p.address = new.nominee_address) then
    raise exception 'Nobody clears their own application' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger not_own_clearing before update on account_applications
  for each row when (new.cleared_by is not null and old.cleared_by is null) execute function refuse_own_clearing();

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on agreement_versions, agreement_acceptances to %I', app);
  execute format('grant select, insert, update on agreements, account_looks, account_applications to %I', app);
  execute format('grant select, insert on application_steps to %I', app);
  -- only what somebody typed, for the day they are erased
  execute format('grant update (note) on application_steps to %I', app);
  execute format('grant select, insert, update, delete on application_links to %I', app);
end $$;
