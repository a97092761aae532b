-- A suspended grant gives nothing until somebody keeps it in a review, or while its account is suspended.
alter table grants
  add column suspended_at timestamptz,
  add column suspended_because text check (suspended_because in ('REVIEW', 'ACCOUNT')),
  add check ((suspended_at is null) = (suspended_because is null));

-- An active account keeps an administrator, however the last one would go: suspended is gone, too.
create or replace function keep_an_administrator() returns trigger language plpgsql as $$
begin
  if exists (select from accounts where id = old.account_id and status = 'ACTIVE')
     and not exists (
       select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
       where g.account_id = old.account_id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
         and (g.ends_at is null or g.ends_at > app_now()))
  then
    raise exception 'An account keeps an administrator' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger last_administrator on grants;
create constraint trigger last_administrator after update on grants deferrable initially deferred
  for each row when (old.role = 'SA' and old.revoked_at is null and old.suspended_at is null
    and (new.revoked_at is not null or new.suspended_at is not null))
  execute function keep_an_administrator();

-- When somebody last kept it in a review: its next one is counted from here, or from the day it was given.
alter table grants add column kept_at timestamptz;

create table reviews (
  account_id uuid not null references accounts,
  id uuid not null,
  status text not null default 'PLANNED' check (status in ('PLANNED', 'OPEN', 'CLOSED')),
  -- what is reviewed: what has come due, everything, people from outside, one role, one virtual account with those below
  selection text not null check (selection in ('DUE', 'ALL', 'OUTSIDE', 'ROLE', 'PLACE')),
  role text check (role in ('SA', 'AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  virtual_account_id uuid,
  -- null: by the calendar
  started_by uuid references people,
  opens_at timestamptz not null,
  opened_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  closed_because text check (closed_because in ('ANSWERED', 'TIME')),
  items integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, virtual_account_id) references virtual_accounts (account_id, id),
  check ((selection = 'ROLE') = (role is not null)),
  check ((selection = 'PLACE') = (virtual_account_id is not null)),
  check ((selection = 'DUE') = (started_by is null)),
  check ((status = 'PLANNED') = (opened_at is null)),
  check ((opened_at is null) = (closes_at is null)),
  check ((status = 'CLOSED') = (closed_at is not null)),
  check ((closed_at is null) = (closed_because is null))
);
create unique index reviews_one_planned on reviews (account_id) where status = 'PLANNED';
create index reviews_open on reviews (account_id, id desc) where status = 'OPEN';
create index reviews_past on reviews (account_id, opened_at desc, id desc) where status = 'CLOSED';

create table review_items (
  account_id uuid not null,
  review_id uuid not null,
  grant_id uuid not null,
  person_id uuid not null references people,
  -- the place in the list, by name on the day it was opened
  position integer not null,
  is_outside boolean not null,
  answer text check (answer in ('KEEP', 'CHANGE', 'REMOVE')),
  answered_by uuid references people,
  answered_at timestamptz,
  version integer not null default 0,
  -- what a change leaves
  to_role text check (to_role in ('SA', 'AG', 'SU', 'SV', 'VA', 'VU', 'VV')),
  to_ends_at timestamptz,
  -- what came of it; a removal and a change as soon as they are carried out, the rest when the review closes
  outcome text check (outcome in ('KEPT', 'CHANGED', 'REMOVED', 'SUSPENDED', 'LEFT', 'OVER')),
  settled_at timestamptz,
  settled_by uuid references people,
  primary key (account_id, review_id, grant_id),
  foreign key (account_id, review_id) references reviews (account_id, id),
  foreign key (account_id, grant_id) references grants (account_id, id),
  check ((answer is null) = (answered_by is null)),
  check ((answer is null) = (answered_at is null)),
  check ((outcome is null) = (settled_at is null)),
  check (answer = 'CHANGE' or (to_role is null and to_ends_at is null)),
  check (answered_by is null or answered_by <> person_id)
);
create unique index review_items_order on review_items (account_id, review_id, position);
create index review_items_unsettled on review_items (account_id, review_id, position) where outcome is null;
create index review_items_of_grant on review_items (account_id, grant_id, review_id);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert, update on reviews, review_items to %I', app);
end $$;
