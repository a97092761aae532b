import type { AccountId, CaseId, PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'

export const causes = [
  'NOBODY_REACHABLE',
  'ESCALATED_BY_HAND',
  'ESCALATED_BY_CLOCK',
  'PORTAL_TROUBLE',
  'VACANT',
] as const
/** Why the support desk is needed. */
export type CaseCause = (typeof causes)[number]

export const caseStatuses = ['OPEN', 'WAITING_REQUESTER', 'WAITING_ACCOUNT', 'RESOLVED', 'CLOSED'] as const
/** Whom a case waits for: support, the requester, the account; or that it is over, for good once it is closed. */
export type CaseStatus = (typeof caseStatuses)[number]

export const rooms = ['REQUESTER', 'ACCOUNT', 'INTERNAL'] as const
/** Who reads what is said: the requester and support, the account's administrators and support, or agents alone. */
export type Room = (typeof rooms)[number]

/** From which side somebody speaks. */
export type Side = 'REQUESTER' | 'ACCOUNT' | 'SUPPORT'

/** A matter that the support desk looks after. */
export type SupportCase = {
  /** The installation's id when it is about no account. */
  readonly accountId: AccountId
  readonly id: CaseId
  readonly reference: string
  readonly requestId: RequestId | null
  readonly requesterId: PersonId | null
  readonly cause: CaseCause
  readonly status: CaseStatus
  readonly openedAt: Date
  readonly answerDueAt: Date
  readonly firstAnsweredAt: Date | null
  readonly changedAt: Date
  readonly resolvedAt: Date | null
  readonly assignedTo: PersonId | null
  readonly version: number
}

/** How long a resolved case can be reopened, in days; then it is closed for good. */
export const daysToReopen = 7

/** Whether support or somebody else still has something to do. */
export function isUnderWay({ status }: Pick<SupportCase, 'status'>): boolean {
  return status !== 'RESOLVED' && status !== 'CLOSED'
}

/** Something that can happen to a case that exists. */
export type CaseStep =
  | 'answer-requester'
  | 'ask-account'
  | 'note'
  | 'requester-writes'
  | 'account-writes'
  | 'assign'
  | 'resolve'
  | 'reopen'
  | 'close'

type Row = { readonly from: readonly CaseStatus[]; readonly to?: CaseStatus }

const underWay = ['OPEN', 'WAITING_REQUESTER', 'WAITING_ACCOUNT'] as const
const resolved = ['RESOLVED'] as const

/** What can happen to a case. What is not in this table cannot happen. */
const rows: Readonly<Record<CaseStep, Row>> = {
  'answer-requester': { from: underWay, to: 'WAITING_REQUESTER' },
  'ask-account': { from: underWay, to: 'WAITING_ACCOUNT' },
  note: { from: [...underWay, 'RESOLVED'] },
  'requester-writes': { from: underWay, to: 'OPEN' },
  'account-writes': { from: underWay, to: 'OPEN' },
  assign: { from: underWay },
  resolve: { from: underWay, to: 'RESOLVED' },
  reopen: { from: resolved, to: 'OPEN' },
  close: { from: resolved, to: 'CLOSED' },
}

export const caseSteps = Object.keys(rows) as readonly CaseStep[]

/** Why nothing was done with a case. */
export type CaseRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'case-over'; readonly status: CaseStatus }
  | { readonly code: 'case-not-over' }
  | { readonly code: 'too-late-to-reopen' }
  | { readonly code: 'another-case-open' }
  | { readonly code: 'case-changed' }
  | { readonly code: 'assigned-to-another' }
  | { readonly code: 'too-many-cases'; readonly most: number }
  | { readonly code: 'too-many-messages'; readonly most: number }

/** Where the case stands after the step; refused when the table does not have it, or a week has passed since it was over. */
export function stepCase(
  { status, resolvedAt }: Pick<SupportCase, 'status' | 'resolvedAt'>,
  step: CaseStep,
  now: Date,
): Outcome<CaseStatus, CaseRefusal> {
  const { from, to } = rows[step]
  if (!from.includes(status)) return refuse(whyNot(status, step))
  const isOver = resolvedAt !== null && now >= daysAfter(resolvedAt, daysToReopen)
  if (step === 'reopen' && isOver) return refuse({ code: 'too-late-to-reopen' })
  if (step === 'close' && !isOver) return refuse({ code: 'case-not-over' })
  return done(to ?? status)
}

function whyNot(status: CaseStatus, step: CaseStep): CaseRefusal {
  if (step === 'reopen' && status === 'CLOSED') return { code: 'too-late-to-reopen' }
  return step === 'reopen' || step === 'close' ? { code: 'case-not-over' } : { code: 'case-over', status }
}
