import { type RawBuilder, sql } from 'kysely'
import { grantIsActive } from '../../people/index.ts'
import { type Database, type Placeholders, prepare, type Tx } from '../../platform/db/index.ts'
import { ages, fewest, type Insights, type SlowAccount } from './domain/insights.ts'

type Values = { account: string; zone: string; piece: string; since: string }

const enough = sql.lit(fewest)

const took = (minutes: RawBuilder<unknown>, from: RawBuilder<unknown>) => sql`
  (select json_build_object('n', count(m.minutes),
      'half', case when count(m.minutes) >= ${enough}
        then percentile_disc(0.5) within group (order by m.minutes) end,
      'most', case when count(m.minutes) >= ${enough}
        then percentile_disc(0.8) within group (order by m.minutes) end)
    from (select ${minutes}::int as minutes from ${from}) m)`

const minutesTo = (at: RawBuilder<unknown>) =>
  sql`greatest(0, round(extract(epoch from ${at} - s.submitted_at) / 60))`

/** Requests `s` that have ended, what decided them, and the piece of time in which that was. */
const settled = (v: Placeholders<Values>, of: (alias: string) => RawBuilder<unknown>) => sql`
  ruled as materialized (
    select d.account_id, d.request_id from decisions d
    where ${of('d')} d.rule_id is not null and d.decided_at >= (${v.since}::date)::timestamp at time zone ${v.zone}
  ), settled as materialized (
    select r.account_id, r.status, r.submitted_at, r.first_viewed_at, r.settled_at,
      exists (select from ruled where ruled.account_id = r.account_id and ruled.request_id = r.id) as by_rule,
      date_trunc(${v.piece}, r.settled_at at time zone ${v.zone})::date as piece
    from access_requests r
    where ${of('r')} r.status not in ('PENDING', 'INFO_REQUESTED')
      and r.settled_at >= (${v.since}::date)::timestamp at time zone ${v.zone}
  )`

const decidedByPeople = sql`s.status in ('APPROVED', 'DECLINED') and not s.by_rule`

const pieces = sql`
  select s.piece::text as "from",
    count(*) filter (where s.status = 'APPROVED' and not s.by_rule)::int as approved,
    count(*) filter (where s.status = 'DECLINED' and not s.by_rule)::int as declined,
    count(*) filter (where s.by_rule)::int as "byRule",
    count(*) filter (where s.status = 'EXPIRED')::int as expired,
    count(*) filter (where s.status = 'WITHDRAWN')::int as withdrawn,
    count(*) filter (where s.status = 'CLOSED')::int as closed,
    case when count(*) filter (where ${decidedByPeople}) >= ${enough}
      then percentile_disc(0.5) within group (order by ${minutesTo(sql`s.settled_at`)}::int)
        filter (where ${decidedByPeople}) end as half
  from settled s group by s.piece`

const open = (of: (alias: string) => RawBuilder<unknown>) => sql`
  select array_agg(n order by age) from (
    select age.from_days as age, count(r.age)::int as n
    from (values ${sql.join(ages.map((days, i) => sql`(${sql.lit(days)}, ${sql.lit(ages[i + 1] ?? 100_000)})`))}) as age (from_days, below)
    left join (
      select extract(epoch from (select app_now()) - r.submitted_at) / 86400 as age from access_requests r
      where ${of('r')} r.status in ('PENDING', 'INFO_REQUESTED')
    ) r on r.age >= age.from_days and r.age < age.below
    group by age.from_days
  ) counted`

const inDays = (days: number) => sql`(select app_now()) + make_interval(days => ${sql.lit(days)})`

const ends = (of: (alias: string) => RawBuilder<unknown>) => sql`
  select json_build_object(
    'month', count(*) filter (where g.ends_at <= ${inDays(30)}),
    'quarter', count(*) filter (where g.ends_at > ${inDays(30)} and g.ends_at <= ${inDays(90)}),
    'later', count(*) filter (where g.ends_at > ${inDays(90)}),
    'never', count(*) filter (where g.ends_at is null))
  from grants g where ${of('g')} ${grantIsActive}`

function counting(of: (v: Placeholders<Values>, alias: string) => RawBuilder<unknown>) {
  return prepare<Values, Insights>((v) => {
    const mine = (alias: string) => of(v, alias)
    return sql<Insights>`
      with ${settled(v, mine)}
      select
        coalesce((select json_agg(row_to_json(p) order by p."from") from (${pieces}) p), '[]') as pieces,
        ${took(minutesTo(sql`s.first_viewed_at`), sql`settled s where s.first_viewed_at is not null`)} as "toView",
        ${took(minutesTo(sql`s.settled_at`), sql`settled s where ${decidedByPeople}`)} as "toDecision",
        (${open(mine)}) as open,
        coalesce((
          select json_agg(json_build_object('code', c.code, 'n', c.n) order by c.n desc, c.code) from (
            select d.code, count(*)::int as n from decisions d
            where ${mine('d')} d.final and d.verdict = 'DECLINE' and d.rule_id is null
              and d.decided_at >= (${v.since}::date)::timestamp at time zone ${v.zone}
            group by d.code
          ) c), '[]') as declines,
        coalesce((
          select json_agg(json_build_object('role', c.role, 'n', c.n)) from (
            select coalesce(o.name, g.role) as role, count(distinct g.person_id)::int as n from grants g
            left join custom_roles o on o.account_id = g.account_id and o.id = g.custom_role_id
            where ${mine('g')} ${grantIsActive} group by coalesce(o.name, g.role)
          ) c), '[]') as roles,
        (${ends(mine)}) as ends`
  })
}

const ofOne = counting((v, alias) => sql`${sql.ref(`${alias}.account_id`)} = ${v.account}::uuid and `)
const ofAll = counting(() => sql``)

/** What to count: from a day on, in pieces of a day, a week or a month of the clock in `zone`. */
export type Counted = Omit<Values, 'account'>

/** What is counted of one account. */
export async function insightsOf(db: Database, account: string, asked: Counted): Promise<Insights> {
  return only(await ofOne(db, { ...asked, account }))
}

/** What is counted of all accounts; reads every request of that time, so it is for nobody who waits. */
export async function insightsOfAll(tx: Tx, asked: Counted): Promise<Insights> {
  return only(await ofAll(tx, { ...asked, account: '' }))
}

function only(rows: readonly Insights[]): Insights {
  const [row] = rows
  if (!row) throw new Error('Counting gives a row')
  return row
}

const mostSlow = 10

/** The accounts in which people wait longest for a decision, slowest first. */
export async function slowestAccounts(tx: Tx, since: string): Promise<SlowAccount[]> {
  const { rows } = await sql<SlowAccount>`
    with waits as (
      select r.account_id, greatest(0, round(extract(epoch from r.settled_at - r.submitted_at) / 60))::int as minutes
      from access_requests r
      where r.status in ('APPROVED', 'DECLINED') and r.settled_at >= (${since}::date)::timestamp at time zone 'UTC'
        and not exists (
          select from decisions d where d.account_id = r.account_id and d.request_id = r.id and d.rule_id is not null)
    ), slow as (
      select w.account_id, count(*)::int as n, percentile_disc(0.5) within group (order by w.minutes) as half,
        percentile_disc(0.8) within group (order by w.minutes) as most
      from waits w group by w.account_id having count(*) >= ${enough}
      order by most desc, w.account_id limit ${sql.lit(mostSlow)}
    )
    select a.identifier, a.name, slow.n, slow.half, slow.most
    from slow join accounts a on a.id = slow.account_id order by slow.most desc, a.identifier`.execute(tx)
  return rows
}
