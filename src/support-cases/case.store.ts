import { type RawBuilder, sql } from 'kysely'
import type { AccountId, CaseId, PersonId, RequestId } from '../kernel/id.ts'
import { grantIsActive, type Viewer } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { CaseStatus, SupportCase } from './domain/case.ts'

/** From where somebody looks at a case: it is theirs, they administer its account, or they are support. */
export type Seat = 'REQUESTER' | 'ACCOUNT' | 'SUPPORT'

/** A case with what is shown of its account and its request. */
export type StoredCase = SupportCase & {
  readonly openedBy: PersonId | null
  readonly page: string
  readonly errorReference: string
  readonly accountName: string | null
  readonly identifier: string | null
  readonly requestReference: string | null
  readonly requestStatus: string | null
  readonly requestStage: string | null
}

/** A case that somebody may see, and from where they look at it. */
export type SeenCase = StoredCase & { readonly seat: Seat }

/** Whose eyes look. */
export type CaseSight = Pick<Viewer, 'personId' | 'isSupport' | 'isOperator'>

/** Whether their office answers cases. */
export function answersCases({
  isSupport,
  isOperator,
}: Pick<CaseSight, 'isSupport' | 'isOperator'>): boolean {
  return isSupport || isOperator
}

/** SQL: a case `c` with its account `a` and its request `r`, for `caseColumns`. */
export const caseSource = sql`
  cases c
  left join accounts a on a.id = c.account_id
  left join access_requests r on r.account_id = c.account_id and r.id = c.request_id`

/** SQL: the columns of a `StoredCase` from `caseSource`. */
export const caseColumns = sql`
  c.account_id as "accountId", c.id, c.reference, c.request_id as "requestId", c.requester_id as "requesterId",
  c.cause, c.status, c.opened_at as "openedAt", c.opened_by as "openedBy", c.answer_due_at as "answerDueAt",
  c.first_answered_at as "firstAnsweredAt", c.changed_at as "changedAt", c.resolved_at as "resolvedAt",
  c.assigned_to as "assignedTo", c.version, c.page, c.error_reference as "errorReference",
  coalesce(r.account_name, a.name) as "accountName", a.identifier, r.reference as "requestReference",
  r.status as "requestStatus", r.stage as "requestStage"`

/** SQL: this person administers the account of the case `c`, and the case is one that the account is told about. */
export function concernsAccountOf(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    (c.cause <> 'PORTAL_TROUBLE' or exists (
      select from case_messages m
      where m.account_id = c.account_id and m.case_id = c.id and m.room = 'ACCOUNT'))
    and exists (
      select from grants g
      where g.account_id = c.account_id and g.person_id = ${person}::uuid and g.role = 'SA' and ${grantIsActive}))`
}

type Row = StoredCase & { administers: boolean }
type Values = { id: string; person: string; office: boolean }

const find = prepare<Values, Row>(
  (p) => sql<Row>`
    select ${caseColumns}, ${concernsAccountOf(p.person)} as administers
    from ${caseSource}
    where c.id = ${p.id}::uuid
      and (c.requester_id = ${p.person}::uuid or ${p.office}::boolean or ${concernsAccountOf(p.person)})`,
)

/** The case with this id, when the viewer may see it; undefined looks the same as "there is none". */
export async function findCase(
  db: Database | Tx,
  viewer: CaseSight,
  id: CaseId,
): Promise<SeenCase | undefined> {
  const office = answersCases(viewer)
  const [row] = await find(db, { id, person: viewer.personId, office })
  if (!row) return undefined
  const { administers, ...stored } = row
  return { ...stored, seat: seatOf(stored, viewer, administers) }
}

// Whoever a case is about never looks at it as support, nor as the other side.
function seatOf(one: StoredCase, viewer: CaseSight, administers: boolean): Seat {
  if (one.requesterId === viewer.personId) return 'REQUESTER'
  if (answersCases(viewer)) return 'SUPPORT'
  if (!administers) throw new Error('A case was shown to somebody who has no seat in it')
  return 'ACCOUNT'
}

const lock = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    select from cases where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update`,
)

