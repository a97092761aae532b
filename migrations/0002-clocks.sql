-- Clocks: what happens at a time by itself. A row for each (subject, kind, n); once settled it never fires again.
create table clocks (
  account_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  n integer not null default 1,
  due_at timestamptz not null,
  -- fires only when a second look, a minute after the first, finds it due again
  irreversible boolean not null default false,
  noticed_at timestamptz,
  -- after a failure: not before
  held_until timestamptz,
  failures integer not null default 0,
  settled_at timestamptz,
  outcome text check (outcome in ('DONE', 'SKIPPED')),
  primary key (account_id, subject_id, kind, n),
  check ((settled_at is null) = (outcome is null))
);
create index clocks_due on clocks (due_at) where settled_at is null;

-- What the clocks of a request go by.
alter table access_requests
  -- since when they run, and how many whole working days they had run before
  add column clock_from timestamptz not null default app_now(),
  add column working_days_spent integer not null default 0 check (working_days_spent >= 0),
  add column clock_stopped_at timestamptz,
  add column clock_stopped_for text check (clock_stopped_for in ('INFORMATION', 'SUPPORT')),
  -- how often support has handed it back: each time its clocks start anew
  add column clock_round integer not null default 0,
  add column awaiting_since timestamptz,
  add column awaitings integer not null default 0,
  -- what happens next whatever anybody does, and when
  add column next_step text check (next_step in
    ('ANSWER_EXPECTED', 'TO_SUPPORT', 'EXPIRES', 'EXPIRES_UNANSWERED', 'SUPPORT_CHECKS')),
  add column next_step_at timestamptz,
  add check ((clock_stopped_at is null) = (clock_stopped_for is null)),
  add check ((next_step is null) = (next_step_at is null));
update access_requests set clock_from = submitted_at,
  clock_stopped_at = case when stage = 'WITH_SUPPORT' or status = 'INFO_REQUESTED' then submitted_at end,
  clock_stopped_for = case when stage = 'WITH_SUPPORT' then 'SUPPORT' when status = 'INFO_REQUESTED' then 'INFORMATION' end,
  awaiting_since = case when status = 'INFO_REQUESTED' then app_now() end,
  awaitings = case when status = 'INFO_REQUESTED' then 1 else 0 end
  where status in ('PENDING', 'INFO_REQUESTED');
-- Open requests that nobody has given a next step yet; empty but for a moment.
create index access_requests_without_step on access_requests (account_id, id)
  where status in ('PENDING', 'INFO_REQUESTED') and next_step_at is null;

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update, delete on clocks to %I', app);
end $$;
