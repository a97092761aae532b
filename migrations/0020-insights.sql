-- What an event is about, so that everything about a person, a virtual account or a grant is found however long the
-- log is. Made from the event by the database; the chain knows nothing of it.
create table event_objects (
  account_id uuid not null,
  object_id uuid not null,
  seq bigint not null,
  primary key (account_id, object_id, seq)
);

-- Whom it was done to, every id among its facts, and the people and virtual accounts of its request. Not the actor and
-- the request, which have columns and indexes of their own.
create function objects_of_event(account uuid, request uuid, body jsonb) returns setof uuid language sql stable as $$
  select distinct found.id::uuid from (
    select body ->> 'subject' as id
    union all
    select one.value #>> '{}'
    from jsonb_each(case jsonb_typeof(body -> 'facts') when 'object' then body -> 'facts' else '{}' end) as fact,
      jsonb_array_elements(case jsonb_typeof(fact.value) when 'array' then fact.value else jsonb_build_array(fact.value) end)
        as one (value)
    where fact.key not in ('requestId', 'previousRequestId', 'decisionId')
    union all
    select unnest(array[r.requester_id, r.beneficiary_id] || r.ask_virtual_account_ids)::text
    from access_requests r where r.account_id = account and r.id = request
  ) as found
  where found.id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
$$;

create function index_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event_objects (account_id, object_id, seq)
    select new.account_id, id, new.seq from objects_of_event(new.account_id, new.request_id, new.body::jsonb) as id
    on conflict do nothing;
  return null;
end $$;
create trigger indexed after insert on events for each row execute function index_event();

insert into event_objects (account_id, object_id, seq)
  select e.account_id, o.id, e.seq from events e, objects_of_event(e.account_id, e.request_id, e.body::jsonb) as o (id)
  on conflict do nothing;

-- From one day to another, in a log of any length.
create index events_time on events (account_id, occurred_at, seq);

-- People by how a name or an address begins.
create index people_by_first_name on people ((lower(first_name || ' ' || last_name)) text_pattern_ops, id);
create index people_by_last_name on people ((lower(last_name || ' ' || first_name)) text_pattern_ops, id);
create index people_by_address on people (address text_pattern_ops, id);
create index people_by_domain on people ((split_part(address, '@', 2)) text_pattern_ops, id);

-- Mails that did not arrive, or wait, newest first.
create index mails_stuck on mails (queued_at desc, id) where state in ('QUEUED', 'DEFERRED', 'BOUNCED');

-- A walk along a whole chain, on somebody's wish: how far it has come, and what it found. Long chains take many steps.
create table chain_checks (
  account_id uuid not null,
  id uuid not null,
  started_by uuid not null references people,
  started_at timestamptz not null default app_now(),
  -- the end of the chain when the walk began
  aim_seq bigint not null,
  aim_hash text not null,
  -- a head that was kept elsewhere, and whether it was met
  kept_hash text,
  kept_met boolean not null default false,
  -- the last event looked at
  last_seq bigint not null default 0,
  last_hash text not null,
  last_wrong boolean not null default false,
  events bigint not null default 0,
  erased bigint not null default 0,
  flaws jsonb not null default '[]',
  ended_at timestamptz,
  primary key (account_id, id)
);

-- Settled requests of an account by time, with all that is counted of them in the index itself.
drop index access_requests_settled;
create index access_requests_settled on access_requests (account_id, settled_at desc, id desc)
  include (status, submitted_at, first_viewed_at)
  where status not in ('PENDING', 'INFO_REQUESTED');

-- What was counted over all accounts, a row for each length of time that is shown.
create table counted_insights (
  days integer primary key,
  content jsonb not null,
  counted_at timestamptz not null default app_now()
);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select on event_objects to %I', app);
  execute format('grant select, insert, update on chain_checks, counted_insights to %I', app);
end $$;
