import pg from 'pg'
import { lists } from './big-lists.ts'

/** How much is stored: events, with everything else in proportion. */
export type Size = {
  readonly events: number
  readonly accounts: number
  readonly requests: number
  /** People with a role in the one big account, and its virtual accounts. */
  readonly users: number
  readonly parts: number
}

/** A size by its events: accounts from 2,000 to 100,000, one of them with up to 50,000 users. */
export function sizeOf(events: number): Size {
  const large = events >= 1_000_000
  return {
    events,
    accounts: Math.min(100_000, Math.max(2_000, Math.round(events / 100))),
    requests: large ? 100_000 : 10_000,
    users: large ? 50_000 : 2_000,
    parts: large ? 5_000 : 200,
  }
}

/** Who looks, by their number: of the big account its administrator and one of a part; an operator; somebody who asks. */
export const onlookers = { administrator: 1, operator: 2, part: 3, requester: 11 } as const
const firstUser = 11

const functions = `
create function pg_temp.nth(kind text, n bigint) returns uuid language sql immutable as $$
  select ('018f0000-0000-7' || kind || '00-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;`

/** Everybody who is to look on, signed in as of now. */
export const renewSessions = `
update auth.session set "seenAt" = now(), "createdAt" = now(), "expiresAt" = now() + interval '6 days'`

const people = ({ users, requests }: Size) => `
insert into people (id, address, verified_at, first_name, last_name, company, country, time_zone, is_operator, is_support)
  select pg_temp.nth('a', n), 'person' || n || '@firm' || n % 997 || '.example', now(), 'First' || n, 'Last' || n,
    'Firm ' || n % 997, 'FR', 'Europe/Paris', n = ${onlookers.operator}, n = ${onlookers.operator}
  from generate_series(1, ${users + Math.round(requests / 2) + firstUser}) n;
insert into auth."user" (id, name, email, "emailVerified")
  select id, first_name, address, true from people where id <= pg_temp.nth('a', ${firstUser});
insert into auth.session (id, token, "userId", "expiresAt")
  select pg_temp.nth('c', n), 'bench-' || n, pg_temp.nth('a', n), now() + interval '6 days'
  from generate_series(1, ${firstUser}) n;`

const accounts = ({ accounts: count, parts, users }: Size) => `
insert into accounts (id, identifier, name, type, visibility, time_zone)
  select pg_temp.nth('b', n), 'account' || lpad(n::text, 7, '0') || '.example', 'Account ' || n, 'CUSTOMER', 'LISTED',
    'Europe/Paris' from generate_series(1, ${count}) n;
insert into virtual_accounts (account_id, id, name, path, is_default)
  select id, id, 'DEFAULT', array[id], true from accounts;
insert into virtual_accounts (account_id, id, parent_id, name, path)
  select pg_temp.nth('b', 1), pg_temp.nth('e', n), case when n > 50 then pg_temp.nth('e', 1 + n % 50) end, 'Part ' || n,
    case when n > 50 then array[pg_temp.nth('e', 1 + n % 50), pg_temp.nth('e', n)] else array[pg_temp.nth('e', n)] end
  from generate_series(1, ${parts}) n;
insert into grants (account_id, id, person_id, role, source)
  select pg_temp.nth('b', n), pg_temp.nth('d', n), pg_temp.nth('a', case when n <= 20 then 1 else 100 + n % ${users} end),
    'SA', 'CREATION' from generate_series(1, ${count}) n;
insert into grants (account_id, id, person_id, role, source, virtual_account_id) values
  (pg_temp.nth('b', 1), pg_temp.nth('9', 1), pg_temp.nth('a', ${onlookers.part}), 'VA', 'DIRECT', pg_temp.nth('e', 7));
insert into grants (account_id, id, person_id, role, source, virtual_account_id, ends_at, given_by, created_at)
  select pg_temp.nth('b', 1), pg_temp.nth('8', n), pg_temp.nth('a', ${firstUser} + n), case when n % 3 = 0 then 'SU' else 'VU' end,
    'DIRECT', case when n % 3 > 0 then pg_temp.nth('e', 1 + n % ${parts}) end,
    case when n % 4 = 0 then now() + n % 400 * interval '1 day' + interval '1 day' end, pg_temp.nth('a', 1),
    now() - n % 700 * interval '1 day'
  from generate_series(0, ${users} - 1) n;
insert into grants (account_id, id, person_id, role, source, given_by)
  select pg_temp.nth('b', n), pg_temp.nth('4', n * 20 + k), pg_temp.nth('a', ${firstUser} + (n * 20 + k) % ${users}), 'SU',
    'DIRECT', pg_temp.nth('a', 1)
  from generate_series(2, ${count}) n, generate_series(0, 19) k;`

