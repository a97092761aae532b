import { type RawBuilder, sql } from 'kysely'
import { type AccountStatus, accountStatuses, type AccountType } from '../../accounts/domain/account.ts'
import type { AdministeredAccount } from '../../people/index.ts'
import {
  allOf,
  type Database,
  lookedFor,
  type Placeholders,
  prepare,
  type Reading,
} from '../../platform/db/index.ts'
import type { Category } from '../../platform/mailer/index.ts'

/** An account in the operator's list. */
export type AccountRow = {
  readonly id: string
  readonly identifier: string
  readonly name: string
  readonly type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
  readonly status: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
  readonly visibility: 'LISTED' | 'RESTRICTED'
  /** Administrators who can be reached. */
  readonly administrators: number
}

type Page = { readonly find: string; readonly after: string; readonly most: number }
/** What a list of accounts is cut down to; empty: to nothing. */
export type AccountFilter = { readonly status: AccountStatus | ''; readonly type: AccountType | '' }

// Status and type stand in the statement itself, so that each mix is read by the index that fits it.
const accountRows = (
  p: Placeholders<Page>,
  { status, type }: AccountFilter,
  { from, condition }: Reading,
) => sql<AccountRow>`
    select found.id, found.identifier, found.name, found.type, found.status, found.visibility, (
        select count(distinct g.person_id)::int from grants g join people p on p.id = g.person_id
        where g.account_id = found.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
          and (g.ends_at is null or g.ends_at > app_now()) and p.status = 'ACTIVE' and p.mail_bounced_at is null
      ) as administrators
    from ${from}
    where found.identifier > ${p.after} ${status === '' ? sql`` : sql`and found.status = ${sql.lit(status)}`}
      ${type === '' ? sql`` : sql`and found.type = ${sql.lit(type)}`} and ${condition}
    order by found.identifier limit ${p.most}::int`

const accountLists = (filter: AccountFilter) => ({
  all: prepare<Page, AccountRow>((p) => accountRows(p, filter, allOf('accounts'))),
  found: prepare<Page, AccountRow>(
    (p) => sql<AccountRow>`
      ${lookedFor('accounts', p.find, (reading) => accountRows(p, filter, reading))}
      order by identifier`,
  ),
})
const byFilter = new Map<string, ReturnType<typeof accountLists>>()

function listsFor(filter: AccountFilter): ReturnType<typeof accountLists> {
  const key = `${filter.status}:${filter.type}`
  const lists = byFilter.get(key) ?? accountLists(filter)
  byFilter.set(key, lists)
  return lists
}

/** Accounts in the order of their identifiers, after one of them; found by words of a name or an identifier. */
export function accountsAfter(db: Database, page: Page & AccountFilter): Promise<AccountRow[]> {
  return listsFor(page)[page.find === '' ? 'all' : 'found'](db, page)
}

/** Counting accounts of a status stops here. */
export const mostCounted = 1_000

const countOf = (status: AccountStatus) => sql`
  select ${sql.lit(status)} as status, count(*)::int as n from (
    select from accounts where status = ${sql.lit(status)} order by identifier limit ${sql.lit(mostCounted + 1)}
  ) few`
const counted = prepare<Record<never, never>, { status: AccountStatus; n: number }>(
  () =>
    sql<{ status: AccountStatus; n: number }>`${sql.join(accountStatuses.map(countOf), sql` union all `)}`,
)

/** How many accounts there are of each status; of more than a thousand it is only known that they are more. */
export async function accountCounts(db: Database): Promise<Readonly<Record<AccountStatus, number>>> {
  const rows = await counted(db, {})
  return Object.fromEntries(rows.map(({ status, n }) => [status, n])) as Record<AccountStatus, number>
}

/** A person in the operator's list. */
export type PersonRow = {
  readonly id: string
  readonly address: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly company: string
  readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'
  readonly verified: boolean
  readonly bounced: boolean
  readonly isSupport: boolean
  readonly isOperator: boolean
  /** Accounts that would have no administrator without them. */
  readonly aloneIn: readonly AdministeredAccount[]
}

