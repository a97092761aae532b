-- A mail is also the entry of the bell: what is mailed is in the portal, whatever becomes of the mail.
alter table mails
  -- what the recipient may choose to get at once, once a day or not at all; null: neither held back nor turned off
  add column category text check (category in (
    'decision-needed', 'reminder', 'own-request', 'conversation', 'access', 'support', 'security', 'operator')),
  -- waits to be gathered with others into one mail
  add column held_until timestamptz,
  -- the mail it was gathered into
  add column digest_id uuid,
  -- given up after days of trying
  add column gave_up_at timestamptz,
  add column read_at timestamptz;
update mails set read_at = queued_at;

-- One installation-wide list, newest first.
create index mails_by_id on mails (id);
create index mails_in_trouble on mails (id) where state in ('DEFERRED', 'BOUNCED');
create index mails_of_person on mails (person_id, id) where person_id is not null;
create index mails_unread on mails (person_id, id) where read_at is null;
create index mails_held on mails (person_id, held_until) where held_until is not null and state = 'QUEUED';
create index mails_gathered on mails (digest_id) where digest_id is not null;
create index mails_accepted on mails (address, settled_at) where state = 'ACCEPTED';
create index mails_given_up on mails (gave_up_at) where gave_up_at is not null;

-- What the next server said, attempt by attempt.
create table mail_answers (
  account_id uuid not null,
  mail_id uuid not null,
  n integer not null,
  outcome text not null check (outcome in ('ACCEPTED', 'DEFERRED', 'BOUNCED', 'SUPPRESSED', 'AWAY', 'RESENT')),
  response text not null,
  answered_at timestamptz not null default app_now(),
  primary key (account_id, mail_id, n),
  foreign key (account_id, mail_id) references mails (account_id, id)
);

-- What somebody chose, kind by kind; no row is the default.
create table mail_preferences (
  person_id uuid not null references people on delete cascade,
  category text not null check (category in (
    'decision-needed', 'reminder', 'own-request', 'conversation', 'access', 'support', 'operator', 'digest')),
  choice text not null check (choice in ('AT_ONCE', 'DAILY', 'OFF')),
  chosen_at timestamptz not null default app_now(),
  primary key (person_id, category)
);

-- Mails that came to a return or reply address, so that the same one counts once.
create table inbound_mails (
  message_id text primary key,
  kind text not null check (kind in ('bounce', 'case')),
  received_at timestamptz not null default app_now()
);
create index inbound_mails_age on inbound_mails (received_at);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update, delete on mail_preferences to %I', app);
  execute format('grant select, insert, delete on mail_answers, inbound_mails to %I', app);
end $$;