/** Locks the case until the transaction ends, and gives it as it is then; undefined when the viewer may not see it. */
export async function lockCase(tx: Tx, viewer: CaseSight, id: CaseId): Promise<SeenCase | undefined> {
  const found = await findCase(tx, viewer, id)
  if (!found) return undefined
  await lock(tx, { account: found.accountId, id })
  return findCase(tx, viewer, id)
}

const readOne = prepare<{ account: string; id: string }, StoredCase>(
  (p) => sql<StoredCase>`
    select ${caseColumns} from ${caseSource}
    where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid`,
)

/** The case as it is stored, whoever asks: for letters and clocks. */
export async function readCase(
  db: Database | Tx,
  accountId: AccountId,
  id: CaseId,
): Promise<StoredCase | undefined> {
  return (await readOne(db, { account: accountId, id }))[0]
}

/** Locks the case, whoever asks, and gives it as it is then. */
export async function lockStored(tx: Tx, accountId: AccountId, id: CaseId): Promise<StoredCase | undefined> {
  await lock(tx, { account: accountId, id })
  return readCase(tx, accountId, id)
}

const openAbout = prepare<{ account: string; request: string }, { id: CaseId }>(
  (p) => sql<{ id: CaseId }>`
    select c.id from cases c
    where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid and c.cause <> 'PORTAL_TROUBLE'
      and c.status not in ('RESOLVED', 'CLOSED')`,
)

/** The case that a request waits for; undefined when there is none under way. */
export async function caseOf(
  db: Database | Tx,
  request: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<CaseId | undefined> {
  const [row] = await openAbout(db, { account: request.accountId, request: request.id })
  return row?.id
}

type Change = {
  account: string
  id: string
  status: CaseStatus
  answered: boolean
  holder: string | null
  due: Date | null
}

const change = prepare<Change, { version: number }>(
  (p) => sql<{ version: number }>`
    update cases set status = ${p.status}, changed_at = app_now(), version = version + 1,
      answer_due_at = coalesce(${p.due}::timestamptz, answer_due_at),
      first_answered_at = case when ${p.answered}::boolean then coalesce(first_answered_at, app_now())
        else first_answered_at end,
      assigned_to = coalesce(assigned_to, ${p.holder}::uuid),
      resolved_at = case when ${p.status} in ('RESOLVED', 'CLOSED') then coalesce(resolved_at, app_now()) end,
      closed_at = case when ${p.status} = 'CLOSED' then app_now() end
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid
    returning version`,
)

/** Where a case stands now, and what that brought about. */
type Standing = {
  readonly status: CaseStatus
  /** Support has answered. */
  readonly answered?: boolean
  /** Who looks after it from now on, when nobody does. */
  readonly holder?: PersonId
  /** By when support should answer next. */
  readonly due?: Date
}

/** Writes where a locked case stands now. */
export async function changeCase(
  tx: Tx,
  one: Pick<SupportCase, 'accountId' | 'id'>,
  { status, answered = false, holder, due }: Standing,
): Promise<void> {
  const { accountId: account, id } = one
  await change(tx, { account, id, status, answered, holder: holder ?? null, due: due ?? null })
}

const assign = prepare<{ account: string; id: string; to: string | null }, { version: number }>(
  (p) => sql<{ version: number }>`
    update cases set assigned_to = ${p.to}::uuid, version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid returning version`,
)

/** Writes who looks after a locked case; null for nobody. */
export async function assignCase(
  tx: Tx,
  one: Pick<SupportCase, 'accountId' | 'id'>,
  to: PersonId | null,
): Promise<void> {
  await assign(tx, { account: one.accountId, id: one.id, to })
}

/** The parts of an event about a case: it stands in the request's story too, and wakes the requester's pages. */
export function aboutCase(
  one: Pick<StoredCase, 'accountId' | 'requestId' | 'requesterId'>,
  actor: PersonId | null,
) {
  return {
    account: one.accountId,
    actor,
    ...(one.requestId === null ? {} : { request: one.requestId }),
    ...(one.requesterId === null || one.requesterId === actor ? {} : { subject: one.requesterId }),
  }
}
