import { type RawBuilder, sql } from 'kysely'
import { type AdministeredAccount, alikeIds } from '../../people/index.ts'
import { type Database, type Placeholders, prepare } from '../../platform/db/index.ts'
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
export type AccountFilter = { readonly status: string; readonly type: string }

const accountList = prepare<Page & AccountFilter & { like: string }, AccountRow>(
  (p) => sql<AccountRow>`
    select a.id, a.identifier, a.name, a.type, a.status, a.visibility, (
        select count(distinct g.person_id)::int from grants g join people p on p.id = g.person_id
        where g.account_id = a.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
          and (g.ends_at is null or g.ends_at > app_now()) and p.status = 'ACTIVE' and p.mail_bounced_at is null
      ) as administrators
    from accounts a
    where a.identifier > ${p.after} and (${p.status} = '' or a.status = ${p.status})
      and (${p.type} = '' or a.type = ${p.type}) and (${p.find} = '' or a.identifier ilike ${p.like} or a.name ilike ${p.like})
    order by a.identifier limit ${p.most}::int`,
)

/** Accounts in the order of their identifiers, after one of them. */
export function accountsAfter(db: Database, page: Page & AccountFilter): Promise<AccountRow[]> {
  return accountList(db, { ...page, like: likeOf(page.find) })
}

const statuses = prepare<Record<never, never>, { status: string; n: number }>(
  () => sql<{ status: string; n: number }>`select status, count(*)::int as n from accounts group by status`,
)

/** How many accounts there are of each status. */
export async function accountCounts(db: Database): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries((await statuses(db, {})).map(({ status, n }) => [status, n]))
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

const person = sql`
  p.id, p.address, p.first_name as "firstName", p.last_name as "lastName",
  p.preferred_first_name as "preferredFirstName", p.company, p.status, p.verified_at is not null as verified,
  p.mail_bounced_at is not null as bounced, p.is_support as "isSupport", p.is_operator as "isOperator",
  coalesce((
    select json_agg(json_build_object('identifier', a.identifier, 'name', a.name) order by a.name, a.identifier)
    from grants g join accounts a on a.id = g.account_id and a.status = 'ACTIVE'
    where g.person_id = p.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
      and (g.ends_at is null or g.ends_at > app_now())
      and not exists (
        select from grants o join people other on other.id = o.person_id and other.status = 'ACTIVE'
        where o.account_id = g.account_id and o.role = 'SA' and o.person_id <> p.id and o.revoked_at is null
          and o.suspended_at is null and (o.ends_at is null or o.ends_at > app_now()))
    ), '[]') as "aloneIn"`

/** What a list of people can be cut down to. */
export const peopleFilters = ['all', 'support', 'operators', 'disabled', 'bounced', 'unverified'] as const
export type PeopleFilter = (typeof peopleFilters)[number]

type PeoplePage = Page & { only: string }

const peopleList = (isMeant: (v: Placeholders<PeoplePage>) => RawBuilder<unknown>) =>
  prepare<PeoplePage, PersonRow>(
    (v) => sql<PersonRow>`
      select ${person} from people p
      where p.address > ${v.after} and p.status <> 'ERASED'
        and case ${v.only}
          when 'support' then p.is_support when 'operators' then p.is_operator when 'disabled' then p.status = 'DISABLED'
          when 'bounced' then p.mail_bounced_at is not null when 'unverified' then p.verified_at is null
          else true end
        and ${isMeant(v)}
      order by p.address limit ${v.most}::int`,
  )
const everybody = peopleList(() => sql`true`)
const foundPeople = peopleList((v) => sql`p.id in (${alikeIds(v.find)})`)

/** People in the order of their addresses, after one of them; found by how a name, an address or its domain begins. */
export function peopleAfter(
  db: Database,
  page: Page & { readonly only: PeopleFilter },
): Promise<PersonRow[]> {
  return (page.find === '' ? everybody : foundPeople)(db, page)
}

/** One person. */
export async function findPerson(db: Database, id: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${person} from people p where p.id = ${id}::uuid and p.status <> 'ERASED'`.execute(db)
  return rows[0]
}

/** The person with this address. */
export async function personAtAddress(db: Database, address: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${person} from people p where p.address = ${address} and p.status <> 'ERASED'`.execute(db)
  return rows[0]
}

function likeOf(find: string): string {
  return `%${find.replace(/[\\%_]/g, '\\$&')}%`
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