// A tenth is for the big account; of those, one in fifty is open.
const requests = ({ requests: count, users, accounts: all, parts }: Size) => `
create temporary table asked as
  select n, case when n % 10 = 0 then 1 else 2 + n % ${all - 1} end as account,
    case when n % 10 = 0 then ${firstUser} + ${users} + n / 10 else ${firstUser} + n % ${users} end as person,
    case when n % 500 = 0 then 'PENDING' when n / 10 % 10 < 6 then 'APPROVED' when n / 10 % 10 < 8 then 'DECLINED'
      when n / 10 % 10 < 9 then 'WITHDRAWN' else 'EXPIRED' end as status,
    case when n % 500 = 0 then now() - interval '4 days' + n * interval '1 second'
      else now() - interval '360 days' + n * interval '5 minutes' * (100000.0 / ${count}) end as at
  from generate_series(0, ${count} - 1) n;
insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, version, status_changes,
    ask_scope, ask_virtual_account_ids, ask_role, reason, account_name, profile, submitted_at, due_at, expires_at,
    first_viewed_at, settled_at, clock_from, next_step, next_step_at)
  select pg_temp.nth('b', account), pg_temp.nth('f', n), 'AR-' || lpad(upper(to_hex(n / 65536)), 4, '0') || '-'
      || lpad(upper(to_hex(n % 65536)), 4, '0'), pg_temp.nth('a', person), pg_temp.nth('a', person), status,
    case status when 'PENDING' then 1 else 2 end, case status when 'PENDING' then 0 else 1 end,
    case when account = 1 and n / 10 % 2 = 0 then 'VIRTUAL' else 'ACCOUNT' end,
    case when account = 1 and n / 10 % 2 = 0 then array[pg_temp.nth('e', 1 + n / 10 % ${parts})] else '{}' end,
    case when account = 1 and n / 10 % 2 = 0 then 'VU' else 'SU' end,
    'I look after the licences of the team, number ' || n, 'Account ' || account,
    json_build_object('firstName', 'First' || person, 'lastName', 'Last' || person, 'preferredFirstName', '',
      'company', 'Firm', 'country', 'FR', 'companyAddress', '', 'companyPhone', '', 'email', 'person@firm.example',
      'userId', 'person@firm.example'),
    at, at + interval '7 days', at + interval '28 days', at + n % 50 * interval '1 hour',
    case status when 'PENDING' then null else at + (n % 90) * interval '1 hour' end, at,
    case status when 'PENDING' then 'ANSWER_EXPECTED' end, case status when 'PENDING' then at + interval '7 days' end
  from asked;
insert into decisions (account_id, id, request_id, decided_by, verdict, final, request_version, role, scope,
    virtual_account_ids, code, note, decided_at)
  select r.account_id, pg_temp.nth('7', asked.n), r.id, pg_temp.nth('a', 1), left(r.status, length(r.status) - 1), true, 1,
    case r.status when 'APPROVED' then r.ask_role end, case r.status when 'APPROVED' then r.ask_scope end,
    case r.status when 'APPROVED' then r.ask_virtual_account_ids else '{}' end,
    case r.status when 'DECLINED' then (array['NOT_NEEDED', 'TOO_MUCH', 'WRONG_ACCOUNT'])[1 + asked.n % 3] end, '', r.settled_at
  from asked join access_requests r on r.account_id = pg_temp.nth('b', asked.account) and r.id = pg_temp.nth('f', asked.n)
  where r.status in ('APPROVED', 'DECLINED');`

