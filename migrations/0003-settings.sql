-- When an account works, and how long its requests wait. `patience` holds only what differs from what is above.
alter table accounts
  add column weekend smallint[] not null default '{6,7}'
    check (weekend <@ '{1,2,3,4,5,6,7}'::smallint[] and cardinality(weekend) < 7),
  add column holiday_country text not null default '' check (holiday_country ~ '^([A-Z]{2})?$'),
  add column holiday_region text not null default '' check (holiday_country <> '' or holiday_region = ''),
  add column quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column patience jsonb not null default '{}',
  -- counts what is changed on the account's settings pages, so that two people do not overwrite each other
  add column settings_version integer not null default 1,
  add constraint quiet_hours_both check ((quiet_from is null) = (quiet_to is null));

-- The account's own closed days.
create table closed_days (
  account_id uuid not null references accounts,
  day date not null,
  name text not null check (length(name) between 1 and 80),
  primary key (account_id, day)
);

-- Public holidays, computed once for each place and year, so that reading a calendar is reading rows.
create table public_holidays (
  country text not null,
  region text not null,
  year integer not null,
  -- 'YYYY-MM-DD'
  days text[] not null,
  -- for each day its name in each language
  names jsonb not null,
  -- by which edition of the rules: a newer one computes them anew
  edition text not null default '',
  computed_at timestamptz not null default app_now(),
  primary key (country, region, year)
);

-- That fewer people are needed for administrators is wanted by one of them and holds once another agrees.
create table setting_proposals (
  account_id uuid primary key references accounts,
  two_for_administrator boolean,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null default app_now()
);

-- What holds for all accounts; no row until somebody changes something.
create table installation_settings (
  sole boolean primary key default true check (sole),
  patience jsonb not null default '{}',
  version integer not null default 1
);

-- How many working days an account takes to answer, kept so that nobody waits for it to be counted. Null: too few answers.
create table answer_times (
  account_id uuid primary key references accounts,
  half_within_days integer,
  most_within_days integer,
  computed_at timestamptz not null,
  check ((half_within_days is null) = (most_within_days is null))
);
create index mails_not_arrived on mails (account_id, queued_at) where state in ('DEFERRED', 'BOUNCED');
create index decisions_by_time on decisions (account_id, decided_at desc) where final;

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update, delete on closed_days, public_holidays, setting_proposals to %I', app);
  execute format('grant select, insert, update on installation_settings, answer_times to %I', app);
end $$;
