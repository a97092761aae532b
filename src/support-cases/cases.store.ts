import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { plainCalendar, workingDaysAfter } from '../accounts/domain/calendar.ts'
import { timingColumns, timingFrom, type TimingRow } from '../accounts/index.ts'
import { record } from '../event-log/index.ts'
import { type AccountId, type CaseId, newId, type PersonId, type RequestId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { CaseCause } from './domain/case.ts'
import type { Evidence } from './domain/evidence.ts'

/** Within how many working days support answers first. */
const workingDaysToAnswer = 1

/** The request a case is about, why it needs support, who brought it about, and what is known at this moment. */
export type Opening = {
  readonly accountId: AccountId
  readonly requestId: RequestId
  readonly cause: Exclude<CaseCause, 'PORTAL_TROUBLE' | 'VACANT'>
  /** Null when a clock or the system acted. */
  readonly by: PersonId | null
  readonly evidence?: Evidence | undefined
}

type NewCase = {
  account: string
  id: string
  reference: string
  request: string | null
  cause: CaseCause
  by: string | null
  requester: string | null
  evidence: string
  due: Date
  page: string
  error: string
}

const insert = prepare<NewCase, { id: CaseId }>(
  (p) => sql<{ id: CaseId }>`
    insert into cases (account_id, id, reference, request_id, cause, opened_by, requester_id, evidence, answer_due_at,
      page, error_reference)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.reference}, ${p.request}::uuid, ${p.cause}, ${p.by}::uuid,
      coalesce(${p.requester}::uuid, (select r.requester_id from access_requests r
        where r.account_id = ${p.account}::uuid and r.id = ${p.request}::uuid)),
      ${p.evidence}::jsonb, ${p.due}::timestamptz, ${p.page}, ${p.error})
    on conflict (account_id, request_id)
      where cause <> 'PORTAL_TROUBLE' and status not in ('RESOLVED', 'CLOSED') do nothing
    returning id`,
)

const openOne = prepare<{ account: string; request: string }, { id: CaseId }>(
  (p) => sql<{ id: CaseId }>`
    select c.id from cases c
    where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid
      and c.cause <> 'PORTAL_TROUBLE' and c.status not in ('RESOLVED', 'CLOSED')`,
)

const deskTime = prepare<{ account: string }, TimingRow & { now: Date }>(
  (p) => sql<TimingRow & { now: Date }>`
    select app_now() as now, ${timingColumns} from accounts a where a.id = ${p.account}::uuid`,
)
const timeAlone = prepare<Record<string, never>, { now: Date }>(
  () => sql<{ now: Date }>`select app_now() as now`,
)

/** By when support should answer what is said in a case of this account now: on one of the account's working days. */
export async function answerDueAt(tx: Tx, accountId: AccountId): Promise<Date> {
  const [row] = await deskTime(tx, { account: accountId })
  if (row) return workingDaysAfter(row.now, workingDaysToAnswer, timingFrom(row).calendar)
  const [time] = await timeAlone(tx, {})
  if (!time) throw new Error('The database has no time')
  return workingDaysAfter(time.now, workingDaysToAnswer, plainCalendar('UTC'))
}

// Crockford's base 32, as on requests: nothing in it is read as something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => alphabet.charAt(byte & 31)).join('')
  return `SC-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A case that somebody opens by hand about trouble, with what the page knew. */
export type TroubleOpening = {
  /** The installation's id when it is about no account. */
  readonly accountId: AccountId
  readonly requestId: RequestId | null
  readonly by: PersonId
  readonly page: string
  readonly errorReference: string
}

/**
 * Opens the case that a request waits for, and records it; support agents are told. When one is open already, nothing
 * happens and that one is given. Records an event, so call it at the end of a transaction.
 */
export async function openCase(tx: Tx, opening: Opening): Promise<CaseId> {
  const { accountId, requestId, cause, by, evidence } = opening
  const opened = await write(tx, {
    account: accountId,
    request: requestId,
    cause,
    by,
    requester: null,
    evidence: JSON.stringify(evidence ?? {}),
    page: '',
    error: '',
  })
  if (!opened) {
    const [open] = await openOne(tx, { account: accountId, request: requestId })
    if (!open) throw new Error('A case that stood in the way is gone')
    return open.id
  }
  await recordOpened(tx, { accountId, caseId: opened, cause, by, requestId })
  return opened
}

/** Writes a case about trouble with the portal; the caller adds what was said, then records it by `recordOpened`. */
export async function writeTrouble(tx: Tx, trouble: TroubleOpening): Promise<CaseId> {
  const opened = await write(tx, {
    account: trouble.accountId,
    request: trouble.requestId,
    cause: 'PORTAL_TROUBLE',
    by: trouble.by,
    requester: trouble.by,
    evidence: '{}',
    page: trouble.page,
    error: trouble.errorReference,
  })
  if (!opened) throw new Error('A case about trouble stands in nobody’s way')
  return opened
}

async function write(tx: Tx, given: Omit<NewCase, 'id' | 'reference' | 'due'>): Promise<CaseId | undefined> {
  const due = await answerDueAt(tx, given.account as AccountId)
  const rows = await insert(tx, { ...given, id: newId<'case'>(), reference: newReference(), due })
  return rows[0]?.id
}

/** Records that a case was opened, last in its transaction. */
export async function recordOpened(
  tx: Tx,
  about: {
    readonly accountId: AccountId
    readonly caseId: CaseId
    readonly cause: CaseCause
    readonly by: PersonId | null
    readonly requestId: RequestId | null
  },
): Promise<void> {
  const { accountId, caseId, cause, by, requestId } = about
  await record(tx, {
    type: 'case.opened',
    account: accountId,
    actor: by,
    ...(requestId === null ? {} : { request: requestId }),
    facts: { caseId, cause },
  })
}

const vacancy = prepare<{ account: string }, { id: CaseId }>(
  (p) => sql<{ id: CaseId }>`
    select c.id from cases c
    where c.account_id = ${p.account}::uuid and c.cause <> 'PORTAL_TROUBLE'
      and c.status not in ('RESOLVED', 'CLOSED')
    limit 1`,
)

/** Opens a case about an account that nobody administers any more, unless one is open; recorded, so call it last. */
export async function openVacancy(
  tx: Tx,
  { accountId, by }: Pick<Opening, 'accountId' | 'by'>,
): Promise<CaseId> {
  const [open] = await vacancy(tx, { account: accountId })
  if (open) return open.id
  const cause = 'VACANT'
  const about = { account: accountId, request: null, requester: null, evidence: '{}', page: '', error: '' }
  const caseId = await write(tx, { ...about, cause, by })
  if (!caseId) throw new Error('A case about an account stands in nobody’s way')
  await recordOpened(tx, { accountId, caseId, cause, by, requestId: null })
  return caseId
}

/** Opens the case in which somebody who claims an account hands in documents; recorded, so call it last. */
export async function openClaimCase(
  tx: Tx,
  { accountId, claimantId }: { readonly accountId: AccountId; readonly claimantId: PersonId },
): Promise<CaseId> {
  const cause = 'VACANT'
  const about = {
    account: accountId,
    request: null,
    requester: claimantId,
    evidence: '{}',
    page: '',
    error: '',
  }
  const caseId = await write(tx, { ...about, cause, by: claimantId })
  if (!caseId) throw new Error('A case about an account stands in nobody’s way')
  await recordOpened(tx, { accountId, caseId, cause, by: claimantId, requestId: null })
  return caseId
}
