-- What an approver asked before deciding, and what was answered; round after round.
create table questions (
  account_id uuid not null,
  request_id uuid not null,
  n integer not null check (n >= 1),
  asked_by uuid not null references people,
  text text not null,
  asked_at timestamptz not null default app_now(),
  answered_by uuid references people,
  answer text,
  answered_at timestamptz,
  primary key (account_id, request_id, n),
  foreign key (account_id, request_id) references access_requests (account_id, id),
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null))
);
-- One question waits at a time.
create unique index questions_one_open on questions (account_id, request_id) where answered_at is null;
create index questions_asked_by on questions (asked_by);
create index questions_answered_by on questions (answered_by) where answered_by is not null;

-- What the sides of a request say to each other; `n` counts each side's own.
create table comments (
  account_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  side text not null check (side in ('REQUESTER', 'ACCOUNT', 'SUPPORT')),
  n integer not null check (n >= 1),
  written_by uuid not null references people,
  text text not null,
  written_at timestamptz not null default app_now(),
  -- when the mail was ordered that tells the others
  told_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, request_id) references access_requests (account_id, id)
);
create unique index comments_of_request on comments (account_id, request_id, side, n);
create index comments_written_by on comments (written_by);

-- "I am looking at it": one at a time for each request; it only tells, and lapses by itself.
create table request_claims (
  account_id uuid not null,
  request_id uuid not null,
  person_id uuid not null references people,
  claimed_at timestamptz not null default app_now(),
  until timestamptz not null,
  primary key (account_id, request_id),
  foreign key (account_id, request_id) references access_requests (account_id, id)
);
create index request_claims_person on request_claims (person_id);

-- Texts that the administrators of an account keep ready, in one language or both.
create table prepared_texts (
  account_id uuid not null references accounts,
  id uuid not null,
  purpose text not null check (purpose in ('DECLINE', 'QUESTION')),
  title_en text not null default '',
  text_en text not null default '',
  title_fr text not null default '',
  text_fr text not null default '',
  created_at timestamptz not null default app_now(),
  primary key (account_id, id),
  check ((title_en = '') = (text_en = '') and (title_fr = '') = (text_fr = '')),
  check (text_en <> '' or text_fr <> '')
);

-- Messages to administrators whose addresses are not shown, and their answers.
create table contact_messages (
  account_id uuid not null references accounts,
  id uuid not null,
  person_id uuid not null references people,
  request_id uuid,
  text text not null,
  sent_at timestamptz not null default app_now(),
  answered_by uuid references people,
  answer text,
  answered_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, request_id) references access_requests (account_id, id),
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null))
);
create index contact_messages_person on contact_messages (person_id, account_id, sent_at);
create index contact_messages_answered_by on contact_messages (answered_by) where answered_by is not null;
-- The id alone names a message in an address.
create index contact_messages_by_id on contact_messages (id);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on questions, comments, contact_messages to %I', app);
  execute format('grant select, insert, update, delete on request_claims, prepared_texts to %I', app);
end $$;
