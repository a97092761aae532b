import { codeOf, isCustom } from '../accounts/domain/roles.ts'
import { type RawBuilder, sql } from 'kysely'
import { patienceColumns } from '../accounts/index.ts'
import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import { administersAsked, askedOwnRole, mayBeDecidedBy, type Viewer } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import { virtualAccountsOf } from './approvers.store.ts'
import { reschedule, stoppingClocks } from './clocks.store.ts'
import type { ExpectedWait } from './domain/expected-wait.ts'
import type { Ask, Stage, Status } from './domain/request.ts'
import { expectedWaitIn } from './expected-wait/expected-wait.store.ts'
import { type RequestRow, requestOf, type StoredRequest } from './requests.row.ts'

export {
  absence,
  type Approver,
  approverIds,
  approversOf,
  type Breadth,
  holdApprovers,
  isReachable,
  inEachBreadth,
  isReached,
  stillAdministers,
  virtualAccountsOf,
  withStandIns,
} from './approvers.store.ts'

/** The part of a viewer that decides which requests they see. */
export type Sight = Pick<Viewer, 'personId' | 'isSupport' | 'isOperator'>

/** The placeholders of a query that starts from `visibleTo`. */
type SightValues = { readonly person: RawBuilder<unknown>; readonly seesAll: RawBuilder<unknown> }

/** The values for `visibleTo`: whose eyes, and whether their office sees every request. */
export function sightOf(viewer: Sight): { person: PersonId; seesAll: boolean } {
  return { person: viewer.personId, seesAll: viewer.isSupport || viewer.isOperator }
}

/**
 * SQL: the request `r` is one that this person may see: their own, one for them, one they administer all of, or any
 * for support agents and operators. Every query of requests starts from it.
 */
export function visibleTo({ person, seesAll }: SightValues): RawBuilder<boolean> {
  return sql<boolean>`(
    r.requester_id = ${person}::uuid or r.beneficiary_id = ${person}::uuid
    or ${seesAll}::boolean or ${administersAsked(person)}
  )`
}

/** SQL: a request `r` with its account `a` and its final decision `d`, for `requestColumns`. */
export const requestSource = sql`
  access_requests r
  join accounts a on a.id = r.account_id
  left join decisions d on d.account_id = r.account_id and d.request_id = r.id and d.final`

/** SQL: what `requestOf` reads from `requestSource`. */
export const requestColumns = sql`
  r.account_id as "accountId", r.id, r.reference, r.requester_id as "requesterId",
  r.beneficiary_id as "beneficiaryId", r.status, r.stage, r.version, r.ask_scope as "askScope",
  r.ask_virtual_account_ids as "askVirtualAccountIds", r.ask_named as "askNamed", r.ask_role as "askRole",
  ${askedOwnRole} as "askOwnRole", r.ask_ends_at as "askEndsAt", r.reason, r.account_name as "accountName", r.profile,
  r.previous_request_id as "previousRequestId", r.submitted_at as "submittedAt", r.due_at as "dueAt",
  r.expires_at as "expiresAt", r.last_reminded_at as "lastRemindedAt",
  r.last_reminded_by_hand_at as "lastRemindedByHandAt", r.reminders_by_hand as "remindersByHand",
  r.first_viewed_at as "firstViewedAt", r.settled_at as "settledAt", d.decided_at as "decidedAt",
  d.decided_by as "decidedBy", a.identifier, a.time_zone as "accountTimeZone", a.status as "accountStatus",
  a.show_administrators as "showAdministrators",
  case when r.status = 'CLOSED' then (select n.id from access_requests n
    where n.reference = r.reference and n.previous_request_id = r.id limit 1) end as "continuedAs",
  r.next_step as "nextStepKind", r.next_step_at as "nextStepAt",
  ${patienceColumns}`

type SeenRow = RequestRow & {
  decidable: boolean
  administered: boolean
  expectedWait: ExpectedWait | null
}

/** A request somebody may see, with what they are to it. */
export type SeenRequest = StoredRequest & {
  /** They asked, or it is for them. */
  readonly mine: boolean
  /** They administer all that it asks for. */
  readonly administered: boolean
  /** They may decide it now, as far as rights and status go. */
  readonly decidable: boolean
  /** How long answers of its account take; null when nothing can be said. */
  readonly expectedWait: ExpectedWait | null
}

const findVisible = prepare<{ id: string; person: string; seesAll: boolean }, SeenRow>(
  (p) => sql<SeenRow>`
    select ${requestColumns}, ${mayBeDecidedBy(p.person)} as decidable, ${administersAsked(p.person)} as administered,
      ${expectedWaitIn(sql`r.account_id`)} as "expectedWait"
    from ${requestSource}
    where r.id = ${p.id}::uuid and ${visibleTo(p)}`,
)

