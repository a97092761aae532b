-- Time. All SQL reads it here; only the owner of a test database replaces it.
create function app_now() returns timestamptz language sql stable parallel safe
  as $$ select statement_timestamp() $$;

-- The installation: one row.
create table installation (
  sole boolean primary key default true check (sole),
  demo boolean not null,
  created_at timestamptz not null default app_now()
);

-- Identity library. Passwords, accounts at identity providers and sessions; `user` is a word of this schema only.
create schema auth;
create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default app_now(),
  "updatedAt" timestamptz not null default app_now()
);
create table auth.session (
  id uuid primary key,
  token text not null unique,
  "userId" uuid not null references auth."user" on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default app_now(),
  "updatedAt" timestamptz not null default app_now(),
  "authenticatedAt" timestamptz not null default app_now(),
  "seenAt" timestamptz not null default app_now(),
  "endedAt" timestamptz
);
create index sessions_of_user on auth.session ("userId");
create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default app_now(),
  "updatedAt" timestamptz not null default app_now(),
  unique ("providerId", "accountId")
);
create index accounts_of_user on auth.account ("userId");
create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default app_now(),
  "updatedAt" timestamptz not null default app_now()
);

-- People. The id is the one of auth.user.
create table people (
  id uuid primary key,
  address text not null unique,
  verified_at timestamptz,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISABLED', 'ERASED')),
  first_name text not null default '',
  last_name text not null default '',
  preferred_first_name text not null default '',
  company text not null default '',
  country text not null default '',
  site_address text not null default '',
  company_phone text not null default '',
  directory_id text,
  -- field name to {"system": "…", "href": "…"}: who owns a field that cannot be changed here
  owned_fields jsonb not null default '{}',
  locale text not null default 'en' check (locale in ('en', 'fr')),
  time_zone text not null default 'UTC',
  is_support boolean not null default false,
  is_operator boolean not null default false,
  mail_bounced_at timestamptz,
  away_until timestamptz,
  demo boolean not null default false,
  created_at timestamptz not null default app_now()
);

-- Links that are mailed or printed: only the hash is kept, each opens once.
create table links (
  hash bytea primary key,
  purpose text not null check (purpose in ('VERIFY', 'RESET', 'CHANGE_ADDRESS', 'SIGN_IN', 'FIRST_OPERATOR')),
  person_id uuid references people on delete cascade,
  address text,
  payload jsonb not null default '{}',
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default app_now()
);
create index links_person on links (person_id, purpose);
-- A mail finds the link it was ordered for; the handle opens nothing.
create index links_handle on links ((payload ->> 'handle'));
create index links_address on links (address, purpose);

create table personal_tokens (
  person_id uuid not null references people on delete cascade,
  id uuid not null,
  name text not null,
  prefix text not null,
  hash bytea not null unique,
  scopes text[] not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default app_now(),
  primary key (person_id, id)
);

-- Counted attempts, in windows; `bucket` names what is limited and for whom.
create table limits (
  bucket text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, window_start)
);
create index limits_age on limits (window_start);
-- What was looked up, so that the same identifier twice counts once.
create table look_ups (
  person_id uuid not null references people on delete cascade,
  identifier text not null,
  hit boolean not null,
  looked_at timestamptz not null default app_now(),
  primary key (person_id, identifier)
);

-- What somebody typed and has not sent; survives a detour, an error and an expired session.
create table drafts (
  person_id uuid not null references people on delete cascade,
  form text not null,
  content jsonb not null,
  updated_at timestamptz not null default app_now(),
  primary key (person_id, form)
);