const person = (p: RawBuilder<unknown>) => sql`
  ${p}.id, ${p}.address, ${p}.first_name as "firstName", ${p}.last_name as "lastName",
  ${p}.preferred_first_name as "preferredFirstName", ${p}.company, ${p}.status, ${p}.verified_at is not null as verified,
  ${p}.mail_bounced_at is not null as bounced, ${p}.is_support as "isSupport", ${p}.is_operator as "isOperator",
  coalesce((
    select json_agg(json_build_object('identifier', a.identifier, 'name', a.name) order by a.name, a.identifier)
    from grants g join accounts a on a.id = g.account_id and a.status = 'ACTIVE'
    where g.person_id = ${p}.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
      and (g.ends_at is null or g.ends_at > app_now())
      and not exists (
        select from grants o join people other on other.id = o.person_id and other.status = 'ACTIVE'
        where o.account_id = g.account_id and o.role = 'SA' and o.person_id <> ${p}.id and o.revoked_at is null
          and o.suspended_at is null and (o.ends_at is null or o.ends_at > app_now()))
    ), '[]') as "aloneIn"`

/** What a list of people can be cut down to. */
export const peopleFilters = ['all', 'support', 'operators', 'disabled', 'bounced', 'unverified'] as const
export type PeopleFilter = (typeof peopleFilters)[number]

// Each its own statement, so that the few that are meant are found among the many by an index.
const meant: Readonly<Record<PeopleFilter, RawBuilder<boolean>>> = {
  all: sql`true`,
  support: sql`found.is_support`,
  operators: sql`found.is_operator`,
  disabled: sql`found.status = 'DISABLED'`,
  bounced: sql`found.mail_bounced_at is not null`,
  unverified: sql`found.verified_at is null`,
}

const peopleLists = (only: PeopleFilter) => {
  const rows = (v: Placeholders<Page>, { from, condition }: Reading) => sql<PersonRow>`
      select ${person(sql`found`)} from ${from}
      where found.address > ${v.after} and found.status <> 'ERASED' and ${meant[only]} and ${condition}
      order by found.address limit ${v.most}::int`
  return {
    all: prepare<Page, PersonRow>((v) => rows(v, allOf('people'))),
    found: prepare<Page, PersonRow>(
      (v) => sql<PersonRow>`
        ${lookedFor('people', v.find, (reading) => rows(v, reading))}
        order by address`,
    ),
  }
}
const people: Readonly<Record<PeopleFilter, ReturnType<typeof peopleLists>>> = {
  all: peopleLists('all'),
  support: peopleLists('support'),
  operators: peopleLists('operators'),
  disabled: peopleLists('disabled'),
  bounced: peopleLists('bounced'),
  unverified: peopleLists('unverified'),
}

/** People in the order of their addresses, after one of them; found by words of a name or an address. */
export function peopleAfter(
  db: Database,
  page: Page & { readonly only: PeopleFilter },
): Promise<PersonRow[]> {
  return people[page.only][page.find === '' ? 'all' : 'found'](db, page)
}

/** One person. */
export async function findPerson(db: Database, id: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${person(sql`p`)} from people p where p.id = ${id}::uuid and p.status <> 'ERASED'`.execute(db)
  return rows[0]
}

/** The person with this address. */
export async function personAtAddress(db: Database, address: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${person(sql`p`)} from people p where p.address = ${address} and p.status <> 'ERASED'`.execute(db)
  return rows[0]
}

/** A job that was given up. */
export type DeadJob = {
  readonly id: string
  readonly kind: string
  readonly attempts: number
  readonly failedAt: Date
  readonly error: string | null
  readonly identifier: string | null
}

/** The jobs that were given up last, fifty at most. */
export async function deadJobs(db: Database): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select j.id, j.kind, j.attempts, j.failed_at as "failedAt", j.last_error as error, a.identifier
    from jobs j left join accounts a on a.id = j.account_id
    where j.failed_at is not null order by j.failed_at desc, j.id limit 50`.execute(db)
  return rows
}

/** A mail that came back, or that waits. */
export type StuckMail = {
  readonly id: string
  readonly category: Category | null
  readonly address: string
  readonly state: 'QUEUED' | 'DEFERRED' | 'BOUNCED'
  readonly attempts: number
  readonly response: string | null
  readonly queuedAt: Date
}

/** The mails that came back or have waited for more than ten minutes, newest first, fifty at most. */
export async function stuckMails(db: Database): Promise<StuckMail[]> {
  const { rows } = await sql<StuckMail>`
    select id, category, address, state, attempts, response, queued_at as "queuedAt" from mails
    where state in ('QUEUED', 'DEFERRED', 'BOUNCED')
      and (state = 'BOUNCED' or queued_at < app_now() - interval '10 minutes')
    order by queued_at desc, id limit 50`.execute(db)
  return rows
}
