-- What it costs to record, to decide and to give, made less. What these tables promise stays as it was.

-- What an event says of itself is read from its body once, by the trigger that numbers it; who verifies a chain
-- measures these columns against the body. A head keeps the hash before its own, so that one statement moves it on.
alter table events alter column type drop expression, alter column actor_id drop expression,
  alter column request_id drop expression;
alter table chain_heads add column previous_hash bytea not null default '\x';

create or replace function chain_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  an_id constant text := '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
  said jsonb := new.body::jsonb;
  facts jsonb := said -> 'facts';
  found_ids jsonb := '[]';
begin
  if new.seq <> 0 or new.hash <> '\x' or new.previous_hash <> '\x' then
    raise exception 'The chain sets number and hash' using errcode = 'insufficient_privilege';
  end if;
  new.occurred_at := app_now();
  loop
    update chain_heads h set seq = h.seq + 1, previous_hash = h.hash,
      hash = event_hash(h.hash, h.seq + 1, new.occurred_at, new.account_id, new.body)
      where h.account_id = new.account_id
      returning h.seq, h.previous_hash, h.hash into new.seq, new.previous_hash, new.hash;
    exit when found;
    insert into chain_heads (account_id, seq, hash)
      values (new.account_id, 0, sha256(convert_to(new.account_id::text, 'UTF8'))) on conflict (account_id) do nothing;
  end loop;
  new.type := said ->> 'type';
  new.actor_id := (said ->> 'actor')::uuid;
  new.request_id := (said ->> 'request')::uuid;
  -- Whom it was done to, every id among its facts, and the people and virtual accounts of its request. Not the actor
  -- and the request, which have columns and indexes of their own.
  if jsonb_typeof(facts) = 'object' then
    found_ids := jsonb_path_query_array(facts - '{requestId,previousRequestId,decisionId}'::text[],
      '$.*[*] ? (@ like_regex "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")');
  end if;
  insert into event_objects (account_id, object_id, seq)
  select new.account_id, about.id, new.seq from (
    select case when said ->> 'subject' ~ an_id then (said ->> 'subject')::uuid end as id
    union select one.id::uuid from jsonb_array_elements_text(found_ids) as one (id)
    union select unnest(array[r.requester_id, r.beneficiary_id] || r.ask_virtual_account_ids)
      from access_requests r where r.account_id = new.account_id and r.id = new.request_id
  ) as about where about.id is not null;
  return new;
end $$;
drop trigger indexed on events;
drop function index_event();
drop function objects_of_event(uuid, uuid, jsonb);

-- Nobody decides for themselves, under no identity that was merged, and no rule for whoever wrote it last; one look each,
-- and none for what is not there.
create or replace function refuse_own_decision() returns trigger language plpgsql as $$
begin
  if new.decided_by is not null then
    if exists (
      select from access_requests r
      join people asked on asked.id in (r.requester_id, r.beneficiary_id)
      join people decides on decides.id = new.decided_by
      where r.account_id = new.account_id and r.id = new.request_id
        and coalesce(decides.merged_into, decides.id) = coalesce(asked.merged_into, asked.id)) then
      raise exception 'Nobody decides their own request' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.rule_id is not null then
    if exists (
      select from access_requests r, rule_versions v
      where r.account_id = new.account_id and r.id = new.request_id
        and v.account_id = new.account_id and v.rule_id = new.rule_id and v.version = new.rule_version
        and v.changed_by in (r.requester_id, r.beneficiary_id)) then
      raise exception 'No rule decides for its last author' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
drop trigger not_own_rule on decisions;
drop function refuse_own_rule();

-- The grants that lead to a member name the account and the person already.
alter table account_members drop constraint account_members_account_id_fkey,
  drop constraint account_members_person_id_fkey;

-- The day somebody was last here changes once a day, however often they are seen.
drop trigger note_session on auth.session;
create trigger note_session after insert on auth.session for each row execute function note_session();
create trigger note_day after update of "seenAt" on auth.session for each row
  when ((new."seenAt" at time zone 'UTC')::date <> (old."seenAt" at time zone 'UTC')::date)
  execute function note_session();

-- One index finds a reference in an account and in all of them.
drop index access_requests_reference;
drop index access_requests_by_reference;
create unique index access_requests_reference on access_requests (reference, account_id);

-- Room beside rows that are changed in place, over and over.
alter table chain_heads set (fillfactor = 50);
alter table auth.session set (fillfactor = 80);
alter table jobs set (fillfactor = 80);
alter table limits set (fillfactor = 80);

do $$
declare app text := current_setting('vestibule.app_role', true);
begin
  if coalesce(app, current_user) = current_user then return; end if;
  execute format('grant select on chain_heads to %I', app);
end $$;
