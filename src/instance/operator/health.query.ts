import { type RawBuilder, sql } from 'kysely'
import { grantIsActive, isThereAs } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

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
  readonly filter: string
  readonly find: string
  readonly like: string
  readonly after: string
  readonly most: number
}

const fewest = 2

const administrators = sql`
  select count(distinct p.id)::int as administrators,
    count(distinct p.id) filter (where p.status = 'ACTIVE' and ${isThereAs('p')})::int as reachable
  from grants g join people p on p.id = g.person_id
  where g.account_id = a.id and g.role = 'SA' and ${grantIsActive}`

const requests = sql`
  select count(*)::int as open, min(r.submitted_at) as oldest,
    count(*) filter (where r.stage <> 'WITH_ADMINS' or r.due_at < (select app_now()))::int as late
  from access_requests r
  where r.account_id = a.id and r.status in ('PENDING', 'INFO_REQUESTED')`

const mails = sql`
  select count(*)::int as trouble from mails m
  where m.account_id = a.id and m.queued_at > (select app_now()) - interval '7 days'
    and m.state in ('DEFERRED', 'BOUNCED')`

const trouble: Readonly<Record<HealthFilter, RawBuilder<boolean>>> = {
  administrators: sql<boolean>`who.reachable < ${sql.lit(fewest)}`,
  late: sql<boolean>`asked.late > 0`,
  mail: sql<boolean>`sent.trouble > 0`,
  trouble: sql<boolean>`(who.reachable < ${sql.lit(fewest)} or asked.late > 0 or sent.trouble > 0)`,
  all: sql<boolean>`true`,
}

const source = sql`
  accounts a
  cross join lateral (${administrators}) who
  cross join lateral (${requests}) asked
  cross join lateral (${mails}) sent`

const list = prepare<Values, AccountHealth>(
  (p) => sql<AccountHealth>`
    select a.identifier, a.name, who.administrators, who.reachable, asked.open, asked.late, asked.oldest,
      sent.trouble as "mailTrouble"
    from ${source}
    where a.status = 'ACTIVE' and a.identifier > ${p.after}
      and (${p.find} = '' or a.identifier ilike ${p.like} or a.name ilike ${p.like})
      and case ${p.filter} ${sql.join(
        healthFilters.map((name) => sql`when ${sql.lit(name)} then ${trouble[name]}`),
        sql` `,
      )} end
    order by a.identifier limit ${p.most}::int`,
)

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
  return list(db, { ...asked, like: `%${asked.find.replace(/[\\%_]/g, '\\$&')}%` })
}

/** How many accounts are in trouble, by its kind. */
export type HealthCounts = { readonly administrators: number; readonly late: number; readonly mail: number }

const counts = prepare<Record<never, never>, HealthCounts>(
  () => sql<HealthCounts>`
    select count(*) filter (where ${trouble.administrators})::int as administrators,
      count(*) filter (where ${trouble.late})::int as late, count(*) filter (where ${trouble.mail})::int as mail
    from ${source} where a.status = 'ACTIVE'`,
)

/** Counts the accounts in trouble. */
export async function healthCounts(db: Database): Promise<HealthCounts> {
  return (await counts(db, {}))[0] ?? { administrators: 0, late: 0, mail: 0 }
}
