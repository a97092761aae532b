import { type RawBuilder, sql } from 'kysely'
import { grantIsActive, isThereAs } from '../../people/index.ts'
import {
  allOf,
  type Database,
  lookedFor,
  type Placeholders,
  prepare,
  type Reading,
  type Tx,
} from '../../platform/db/index.ts'

/** Which accounts: those with any trouble, with one kind of it, or all. */
export const healthFilters = ['trouble', 'administrators', 'late', 'mail', 'all'] as const
export type HealthFilter = (typeof healthFilters)[number]

/** How an account is. */
export type AccountHealth = {
  readonly identifier: string
  readonly name: string
  readonly administrators: number
  /** Administrators who get mail and are there. */
  readonly reachable: number
  readonly open: number
  /** Open requests that were not answered in time, or went to support. */
  readonly late: number
  readonly oldest: Date | null
  /** Mails of the last seven days that came back, or that the next server did not take yet. */
  readonly mailTrouble: number
}

type Values = {
  readonly find: string
  readonly after: string
  readonly most: number
}

const fewest = 2

const isLate = sql`
  r.status in ('PENDING', 'INFO_REQUESTED') and (r.stage <> 'WITH_ADMINS' or r.due_at < (select app_now()))`

const didNotArrive = sql`
  m.state in ('DEFERRED', 'BOUNCED') and m.queued_at > (select app_now()) - interval '7 days'`

const administers = sql`g.role = 'SA' and ${grantIsActive}`
const isThere = sql`p.status = 'ACTIVE' and ${isThereAs('p')}`

// Which accounts come first, then what is shown of those few: an installation may have many, most of them well.
const trouble: Readonly<
  Record<Exclude<HealthFilter, 'trouble' | 'all'>, (a: 'a' | 'found') => RawBuilder<boolean>>
> = {
  administrators: (a) => sql<boolean>`(
    select count(*) from (
      select distinct p.id from grants g join people p on p.id = g.person_id
      where g.account_id = ${sql.ref(a)}.id and ${administers} and ${isThere} limit ${sql.lit(fewest)}
    ) reachable) < ${sql.lit(fewest)}`,
  late: (a) => sql<boolean>`${sql.ref(a)}.id in (select r.account_id from access_requests r where ${isLate})`,
  mail: (a) => sql<boolean>`${sql.ref(a)}.id in (select m.account_id from mails m where ${didNotArrive})`,
}
const wanted: Readonly<Record<HealthFilter, (a: 'a' | 'found') => RawBuilder<boolean>>> = {
  ...trouble,
  trouble: (a) => sql<boolean>`(${trouble.late(a)} or ${trouble.mail(a)} or ${trouble.administrators(a)})`,
  all: () => sql<boolean>`true`,
}

const shown = sql`
  cross join lateral (
    select count(distinct p.id)::int as administrators,
      count(distinct p.id) filter (where ${isThere})::int as reachable
    from grants g join people p on p.id = g.person_id where g.account_id = a.id and ${administers}) who
  cross join lateral (
    select count(*)::int as open, min(r.submitted_at) as oldest, count(*) filter (where ${isLate})::int as late
    from access_requests r where r.account_id = a.id and r.status in ('PENDING', 'INFO_REQUESTED')) asked
  cross join lateral (
    select count(*)::int as trouble from mails m where m.account_id = a.id and ${didNotArrive}) sent`

const firstOf = (filter: HealthFilter, p: Placeholders<Values>, { from, condition }: Reading) => sql`
        select found.id, found.identifier, found.name from ${from}
        where found.status = 'ACTIVE' and found.identifier > ${p.after} and ${wanted[filter]('found')} and ${condition}
        order by found.identifier limit ${p.most}::int`

const rowsOf = (first: RawBuilder<unknown>) => sql<AccountHealth>`
      select a.identifier, a.name, who.administrators, who.reachable, asked.open, asked.late, asked.oldest,
        sent.trouble as "mailTrouble"
      from (${first}) a ${shown}
      order by a.identifier`

const listOf = (filter: HealthFilter) => ({
  all: prepare<Values, AccountHealth>((p) => rowsOf(firstOf(filter, p, allOf('accounts')))),
  found: prepare<Values, AccountHealth>((p) =>
    rowsOf(lookedFor('accounts', p.find, (reading) => firstOf(filter, p, reading))),
  ),
})
const lists: Readonly<Record<HealthFilter, ReturnType<typeof listOf>>> = {
  trouble: listOf('trouble'),
  administrators: listOf('administrators'),
  late: listOf('late'),
  mail: listOf('mail'),
  all: listOf('all'),
}

/** Accounts in the order of their identifiers, after one of them. */
export function accountHealth(
  db: Database,
  asked: {
    readonly filter: HealthFilter
    readonly find: string
    readonly after: string
    readonly most: number
  },
): Promise<AccountHealth[]> {
  const { filter, ...page } = asked
  return lists[filter][page.find === '' ? 'all' : 'found'](db, page)
}

/** How many accounts are in trouble, by its kind. */
export type HealthCounts = { readonly administrators: number; readonly late: number; readonly mail: number }

// Of more accounts than this it is counted ahead who has too few administrators.
const mostCounted = 1_000

const counts = prepare<Record<never, never>, HealthCounts>(
  () => sql<HealthCounts>`
    with first as materialized (
      select id from accounts where status = 'ACTIVE' order by identifier limit ${sql.lit(mostCounted + 1)}
    )
    select case when (select count(*) from first) > ${sql.lit(mostCounted)}
        then coalesce((select h.administrators from counted_health h), 0)
        else (select count(*)::int from first a where ${trouble.administrators('a')}) end as administrators,
      (select count(distinct a.id)::int from access_requests r
        join accounts a on a.id = r.account_id and a.status = 'ACTIVE' where ${isLate}) as late,
      (select count(distinct a.id)::int from mails m
        join accounts a on a.id = m.account_id and a.status = 'ACTIVE' where ${didNotArrive}) as mail`,
)

/** Counts the accounts in trouble. */
export async function healthCounts(db: Database): Promise<HealthCounts> {
  return (await counts(db, {}))[0] ?? { administrators: 0, late: 0, mail: 0 }
}

/** Counts ahead, over all accounts, which have too few administrators. */
export async function countHealth(tx: Tx): Promise<void> {
  await sql`
    insert into counted_health (administrators)
    select (select count(*) from accounts a where a.status = 'ACTIVE') - count(*) from (
      select g.account_id from grants g
      join accounts a on a.id = g.account_id and a.status = 'ACTIVE' join people p on p.id = g.person_id
      where ${administers} and ${isThere}
      group by g.account_id having count(distinct p.id) >= ${sql.lit(fewest)}
    ) reachable
    on conflict (sole) do update set administrators = excluded.administrators, counted_at = app_now()`.execute(
    tx,
  )
}
