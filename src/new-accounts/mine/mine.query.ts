import { sql } from 'kysely'
import { installation, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { ApplicationId, ApplicationStatus, Check } from '../domain/application.ts'

/** An application as a list shows it. */
export type ListedApplication = {
  readonly id: ApplicationId
  readonly reference: string
  readonly identifier: string
  readonly name: string
  readonly status: ApplicationStatus
  readonly submittedAt: Date
}

const columns = sql`a.id, a.reference, a.identifier, a.name, a.status, a.submitted_at as "submittedAt"`

const pageSize = 50

const mine = prepare<{ person: string; after: string | null }, ListedApplication>(
  (p) => sql<ListedApplication>`
    select ${columns} from account_applications a
    where a.requester_id = ${p.person}::uuid and (${p.after}::uuid is null or a.id < ${p.after}::uuid)
    order by a.id desc limit ${sql.lit(pageSize + 1)}`,
)

/** A page of what somebody asked for, newest first. */
export async function applicationsOf(
  db: Database,
  person: PersonId,
  after: string | null,
): Promise<{ applications: ListedApplication[]; next: string | undefined }> {
  const rows = await mine(db, { person, after })
  const applications = rows.slice(0, pageSize)
  return { applications, next: rows.length > pageSize ? applications.at(-1)?.id : undefined }
}

const nominated = prepare<{ address: string; person: string }, ListedApplication>(
  (p) => sql<ListedApplication>`
    select ${columns} from account_applications a
    where a.nominee_address = ${p.address} and a.requester_id <> ${p.person}::uuid
      and a.status in ('AWAITING_NOMINEE', 'ACTIVE')
    order by a.id desc limit 50`,
)

/** The applications in which somebody with this verified address is to say yes or has. */
export function nominationsOf(
  db: Database,
  who: { readonly address: string; readonly personId: PersonId },
): Promise<ListedApplication[]> {
  return nominated(db, { address: who.address, person: who.personId })
}

const open = prepare<{ person: string }, { n: number }>(
  (p) => sql<{ n: number }>`
    select count(*)::int as n from account_applications a
    where a.requester_id = ${p.person}::uuid and a.settled_at is null`,
)

/** How many applications of somebody are open. */
export async function openApplicationsOf(db: Database, person: PersonId): Promise<number> {
  return (await open(db, { person }))[0]?.n ?? 0
}

/** Which applications the operator's queue lists. */
export const queueFilters = ['check', 'action', 'nominee', 'over'] as const
export type QueueFilter = (typeof queueFilters)[number]

const statuses: Readonly<Record<QueueFilter, readonly ApplicationStatus[]>> = {
  check: ['CHECKING'],
  action: ['ACTION_NEEDED'],
  nominee: ['AWAITING_NOMINEE'],
  over: ['ACTIVE', 'DECLINED', 'WITHDRAWN', 'EXPIRED'],
}

/** An application in the queue, with what is to be looked at. */
export type QueuedApplication = ListedApplication & {
  readonly checks: readonly Check[]
  readonly proof: 'DNS' | 'ROLE_MAIL' | null
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

const queued = sql`${columns}, a.checks, a.proof, r.first_name as "firstName", r.last_name as "lastName",
  r.preferred_first_name as "preferredFirstName", r.address`

type Paged = { installation: string; statuses: readonly string[]; after: string | null }

const waiting = prepare<Paged, QueuedApplication>(
  (p) => sql<QueuedApplication>`
    select ${queued} from account_applications a join people r on r.id = a.requester_id
    where a.account_id = ${p.installation}::uuid and a.status = any(${p.statuses}::text[])
      and (${p.after}::uuid is null or a.id > ${p.after}::uuid)
    order by a.id limit ${sql.lit(pageSize + 1)}`,
)

const over = prepare<Paged, QueuedApplication>(
  (p) => sql<QueuedApplication>`
    select ${queued} from account_applications a join people r on r.id = a.requester_id
    where a.account_id = ${p.installation}::uuid and a.settled_at is not null
      and (${p.after}::uuid is null or a.id < ${p.after}::uuid)
    order by a.id desc limit ${sql.lit(pageSize + 1)}`,
)

/** A page of the operator's queue: what waits longest first, what is over newest first. */
export async function queuedApplications(
  db: Database,
  page: { readonly filter: QueueFilter; readonly after: string | null },
): Promise<{ applications: readonly QueuedApplication[]; next: string | undefined }> {
  const list = page.filter === 'over' ? over : waiting
  const rows = await list(db, { installation, statuses: statuses[page.filter], after: page.after })
  const applications = rows.slice(0, pageSize)
  return { applications, next: rows.length > pageSize ? applications.at(-1)?.id : undefined }
}

const mostCounted = 1_000
const counts = prepare<{ installation: string }, { status: ApplicationStatus; n: number }>(
  (p) => sql<{ status: ApplicationStatus; n: number }>`
    select waiting.status, (
      select count(*)::int from (
        select from account_applications a
        where a.account_id = ${p.installation}::uuid and a.status = waiting.status
        order by a.id limit ${sql.lit(mostCounted)}
      ) few) as n
    from unnest(array['CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE']) as waiting (status)`,
)

/** How many applications each part of the queue holds that are not over, counted to a thousand of a status. */
export async function queueCounts(db: Database): Promise<Readonly<Record<QueueFilter, number | undefined>>> {
  const rows = await counts(db, { installation })
  const of = (filter: QueueFilter) =>
    rows.filter(({ status }) => statuses[filter].includes(status)).reduce((sum, { n }) => sum + n, 0)
  return { check: of('check'), action: of('action'), nominee: of('nominee'), over: undefined }
}
