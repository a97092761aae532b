-- Access that somebody asks for a colleague, who confirms it; only then it becomes a request.
create table requests_on_behalf (
  account_id uuid not null references accounts,
  id uuid not null,
  asked_by uuid not null references people,
  -- the colleague's, as it was typed; they may have no identity here yet
  address text not null,
  beneficiary_id uuid references people,
  -- the account's name, as the person who asked saw it
  account_name text not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  wish jsonb not null,
  reason text not null,
  request_id uuid,
  asked_at timestamptz not null default app_now(),
  lapses_at timestamptz not null,
  settled_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, request_id) references access_requests (account_id, id),
  check ((settled_at is null) = (status = 'WAITING')),
  check ((status = 'CONFIRMED') = (request_id is not null)),
  check (beneficiary_id <> asked_by)
);
create unique index requests_on_behalf_by_id on requests_on_behalf (id);
create index requests_on_behalf_asked on requests_on_behalf (asked_by, id desc);
create index requests_on_behalf_for on requests_on_behalf (address, id desc);
create unique index requests_on_behalf_once on requests_on_behalf (account_id, asked_by, address)
  where status = 'WAITING';

-- What became of several requests that were sent by one form.
create table sent_together (
  person_id uuid not null references people on delete cascade,
  id uuid not null,
  outcomes jsonb not null,
  sent_at timestamptz not null default app_now(),
  primary key (person_id, id)
);
create index sent_together_age on sent_together (sent_at);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select, insert on requests_on_behalf to %I', app);
  execute format('grant update (status, beneficiary_id, request_id, settled_at, address, reason, wish) on requests_on_behalf to %I', app);
  execute format('grant select, insert, delete on sent_together to %I', app);
end $$;