// Seven of ten in the big account's chain, one in the installation's, the others spread. The hashes are none: nothing
// verifies them here, and a true chain cannot be written but one by one.
const events = ({ events: count, users, requests: asked, parts, accounts: all }: Size) => `
alter table events disable trigger user;
create temporary table happened as
  select n, case when n % 10 < 7 then 1 when n % 10 = 7 then 0 else 2 + n / 10 % ${all - 1} end as account,
    (array['access-request.submitted', 'access-request.viewed', 'access-request.approved', 'grant.given',
      'access-request.reminded', 'grant.revoked', 'account.calendar-changed'])[1 + (n / 10) % 7] as type,
    now() - interval '900 days' + n * (interval '899 days' / ${count}) as at
  from generate_series(0, ${count}::bigint - 1) n;
insert into events (account_id, seq, id, occurred_at, body, previous_hash, hash, type, actor_id, request_id)
  select account_id, seq, id, at, body, '', int8send(n), body::jsonb ->> 'type', (body::jsonb ->> 'actor')::uuid,
    (body::jsonb ->> 'request')::uuid
  from (
    select case account when 0 then '00000000-0000-0000-0000-000000000000' else pg_temp.nth('b', account) end as account_id,
      row_number() over (partition by account order by n) as seq, pg_temp.nth('6', n) as id, at, n,
    '{"actor":"' || pg_temp.nth('a', case when n % 100 = 0 then 1 else ${firstUser} + n % ${users} end) || '","facts":{"grantId":"'
      || pg_temp.nth('8', n % ${users}) || '","role":"VU","virtualAccountId":"' || pg_temp.nth('e', 1 + n % ${parts})
      || '"},' || case when account = 1 and type like 'access%' then '"request":"' || pg_temp.nth('f', 10 * (n % ${asked / 10})) || '",' else '' end
      || '"subject":"' || pg_temp.nth('a', ${firstUser} + (n + 1) % ${users}) || '","type":"'
      || case account when 0 then (array['person.signed-in', 'person.signed-out', 'person.verified'])[1 + n % 3] else type end || '"}' as body
    from happened
  ) as told;
insert into chain_heads select account_id, max(seq), '' from events group by account_id
  on conflict (account_id) do nothing;
insert into event_objects (account_id, object_id, seq)
  select e.account_id, o.id, e.seq from events e, lateral (values
    ((e.body::jsonb ->> 'subject')::uuid), ((e.body::jsonb -> 'facts' ->> 'virtualAccountId')::uuid),
    ((e.body::jsonb -> 'facts' ->> 'grantId')::uuid)) as o (id);
alter table events enable trigger user;`

const mails = ({ requests: count }: Size) => `
insert into mails (account_id, id, kind, person_id, address, locale, message_id, state, queued_at, settled_at, read_at)
  select pg_temp.nth('b', 1 + n % 1000), pg_temp.nth('5', n), 'submitted', pg_temp.nth('a', 1 + n % 2000), 'person' || n
    || '@firm.example', 'en', '<' || n || '@bench.example>', case when n % 500 = 0 then 'BOUNCED' else 'ACCEPTED' end,
    now() - n * interval '1 minute', now() - n * interval '1 minute', now()
  from generate_series(1, ${count}) n;`

/** Fills an empty, migrated installation to a size; gives how many seconds it took. */
export function seedBig(ownerUrl: string, size: Size, say: (line: string) => void): Promise<number> {
  return fillWith({ people, accounts, requests, events, mails }, ownerUrl, size, say)
}

/** Fills the lists beside accounts, users, requests and events of an installation that is filled with these. */
export function seedLists(ownerUrl: string, size: Size, say: (line: string) => void): Promise<number> {
  return fillWith(lists, ownerUrl, size, say)
}

async function fillWith(
  parts: Readonly<Record<string, (size: Size) => string>>,
  ownerUrl: string,
  size: Size,
  say: (line: string) => void,
): Promise<number> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined)
  await client.connect()
  const startedAt = performance.now()
  await client.query(`set synchronous_commit = off; set statement_timeout = 0; set work_mem = '256MB';
    set maintenance_work_mem = '512MB'; set idle_in_transaction_session_timeout = 0`)
  await client.query(functions)
  for (const [name, statements] of Object.entries(parts)) {
    await client.query(`begin; ${statements(size)}; commit`)
    say(`  ${name} (${((performance.now() - startedAt) / 1_000).toFixed(0)} s)`)
  }
  await client.query('vacuum analyze')
  await client.query('checkpoint').catch(() => undefined)
  await client.end()
  return (performance.now() - startedAt) / 1_000
}
