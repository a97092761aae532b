-- What is decided without a person. An account has one book of rules; whoever changes a rule holds its row, whoever asks
-- for access shares it.
create table rule_books (
  account_id uuid primary key references accounts,
  version integer not null default 1,
  -- the last who changed anything in it: no rule decides for them
  changed_by uuid references people,
  changed_at timestamptz not null default app_now()
);

create table rules (
  account_id uuid not null references rule_books,
  id uuid not null,
  -- null: of the whole account
  virtual_account_id uuid,
  -- from the first on, within its list
  position integer not null,
  version integer not null default 1,
  enabled boolean not null default true,
  conditions jsonb not null,
  outcome jsonb not null,
  changed_by uuid not null references people,
  changed_at timestamptz not null default app_now(),
  primary key (account_id, id),
  foreign key (account_id, virtual_account_id) references virtual_accounts (account_id, id)
);

-- Every rule as it ever was, by whom and when; never changed.
create table rule_versions (
  account_id uuid not null references rule_books,
  id uuid not null,
  rule_id uuid not null,
  version integer not null,
  what text not null check (what in
    ('ADDED', 'CHANGED', 'SWITCHED_ON', 'SWITCHED_OFF', 'MOVED_UP', 'MOVED_DOWN', 'REMOVED')),
  virtual_account_id uuid,
  position integer not null,
  conditions jsonb not null,
  outcome jsonb not null,
  changed_by uuid not null references people,
  changed_at timestamptz not null default app_now(),
  primary key (account_id, id)
);
create unique index rule_versions_once on rule_versions (account_id, rule_id, version);
create trigger append_only before update or delete on rule_versions for each row execute function refuse_change();

-- Where people decide, whatever the rules say; without a virtual account: everywhere.
create table manual_only (
  account_id uuid not null references rule_books,
  id uuid not null,
  virtual_account_id uuid,
  set_by uuid not null references people,
  set_at timestamptz not null default app_now(),
  primary key (account_id, id),
  foreign key (account_id, virtual_account_id) references virtual_accounts (account_id, id)
);
create unique index manual_only_once on manual_only
  (account_id, coalesce(virtual_account_id, '00000000-0000-0000-0000-000000000000'));

-- A decision is a person's or a rule's. A rule gives nothing that gives power over others.
alter table decisions
  alter column decided_by drop not null,
  add column rule_id uuid,
  add column rule_version integer,
  add constraint decisions_by_one check ((decided_by is null) = (rule_id is not null)),
  add constraint decisions_by_version check ((rule_id is null) = (rule_version is null)),
  add constraint decisions_by_rule check (rule_id is null or (final and coalesce(role, 'SV') in ('SU', 'SV', 'VU', 'VV'))),
  add foreign key (account_id, rule_id, rule_version) references rule_versions (account_id, rule_id, version);
create index decisions_of_rule on decisions (account_id, rule_id, decided_at desc) where rule_id is not null;

alter table grants drop constraint if exists grants_check1;
alter table grants add constraint grants_decided check ((source in ('REQUEST', 'RULE')) = (decision_id is not null));

-- No rule decides for whoever wrote it last, whatever the code above says.
create function refuse_own_rule() returns trigger language plpgsql as $$
begin
  if new.rule_id is not null and exists (
    select from access_requests r, rule_versions v
    where r.account_id = new.account_id and r.id = new.request_id
      and v.account_id = new.account_id and v.rule_id = new.rule_id and v.version = new.rule_version
      and v.changed_by in (r.requester_id, r.beneficiary_id)) then
    raise exception 'No rule decides for its last author' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger not_own_rule before insert on decisions for each row execute function refuse_own_rule();

-- What a rule had declined and a person is to decide; once for each.
alter table access_requests add column past_rules boolean not null default false;
create unique index access_requests_past_rules on access_requests (account_id, previous_request_id) where past_rules;

-- What a rehearsal replays.
create index access_requests_by_time on access_requests (account_id, submitted_at desc);

-- People from whom an account takes no request for a time.
create table blocks (
  account_id uuid not null references accounts,
  id uuid not null,
  person_id uuid not null references people,
  request_id uuid,
  decision_id uuid,
  -- for those who administer the account; never shown to whom it is about
  reason text not null default '',
  blocked_by uuid not null references people,
  blocked_at timestamptz not null default app_now(),
  -- infinity: for ever
  blocked_until timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid references people,
  primary key (account_id, id),
  foreign key (account_id, decision_id) references decisions (account_id, id),
  check ((lifted_at is null) = (lifted_by is null))
);
create index blocks_standing on blocks (account_id, person_id, blocked_until desc) where lifted_at is null;
create index blocks_decision on blocks (account_id, decision_id) where decision_id is not null;

insert into blocks (account_id, id, person_id, request_id, decision_id, blocked_by, blocked_at, blocked_until)
select d.account_id, d.id, r.beneficiary_id, d.request_id, d.id, d.decided_by, d.decided_at, d.block_until
from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
where d.final and d.block_until is not null and d.decided_by is not null;

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on rule_books to %I', app);
  execute format('grant select, insert, update, delete on rules to %I', app);
  execute format('grant select, insert on rule_versions to %I', app);
  execute format('grant select, insert, delete on manual_only to %I', app);
  execute format('grant select, insert on blocks to %I', app);
  execute format('grant update (person_id, reason, lifted_at, lifted_by) on blocks to %I', app);
end $$;
