-- Cases: who they are for, what is known, who answers and by when.
alter table cases drop constraint cases_cause_check;
alter table cases add constraint cases_cause_check check (cause in
  ('NOBODY_REACHABLE', 'ESCALATED_BY_HAND', 'ESCALATED_BY_CLOCK', 'PORTAL_TROUBLE', 'VACANT'));
-- Trouble with the portal itself belongs to no account: such a case has the installation's id.
alter table cases drop constraint cases_account_id_fkey;
alter table cases
  add column requester_id uuid references people,
  add column opened_by uuid references people,
  -- what the page knew when the case was opened from it
  add column page text not null default '' check (length(page) <= 500),
  add column error_reference text not null default '' check (length(error_reference) <= 100),
  -- a snapshot of ids, codes and times; names are looked up when it is shown
  add column evidence jsonb not null default '{}',
  add column assigned_to uuid references people,
  -- by when support should answer next
  add column answer_due_at timestamptz not null default app_now(),
  add column first_answered_at timestamptz,
  add column changed_at timestamptz not null default app_now(),
  add column resolved_at timestamptz,
  add column closed_at timestamptz,
  add column version integer not null default 1;
update cases c set requester_id = r.requester_id from access_requests r
  where r.account_id = c.account_id and r.id = c.request_id;
alter table cases alter column answer_due_at drop default;
drop index cases_one_open;
-- One case that a request waits for, whoever asks for it, and however many do at once.
create unique index cases_one_open on cases (account_id, request_id)
  where cause <> 'PORTAL_TROUBLE' and status not in ('RESOLVED', 'CLOSED');
create index cases_to_answer on cases (answer_due_at, id) where status = 'OPEN';
create index cases_waiting on cases (changed_at, id) where status in ('WAITING_REQUESTER', 'WAITING_ACCOUNT');
create index cases_over on cases (changed_at, id) where status in ('RESOLVED', 'CLOSED');
create index cases_assigned on cases (assigned_to, changed_at, id)
  where status in ('OPEN', 'WAITING_REQUESTER', 'WAITING_ACCOUNT');
create index cases_of_person on cases (requester_id, id desc);
create index cases_of_account on cases (account_id, id desc);
create index cases_of_request on cases (account_id, request_id);
create index cases_by_id on cases (id);
create index cases_by_reference on cases (reference);

-- What was said, in one of three rooms: with the requester, with the account's administrators, among agents.
create table case_messages (
  account_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  room text not null check (room in ('REQUESTER', 'ACCOUNT', 'INTERNAL')),
  side text not null check (side in ('REQUESTER', 'ACCOUNT', 'SUPPORT')),
  -- null: the outside desk, by mail
  author_id uuid references people,
  text text not null,
  by_mail boolean not null default false,
  sent_at timestamptz not null default app_now(),
  primary key (account_id, case_id, id),
  foreign key (account_id, case_id) references cases (account_id, id),
  check (side = 'SUPPORT' or room = side)
);
create index case_messages_author on case_messages (author_id);

-- Proof: never executed, never shown in a page, only given back as it came.
create table case_files (
  account_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  type text not null check (type in ('image/png', 'image/jpeg', 'application/pdf', 'text/plain')),
  bytes integer not null check (bytes between 1 and 2097152),
  sha256 bytea not null,
  content bytea not null,
  added_by uuid not null references people,
  added_at timestamptz not null default app_now(),
  primary key (account_id, case_id, id),
  foreign key (account_id, case_id) references cases (account_id, id),
  check (octet_length(content) = bytes)
);
alter table case_files alter column content set storage external;

-- What one agent proposes when nobody of the account can decide; a second one confirms.
create table support_proposals (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  request_id uuid not null,
  request_version integer not null,
  verdict text not null check (verdict in ('APPROVE', 'DECLINE')),
  role text check (role in ('AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  scope text check (scope in ('ACCOUNT', 'VIRTUAL')),
  virtual_account_ids uuid[] not null default '{}',
  ends_at timestamptz,
  code text,
  note text not null,
  -- what the proof shows, for the second agent and the log
  grounds text not null,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'DROPPED')),
  settled_by uuid references people,
  settled_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, case_id) references cases (account_id, id),
  foreign key (account_id, request_id) references access_requests (account_id, id),
  check ((verdict = 'APPROVE') = (role is not null and scope is not null and ends_at is not null)),
  check ((verdict = 'DECLINE') = (code is not null)),
  check (state <> 'CONFIRMED' or (settled_by is not null and settled_by <> proposed_by)),
  check ((state = 'PROPOSED') = (settled_at is null))
);
create unique index support_proposals_one on support_proposals (account_id, request_id) where state = 'PROPOSED';
create index support_proposals_of_case on support_proposals (account_id, case_id);

-- When an agent last looked at what, so that one look makes one event.
create table support_looks (
  account_id uuid not null,
  subject_id uuid not null,
  person_id uuid not null references people on delete cascade,
  looked_at timestamptz not null default app_now(),
  primary key (account_id, subject_id, person_id)
);

-- Neither agent of a pair is who asks, or for whom it is asked.
create function refuse_own_proposal() returns trigger language plpgsql as $$
begin
  if exists (select from access_requests r where r.account_id = new.account_id and r.id = new.request_id
             and (new.proposed_by in (r.requester_id, r.beneficiary_id)
               or new.settled_by in (r.requester_id, r.beneficiary_id))) then
    raise exception 'Nobody decides their own request' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger not_own before insert or update on support_proposals
  for each row execute function refuse_own_proposal();

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on case_messages, case_files, support_proposals to %I', app);
  -- only what somebody typed or sent, for the day they are erased
  execute format('grant update (text) on case_messages to %I', app);
  execute format('grant delete on case_files to %I', app);
  execute format('grant update (state, settled_by, settled_at, note, grounds) on support_proposals to %I', app);
  execute format('grant select, insert, update, delete on support_looks to %I', app);
end $$;