/** The request with this id, when the viewer may see it; undefined looks the same as "there is none". */
export async function findRequest(
  db: Database | Tx,
  viewer: Sight,
  id: RequestId,
): Promise<SeenRequest | undefined> {
  const [row] = await findVisible(db, { id, ...sightOf(viewer) })
  if (!row) return undefined
  const { decidable, administered, expectedWait, ...stored } = row
  const mine = row.requesterId === viewer.personId || row.beneficiaryId === viewer.personId
  return { ...requestOf(stored), mine, administered, decidable, expectedWait }
}

const continuation = prepare<{ id: string; person: string; seesAll: boolean }, { id: RequestId }>(
  (p) => sql<{ id: RequestId }>`
    select r.id from access_requests old
    join access_requests r on r.reference = old.reference and r.previous_request_id = old.id
    where old.id = ${p.id}::uuid and old.status = 'CLOSED' and ${visibleTo(p)}`,
)

/** The request as which another goes on since its account became a part of another, when the viewer may see it. */
export async function findContinuation(
  db: Database,
  viewer: Sight,
  id: RequestId,
): Promise<RequestId | undefined> {
  return (await continuation(db, { id, ...sightOf(viewer) }))[0]?.id
}

const lock = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    select from access_requests where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update`,
)
const read = prepare<{ account: string; id: string }, RequestRow>(
  (p) => sql<RequestRow>`
    select ${requestColumns} from ${requestSource}
    where r.account_id = ${p.account}::uuid and r.id = ${p.id}::uuid`,
)

/** Locks the request until the transaction ends, and gives it as it is then, with a decision that was waited for. */
export async function lockRequest(tx: Tx, accountId: AccountId, id: RequestId): Promise<StoredRequest> {
  await lock(tx, { account: accountId, id })
  return readRequest(tx, accountId, id)
}

/** The request as it is stored, whoever asks: for letters and jobs. */
export async function readRequest(
  db: Database | Tx,
  accountId: AccountId,
  id: RequestId,
): Promise<StoredRequest> {
  const [row] = await read(db, { account: accountId, id })
  if (!row) throw new Error('A request that was found is gone')
  return requestOf(row)
}

const readAll = prepare<{ ids: readonly string[] }, RequestRow>(
  (p) => sql<RequestRow>`select ${requestColumns} from ${requestSource} where r.id = any(${p.ids}::uuid[])`,
)

/** Requests of a list, whole and in its order: give only ids that whoever asks may see. */
export async function readRequests(db: Database, ids: readonly RequestId[]): Promise<StoredRequest[]> {
  const found = new Map((await readAll(db, { ids })).map((row) => [row.id, requestOf(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Which row a guarded update means: the request as it was when the step was allowed. */
export type Guard = {
  readonly accountId: AccountId
  readonly id: RequestId
  /** The version the step was decided on. */
  readonly version: number
}

type Changed = { version: number }

const settle = prepare<Guard & { status: Status }, Changed>(
  (p) => sql<Changed>`
    with stopped as (${stoppingClocks(p.accountId, p.id)})
    update access_requests set status = ${p.status}, version = version + 1, status_changes = status_changes + 1,
      settled_at = app_now(), next_step = null, next_step_at = null
    where account_id = ${p.accountId}::uuid and id = ${p.id}::uuid
      and status in ('PENDING', 'INFO_REQUESTED') and version = ${p.version}::int
    returning version`,
)

/** Ends an open request; gives its new version, undefined when it is no longer open or no longer this version. */
export async function settleRequest(
  tx: Tx,
  guard: Guard,
  status: Exclude<Status, 'PENDING' | 'INFO_REQUESTED'>,
): Promise<number | undefined> {
  const [row] = await settle(tx, { accountId: guard.accountId, id: guard.id, version: guard.version, status })
  return row?.version
}

const stageOf = prepare<Guard & { stage: Stage }, Changed>(
  (p) => sql<Changed>`
    update access_requests set stage = ${p.stage}
    where account_id = ${p.accountId}::uuid and id = ${p.id}::uuid
      and status in ('PENDING', 'INFO_REQUESTED') and version = ${p.version}::int
    returning version`,
)

/** Moves an open request to whom it waits for, and sets its clocks; false when it is no longer open or no longer this version. */
export async function moveRequest(tx: Tx, guard: Guard, stage: Stage): Promise<boolean> {
  const rows = await stageOf(tx, { accountId: guard.accountId, id: guard.id, version: guard.version, stage })
  if (rows.length === 1) await reschedule(tx, guard)
  return rows.length === 1
}

/** An ask as its columns. */
export function askColumns(ask: Ask) {
  return {
    scope: ask.scope.kind,
    virtualAccounts: virtualAccountsOf(ask.scope),
    named: ask.scope.kind === 'UNSURE' ? (ask.scope.named ?? '') : '',
    role: ask.role && codeOf(ask.role),
    ownRole: ask.role !== null && isCustom(ask.role) ? ask.role.id : null,
    ownRoleVersion: ask.role !== null && isCustom(ask.role) ? ask.role.version : null,
    endsAt: ask.endsAt,
  }
}
