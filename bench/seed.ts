import pg from 'pg'

/** How much is stored before anything is measured. */
export const sizes = {
  accounts: 2_000,
  /** Each administers this many accounts, beside an administrator of each account's own. */
  accountsOfAnAdministrator: 20,
  /** People with a list of fifty requests. */
  listers: 1_000,
  /** People who will ask, with ten old requests each. */
  askers: 5_000,
  requests: 100_000,
} as const

/** Who somebody is, by their number. */
export const firstOf = { administrator: 1, owner: 1_001, lister: 10_001, asker: 20_001 } as const

/** The id of something by its number; sorts by the number. */
export function idOf(kind: 'person' | 'account', n: number): string {
  const letter = kind === 'person' ? 'a' : 'b'
  return `018f0000-0000-7${letter}00-8000-${n.toString(16).padStart(12, '0')}`
}

const functions = `
create function pg_temp.nth(kind text, n bigint) returns uuid language sql immutable as $$
  select ('018f0000-0000-7' || kind || '00-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function pg_temp.v7(at timestamptz, n bigint) returns uuid language sql immutable as $$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || lpad(to_hex(n & 4095), 3, '0') || '-8000-'
    || lpad(to_hex(n), 12, '0'))::uuid
  from (select lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as h) as hex $$;`

const people = `
create temporary table persons as
  select n, pg_temp.nth('a', n) as id, kind || n || '@' || kind || '.example' as address, kind
  from (
    select 'administrator' as kind, g as n from generate_series(1, ${sizes.accounts / sizes.accountsOfAnAdministrator}) g
    union all select 'owner', ${firstOf.owner - 1} + g from generate_series(1, ${sizes.accounts}) g
    union all select 'lister', ${firstOf.lister - 1} + g from generate_series(1, ${sizes.listers}) g
    union all select 'asker', ${firstOf.asker - 1} + g from generate_series(1, ${sizes.askers}) g
  ) as kinds;
insert into auth."user" (id, name, email, "emailVerified") select id, kind || n, address, true from persons;
insert into people (id, address, verified_at, first_name, last_name, company, country, locale, time_zone)
  select id, address, app_now(), initcap(kind), 'Number ' || n, 'Company ' || n % 2000, 'FR',
    case when n % 2 = 0 then 'fr' else 'en' end, 'Europe/Paris' from persons;
insert into auth.session (id, token, "userId", "expiresAt")
  select pg_temp.nth('c', n), 'bench-' || n, id, app_now() + interval '6 days' from persons;`

const accounts = `
insert into accounts (id, identifier, name, type, visibility, time_zone)
  select pg_temp.nth('b', a), 'account' || a || '.example', 'Account ' || a, 'CUSTOMER', 'LISTED', 'Europe/Paris'
  from generate_series(1, ${sizes.accounts}) a;
insert into virtual_accounts (account_id, id, name, path, is_default)
  select id, id, 'DEFAULT', array[id], true from accounts;
insert into grants (account_id, id, person_id, role, source)
  select pg_temp.nth('b', a), pg_temp.nth('d', a * 2 + own), pg_temp.nth('a', case own
    when 1 then ${firstOf.owner - 1} + a else 1 + (a - 1) / ${sizes.accountsOfAnAdministrator} end), 'SA', 'CREATION'
  from generate_series(1, ${sizes.accounts}) a, generate_series(0, 1) own;`

