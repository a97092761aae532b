-- What happens to whole accounts, people who turn out to be one, and lists that are taken in from files.
alter table accounts
  add column merged_into uuid references accounts,
  add column closed_at timestamptz,
  add check (merged_into is null or (status = 'CLOSED' and merged_into <> id));
create index accounts_merged on accounts (merged_into) where merged_into is not null;
-- The operator's list, by status and by type.
create index accounts_by_status on accounts (status, identifier);
create index accounts_by_type on accounts (type, identifier);

-- An identifier that was given up: nobody else gets it for a while, and only those who have rights find the account by it.
create table former_identifiers (
  identifier text primary key,
  account_id uuid not null references accounts,
  reserved_until timestamptz not null
);
create index former_identifiers_account on former_identifiers (account_id);

-- What somebody wants done with a whole account. Most of it takes two people who do not belong to the account.
create table account_changes (
  account_id uuid not null references accounts,
  id uuid not null,
  kind text not null check (kind in ('SUSPEND', 'RESUME', 'CLOSE', 'MERGE', 'IDENTIFIER', 'TYPE', 'LIST')),
  -- the other account, the new identifier or type
  what jsonb not null default '{}',
  reason text not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  -- the first of the two, who may be who asked
  first_by uuid references people,
  first_at timestamptz,
  second_by uuid references people,
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text check (outcome in ('DONE', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  answer text not null default '',
  version integer not null default 1,
  primary key (account_id, id),
  check ((settled_at is null) = (outcome is null)),
  check ((first_by is null) = (first_at is null)),
  check (outcome <> 'DONE' or first_by is not null),
  check (outcome <> 'DONE' or kind in ('SUSPEND', 'RESUME') or (second_by is not null and second_by <> first_by)),
  check (lapses_at >= asked_at)
);
create unique index account_changes_one_open on account_changes (account_id) where settled_at is null;
create index account_changes_open on account_changes (asked_at, id) where settled_at is null;
create index account_changes_asked on account_changes (asked_by);

-- Two identities that turned out to be one person: the one that stays, and for whom every act of the other counts.
alter table people
  add column merged_into uuid references people,
  add column merged_at timestamptz,
  add check ((merged_into is null) = (merged_at is null)),
  add check (merged_into is null or (status <> 'ACTIVE' and merged_into <> id));
create index people_merged on people (merged_into) where merged_into is not null;
create index people_by_status on people (status, address);

create function person_of(someone uuid) returns uuid language sql stable as $$
  select coalesce((select p.merged_into from people p where p.id = someone), someone)
$$;

-- Two are two people, whatever the code above says.
create function refuse_change_by_one() returns trigger language plpgsql as $$
begin
  if new.kind not in ('SUSPEND', 'RESUME') and person_of(new.first_by) = person_of(new.second_by) then
    raise exception 'Two people change an account' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger two_people before insert or update on account_changes
  for each row when (new.outcome = 'DONE') execute function refuse_change_by_one();

create or replace function refuse_own_decision() returns trigger language plpgsql as $$
begin
  if exists (select from access_requests r where r.account_id = new.account_id and r.id = new.request_id
             and person_of(new.decided_by) in (person_of(r.requester_id), person_of(r.beneficiary_id))) then
    raise exception 'Nobody decides their own request' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function refuse_own_proposal() returns trigger language plpgsql as $$
begin
  if exists (select from access_requests r where r.account_id = new.account_id and r.id = new.request_id
             and (person_of(new.proposed_by) in (person_of(r.requester_id), person_of(r.beneficiary_id))
               or person_of(new.settled_by) in (person_of(r.requester_id), person_of(r.beneficiary_id)))) then
    raise exception 'Nobody decides their own request' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'CONFIRMED' and person_of(new.proposed_by) = person_of(new.settled_by) then
    raise exception 'Two agents decide' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function refuse_lonely_claim() returns trigger language plpgsql as $$
begin
  if (select count(distinct person_of(a.agent_id)) from claim_approvals a
        where a.account_id = new.account_id and a.claim_id = new.id
        and person_of(a.agent_id) <> person_of(new.claimant_id)) < 2
     or new.notice_ends_at is null or new.notice_ends_at > app_now() then
    raise exception 'Two agents grant a claim, after its notice' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function refuse_own_removal() returns trigger language plpgsql as $$
begin
  if exists (select from grants g where g.account_id = new.account_id and g.id = new.grant_id
             and (person_of(g.person_id) = person_of(new.proposed_by)
               or (new.outcome = 'CONFIRMED' and person_of(g.person_id) = person_of(new.settled_by)))) then
    raise exception 'Nobody is one of the two for their own removal' using errcode = 'insufficient_privilege';
  end if;
  if new.outcome = 'CONFIRMED' and person_of(new.proposed_by) = person_of(new.settled_by) then
    raise exception 'Two people remove an administrator' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- While an account is suspended, the clocks of its requests stand still.
alter table access_requests drop constraint access_requests_clock_stopped_for_check;
alter table access_requests add constraint access_requests_clock_stopped_for_check
  check (clock_stopped_for in ('INFORMATION', 'SUPPORT', 'ACCOUNT'));

-- What operators choose on the settings page; null: what the settings file says.
alter table installation_settings
  add column name text check (length(name) between 1 and 60),
  add column support_may_decide boolean,
  add column show_administrators text not null default 'NAMES' check (show_administrators in ('NAMES', 'RELAY', 'NONE')),
  add column general_version integer not null default 1;

-- Lists that are taken in from files, line by line; `at_line` is how far it got.
create table imports (
  id uuid primary key,
  kind text not null check (kind in ('ACCOUNTS', 'VIRTUAL_ACCOUNTS', 'PEOPLE', 'ROLES')),
  state text not null check (state in ('CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'DROPPED')),
  -- gone once it is done or dropped
  content bytea not null,
  sha256 bytea not null,
  lines integer not null,
  at_line integer not null default 0,
  fine integer not null default 0,
  unchanged integer not null default 0,
  wrong integer not null default 0,
  started_by uuid references people,
  created_at timestamptz not null default app_now(),
  changed_at timestamptz not null default app_now()
);
alter table imports alter column content set storage external;
create index imports_newest on imports (created_at desc, id desc);

-- What is wrong with a line: where, and a word of a closed list; never what stands there.
create table import_problems (
  import_id uuid not null references imports on delete cascade,
  line integer not null,
  n integer not null,
  field text not null,
  problem text not null,
  primary key (import_id, line, n)
);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update, delete on former_identifiers to %I', app);
  execute format('grant select, insert on account_changes to %I', app);
  execute format('grant update (reason, first_by, first_at, second_by, settled_at, settled_by, outcome, answer, version)
    on account_changes to %I', app);
  execute format('grant select, insert, update, delete on imports, import_problems to %I', app);
end $$;