create table idempotency_keys (
  person_id uuid not null references people on delete cascade,
  key text not null,
  fingerprint bytea not null,
  account_id uuid,
  object_id uuid,
  answer jsonb not null,
  created_at timestamptz not null default app_now(),
  primary key (person_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Accounts.
create table accounts (
  id uuid primary key,
  identifier text not null unique,
  name text not null,
  type text not null check (type in ('CUSTOMER', 'HOLDING', 'LIMITED')),
  status text not null default 'ACTIVE' check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
  visibility text not null default 'RESTRICTED' check (visibility in ('LISTED', 'RESTRICTED')),
  time_zone text not null default 'UTC',
  verified_domains text[] not null default '{}',
  -- null: two people for an administrator role once the account has two administrators
  two_for_administrator boolean,
  show_administrators text not null default 'NAMES' check (show_administrators in ('NAMES', 'RELAY', 'NONE')),
  created_at timestamptz not null default app_now()
);

create table virtual_accounts (
  account_id uuid not null references accounts,
  id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 80),
  -- from the topmost to itself
  path uuid[] not null,
  is_default boolean not null default false,
  restricted boolean not null default false,
  created_at timestamptz not null default app_now(),
  primary key (account_id, id),
  foreign key (account_id, parent_id) references virtual_accounts (account_id, id)
);
create unique index virtual_accounts_one_default on virtual_accounts (account_id) where is_default;
create unique index virtual_accounts_name on virtual_accounts
  (account_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));