const requests = `
create temporary table asked as
  select n, person, account, status,
    case status when 'PENDING' then now() - interval '4 days' + n * interval '1 second'
      else now() - interval '400 days' + n * interval '5 minutes' end as at
  from (
    select n, ${firstOf.lister} + n / 50 as person, 1 + ((n / 50) * 37 + (n % 50) * 41) % ${sizes.accounts} as account,
      case when n % 50 < 8 then 'PENDING' when n % 50 < 35 then 'APPROVED' when n % 50 < 43 then 'DECLINED'
        when n % 50 < 46 then 'WITHDRAWN' else 'EXPIRED' end as status
    from generate_series(0, ${sizes.requests / 2 - 1}) n
    union all
    select ${sizes.requests / 2} + n, ${firstOf.asker} + n / 10,
      1 + ((n / 10) * 53 + (n % 10) * 41) % ${sizes.accounts},
      case when n % 10 < 6 then 'APPROVED' when n % 10 < 8 then 'DECLINED' else 'WITHDRAWN' end
    from generate_series(0, ${sizes.requests / 2 - 1}) n
  ) as all_of_them;
insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, version, status_changes,
    ask_scope, ask_role, reason, account_name, profile, submitted_at, due_at, expires_at, settled_at, clock_from,
    next_step, next_step_at)
  select pg_temp.nth('b', account), pg_temp.v7(at, asked.n), 'AR-' || lpad(upper(to_hex(asked.n / 65536)), 4, '0') || '-'
      || lpad(upper(to_hex(asked.n % 65536)), 4, '0'), p.id, p.id, status,
    case status when 'PENDING' then 1 else 2 end, case status when 'PENDING' then 0 else 1 end,
    'ACCOUNT', 'SU', 'I look after the licences of the team in Lyon and need to see them, number ' || asked.n,
    'Account ' || account,
    json_build_object('firstName', initcap(p.kind), 'lastName', 'Number ' || p.n, 'preferredFirstName', '',
      'company', 'Company ' || p.n % 2000, 'country', 'FR', 'companyAddress', '', 'companyPhone', '',
      'email', p.address, 'userId', p.address),
    date_trunc('milliseconds', at), date_trunc('milliseconds', at) + interval '7 days',
    date_trunc('milliseconds', at) + interval '28 days',
    case status when 'PENDING' then null else at + interval '1 day' end, date_trunc('milliseconds', at),
    case status when 'PENDING' then 'ANSWER_EXPECTED' end,
    case status when 'PENDING' then date_trunc('milliseconds', at) + interval '7 days' end
  from asked join persons p on p.n = asked.person;
insert into clocks (account_id, subject_id, kind, n, due_at, irreversible)
  select pg_temp.nth('b', account), pg_temp.v7(at, n), 'access-request.' || kind, number, at + after, irreversible
  from asked, (values ('remind', 1, interval '4 days 12 hours', false), ('remind', 2, interval '6 days', false),
    ('become-overdue', 1, interval '7 days', false), ('escalate', 1, interval '14 days', true),
    ('warn-of-expiry', 1, interval '21 days', false), ('warn-of-expiry', 2, interval '26 days', false),
    ('expire', 1, interval '28 days', true)) as clock (kind, number, after, irreversible)
  where status = 'PENDING';
insert into decisions (account_id, id, request_id, decided_by, verdict, final, request_version, role, scope, code, note,
    decided_at)
  select pg_temp.nth('b', account), pg_temp.v7(at + interval '1 day', n), pg_temp.v7(at, n),
    pg_temp.nth('a', ${firstOf.owner - 1} + account), left(status, length(status) - 1), true, 1,
    case status when 'APPROVED' then 'SU' end, case status when 'APPROVED' then 'ACCOUNT' end,
    case status when 'DECLINED' then 'NOT_NEEDED' end, 'Please ask your own team.', at + interval '1 day'
  from asked where status in ('APPROVED', 'DECLINED');
insert into grants (account_id, id, person_id, role, source, request_id, decision_id, given_by)
  select pg_temp.nth('b', account), pg_temp.v7(at + interval '1 day', n), pg_temp.nth('a', person), 'SU', 'REQUEST',
    pg_temp.v7(at, n), pg_temp.v7(at + interval '1 day', n), pg_temp.nth('a', ${firstOf.owner - 1} + account)
  from asked where status = 'APPROVED';
insert into events (account_id, id, body)
  select pg_temp.nth('b', account), pg_temp.v7(at, n), '{"actor":"' || pg_temp.nth('a', person)
    || '","facts":{"endsAt":null,"previousRequestId":null,"role":"SU","scope":"ACCOUNT","stage":"WITH_ADMINS","version":1,"virtualAccountIds":[]},"request":"'
    || pg_temp.v7(at, n) || '","type":"access-request.submitted"}'
  from asked order by account;`

const lookUps = `
insert into look_ups (person_id, identifier, hit, looked_at)
  select pg_temp.nth('a', ${firstOf.asker} + p), 'account' || 1 + (p * 53 + (10 + k) * 41) % ${sizes.accounts} || '.example',
    true, app_now() - interval '2 days'
  from generate_series(0, ${sizes.askers - 1}) p, generate_series(0, 9) k;`

/** Fills an installation that has no data; gives how many seconds it took. */
export async function seed(ownerUrl: string, say: (line: string) => void): Promise<number> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined)
  await client.connect()
  const startedAt = performance.now()
  await client.query('begin; set local synchronous_commit = off')
  await client.query(functions)
  for (const [name, statement] of Object.entries({ people, accounts, requests, lookUps })) {
    await client.query(statement)
    say(`seeded ${name} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`)
  }
  await client.query('commit')
  await client.query('vacuum analyze')
  await client.query('checkpoint').catch(() => undefined)
  await client.end()
  return (performance.now() - startedAt) / 1_000
}

/** The nth thing that will be asked: by whom, for which account. */
export function askOf(n: number): { person: number; account: number } {
  const p = n % sizes.askers
  const k = 10 + Math.floor(n / sizes.askers)
  return { person: firstOf.asker + p, account: 1 + ((p * 53 + k * 41) % sizes.accounts) }
}