create table grants (
  account_id uuid not null references accounts,
  id uuid not null,
  person_id uuid not null references people,
  role text not null check (role in ('SA', 'AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  virtual_account_id uuid,
  source text not null check (source in ('REQUEST', 'DIRECT', 'GROUP', 'RULE', 'CREATION')),
  request_id uuid,
  decision_id uuid,
  given_by uuid references people,
  ends_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references people,
  created_at timestamptz not null default app_now(),
  primary key (account_id, id),
  foreign key (account_id, virtual_account_id) references virtual_accounts (account_id, id),
  check ((role in ('VA', 'VU', 'VV')) = (virtual_account_id is not null)),
  check ((source = 'REQUEST') = (decision_id is not null))
);
create index grants_person on grants (person_id, account_id) where revoked_at is null;
create index grants_holders on grants (account_id, role, person_id) where revoked_at is null;
create unique index grants_once on grants
  (account_id, person_id, role, coalesce(virtual_account_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;

-- Access requests.
create table access_requests (
  account_id uuid not null references accounts,
  id uuid not null,
  reference text not null,
  requester_id uuid not null references people,
  beneficiary_id uuid not null references people,
  status text not null check (status in
    ('PENDING', 'INFO_REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED')),
  stage text not null default 'WITH_ADMINS' check (stage in ('WITH_ADMINS', 'OVERDUE', 'WITH_SUPPORT')),
  version integer not null default 1,
  amendments integer not null default 0,
  status_changes integer not null default 0,
  ask_scope text not null check (ask_scope in ('ACCOUNT', 'VIRTUAL', 'UNSURE')),
  ask_virtual_account_ids uuid[] not null default '{}',
  ask_named text not null default '',
  ask_role text check (ask_role in ('SA', 'AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  ask_ends_at timestamptz,
  reason text not null,
  -- the account and the person, as they were seen when the request was sent
  account_name text not null,
  profile jsonb not null,
  previous_request_id uuid,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  last_reminded_at timestamptz,
  last_reminded_by_hand_at timestamptz,
  reminders_by_hand integer not null default 0,
  first_viewed_at timestamptz,
  settled_at timestamptz,
  primary key (account_id, id),
  check ((ask_scope = 'VIRTUAL') = (cardinality(ask_virtual_account_ids) > 0)),
  check ((settled_at is null) = (status in ('PENDING', 'INFO_REQUESTED'))),
  check (version = 1 + amendments + status_changes)
);
create unique index access_requests_one_open on access_requests (account_id, beneficiary_id)
  where status in ('PENDING', 'INFO_REQUESTED');
create index access_requests_mine on access_requests (requester_id, id desc);
create index access_requests_mine_open on access_requests (requester_id)
  where status in ('PENDING', 'INFO_REQUESTED');
create index access_requests_for on access_requests (beneficiary_id, id desc);
create index access_requests_open on access_requests (account_id, due_at, id)
  where status in ('PENDING', 'INFO_REQUESTED');
create index access_requests_settled on access_requests (account_id, settled_at desc, id desc)
  where status not in ('PENDING', 'INFO_REQUESTED');
create unique index access_requests_reference on access_requests (account_id, reference);
create index access_requests_by_reference on access_requests (reference);
-- The id alone names a request in an address.
create index access_requests_by_id on access_requests (id);

-- What was asked before an amendment, so that who saw it can see what changed.
create table amendments (
  account_id uuid not null,
  request_id uuid not null,
  version integer not null,
  ask jsonb not null,
  reason text not null,
  amended_at timestamptz not null default app_now(),
  primary key (account_id, request_id, version),
  foreign key (account_id, request_id) references access_requests (account_id, id)
);

create table decisions (
  account_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  decided_by uuid not null references people,
  verdict text not null check (verdict in ('APPROVE', 'DECLINE')),
  -- false: the first of two approvals; the request stays open
  final boolean not null,
  request_version integer not null,
  role text check (role in ('SA', 'AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  scope text check (scope in ('ACCOUNT', 'VIRTUAL')),
  virtual_account_ids uuid[] not null default '{}',
  ends_at timestamptz,
  code text,
  note text not null default '',
  private_note text not null default '',
  block_until timestamptz,
  decided_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, request_id) references access_requests (account_id, id),
  check ((verdict = 'APPROVE') = (role is not null and scope is not null)),
  check ((verdict = 'DECLINE') = (code is not null))
);
create unique index decisions_one_final on decisions (account_id, request_id) where final;
create unique index decisions_one_each on decisions (account_id, request_id, request_version, decided_by) where not final;

create table views (
  account_id uuid not null,
  request_id uuid not null,
  person_id uuid not null references people,
  -- the version last seen, so that an amendment is told to who saw the old text
  version integer not null,
  first_at timestamptz not null default app_now(),
  primary key (account_id, request_id, person_id),
  foreign key (account_id, request_id) references access_requests (account_id, id)
);

create table reminders (
  account_id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('BY_HAND', 'BY_CLOCK')),
  n integer not null,
  sent_by uuid references people,
  recipients integer not null,
  reminded_at timestamptz not null,
  primary key (account_id, request_id, kind, n),
  foreign key (account_id, request_id) references access_requests (account_id, id)
);

create table cases (
  account_id uuid not null references accounts,
  id uuid not null,
  reference text not null,
  request_id uuid,
  cause text not null check (cause in ('NOBODY_REACHABLE')),
  status text not null default 'OPEN' check (status in ('OPEN', 'WAITING_REQUESTER', 'WAITING_ACCOUNT', 'RESOLVED', 'CLOSED')),
  opened_at timestamptz not null default app_now(),
  primary key (account_id, id),
  unique (account_id, reference),
  foreign key (account_id, request_id) references access_requests (account_id, id)
);
create unique index cases_one_open on cases (account_id, request_id) where status <> 'CLOSED';

-- Event log: the application gives (account_id, id, body) and nothing else; the trigger does the rest.
create table chain_heads (
  account_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
create table events (
  account_id uuid not null,
  seq bigint not null default 0,
  id uuid not null,
  occurred_at timestamptz not null default app_now(),
  body text not null check (octet_length(body) <= 8192),
  previous_hash bytea not null default '\x',
  hash bytea not null default '\x',
  type text not null generated always as ((body::jsonb) ->> 'type') stored,
  actor_id uuid generated always as (((body::jsonb) ->> 'actor')::uuid) stored,
  request_id uuid generated always as (((body::jsonb) ->> 'request')::uuid) stored,
  primary key (account_id, seq)
);
create unique index events_id on events (account_id, id);
create index events_request on events (account_id, request_id, seq) where request_id is not null;
create index events_type on events (account_id, type, seq);
create index events_actor on events (account_id, actor_id, seq);

create function event_hash(previous bytea, n bigint, at timestamptz, account uuid, body text)
  returns bytea language sql immutable
  as $$
    select sha256(previous || convert_to(
      n::text || E'\n' || (extract(epoch from at) * 1000000)::bigint::text || E'\n' || account::text || E'\n' || body,
      'UTF8'))
  $$;

create function chain_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare head chain_heads;
begin
  if new.seq <> 0 or new.hash <> '\x' or new.previous_hash <> '\x' then
    raise exception 'The chain sets number and hash' using errcode = 'insufficient_privilege';
  end if;
  insert into chain_heads values (new.account_id, 0, sha256(convert_to(new.account_id::text, 'UTF8')))
    on conflict (account_id) do nothing;
  select * into head from chain_heads where account_id = new.account_id for update;
  new.seq := head.seq + 1;
  new.occurred_at := app_now();
  new.previous_hash := head.hash;
  new.hash := event_hash(head.hash, new.seq, new.occurred_at, new.account_id, new.body);
  update chain_heads set seq = new.seq, hash = new.hash where account_id = new.account_id;
  return new;
end $$;
create trigger chain before insert on events for each row execute function chain_event();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'History cannot be changed' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on events for each row execute function refuse_change();
create trigger append_only_all before truncate on events for each statement execute function refuse_change();

-- Personal words that belong to an event; the chain covers their salted hash, so they can be erased.
create table event_details (
  account_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  salt text not null,
  content jsonb not null,
  primary key (account_id, event_id)
);
create index event_details_person on event_details (person_id);

-- Jobs: the outbox's other half. A claim is a lease with a fencing token.
create table jobs (
  account_id uuid not null,
  id uuid not null,
  kind text not null,
  key text not null,
  payload jsonb not null default '{}',
  run_at timestamptz not null default app_now(),
  attempts integer not null default 0,
  lease_until timestamptz,
  token uuid,
  failed_at timestamptz,
  last_error text,
  created_at timestamptz not null default app_now(),
  primary key (account_id, id),
  unique (account_id, kind, key)
);
create index jobs_due on jobs (run_at, id) where failed_at is null;

-- Mails: one row for each recipient; the row is the truth about the delivery.
create table mails (
  account_id uuid not null,
  id uuid not null,
  event_id uuid,
  request_id uuid,
  kind text not null,
  n integer not null default 1,
  person_id uuid,
  address text not null,
  locale text not null,
  message_id text not null,
  payload jsonb not null default '{}',
  state text not null default 'QUEUED' check (state in ('QUEUED', 'ACCEPTED', 'DEFERRED', 'BOUNCED', 'SUPPRESSED')),
  attempts integer not null default 0,
  response text,
  queued_at timestamptz not null default app_now(),
  settled_at timestamptz,
  primary key (account_id, id)
);
create unique index mails_message on mails (account_id, message_id);
create index mails_request on mails (account_id, request_id, queued_at);
create index mails_recipient on mails (address, queued_at);

-- Where mail goes when there is no SMTP server in the demo.
create table mailbox (
  id uuid primary key,
  message_id text not null unique,
  address text not null,
  recipient text not null,
  subject text not null,
  headers jsonb not null,
  text text not null,
  html text not null,
  received_at timestamptz not null default app_now()
);

-- Nobody decides for themselves, whatever the code above says.
create function refuse_own_decision() returns trigger language plpgsql as $$
begin
  if exists (select from access_requests r where r.account_id = new.account_id and r.id = new.request_id
             and new.decided_by in (r.requester_id, r.beneficiary_id)) then
    raise exception 'Nobody decides their own request' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger not_own before insert on decisions for each row execute function refuse_own_decision();

-- An active account keeps an administrator, however the last one would go.
create function keep_an_administrator() returns trigger language plpgsql as $$
begin
  if exists (select from accounts where id = old.account_id and status = 'ACTIVE')
     and not exists (
       select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
       where g.account_id = old.account_id and g.role = 'SA' and g.revoked_at is null
         and (g.ends_at is null or g.ends_at > app_now()))
  then
    raise exception 'An account keeps an administrator' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger last_administrator after update on grants deferrable initially deferred
  for each row when (old.role = 'SA' and old.revoked_at is null and new.revoked_at is not null)
  execute function keep_an_administrator();

-- Rights of the application: what is not named here, it cannot do. Its role is told by who migrates;
-- when one role does both, the chain alone protects history.
do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant usage on schema public, auth to %I', app);
  execute format('grant select, insert, update, delete on
    auth."user", auth.session, auth.account, auth.verification,
    links, personal_tokens, limits, look_ups, drafts, idempotency_keys,
    virtual_accounts, views, jobs, mailbox to %I', app);
  execute format('grant select, insert, update on
    people, accounts, grants, access_requests, reminders, cases, mails to %I', app);
  execute format('grant select, insert on installation, amendments, decisions to %I', app);
  -- only what somebody typed, for the day they are erased
  execute format('grant update (ask, reason) on amendments to %I', app);
  execute format('grant select, insert, delete on event_details to %I', app);
  execute format('grant select, insert (account_id, id, body) on events to %I', app);
  execute format('grant select on chain_heads to %I', app);
end $$;
