import { coverage, fits, type Given, holds, rightsGiven, type Tree } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, takesTwo } from '../../accounts/domain/roles.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter, minutesAfter } from '../../kernel/time.ts'
import { type Approver, isSamePerson, mayDecide } from './approvers.ts'
import { endProblem } from './end-date.ts'
import { step } from './lifecycle.ts'
import { type Reason, readReason } from './reason.ts'
import type { Refusal, RefusalOf } from './refusals.ts'
import { type AccessRequest, type Ask, type Block, type DeclineCode, sameAsk } from './request.ts'

export const passwordCountsForMinutes = 5

/** What an approver sends: what they give, a note to the requester, and the version they looked at. */
export type Approve = { readonly given: Given; readonly note: string; readonly version: number }

/** What a declining approver sends; `text` goes to the requester, like the code. */
export type Decline = {
  readonly code: DeclineCode
  readonly text: string
  readonly block: Block | null
  readonly version: number
}

/** An approval that waits for a second one; `by` with the rights they hold now. */
export type FirstApproval = { readonly by: Approver; readonly given: Given; readonly version: number }

/** What must be known to approve. */
export type ApproveFacts = {
  readonly now: Date
  /** The account's setting; null is its default: two, once two people could decide this as administrators. */
  readonly wantsTwo: boolean | null
  /** How many could; see `administratorsFor`. */
  readonly administrators: number
  readonly firstApproval: FirstApproval | null
}

/** What an approval comes to: access is given, or one more administrator must agree. */
export type Approval =
  | {
      readonly kind: 'FINAL'
      readonly request: AccessRequest
      readonly given: Given
      readonly firstApproverId: PersonId | null
      readonly isLessThanAsked: boolean
    }
  | { readonly kind: 'FIRST_OF_TWO'; readonly request: AccessRequest; readonly given: Given }

/** The request after it was declined, the text as it is kept, and the block when there is one. */
export type Declined = {
  readonly request: AccessRequest
  readonly text: Reason
  readonly block: { readonly until: Date | null } | null
}

/** Whether the approver may give this by this request, and whether that settles it. */
export function approve(
  request: AccessRequest,
  by: Approver,
  sent: Approve,
  facts: ApproveFacts,
): Outcome<Approval, Refusal> {
  const next = settle(request, 'approve', by, sent.version)
  if (!next.ok) return next
  const { given } = sent
  const isLessThanAsked = isLess(request.ask, given, by.rights.tree)
  const needsSecond = needsTwo(given, facts)
  const first = needsSecond ? standingFirst(request, given, facts) : null
  const problem =
    givenProblem(given, by, facts.now) ??
    noteProblem(sent, isLessThanAsked) ??
    agreementProblem(first, by, sent, facts)
  if (problem) return refuse(problem)
  if (needsSecond && first === null) return firstOfTwo(request, given)
  return done({
    kind: 'FINAL',
    request: decided(next.value, by, facts.now),
    given,
    firstApproverId: first && first.by.personId,
    isLessThanAsked,
  })
}

/** Whether the approver may decline this request, and what the requester is told. */
export function decline(
  request: AccessRequest,
  by: Approver,
  sent: Decline,
  now: Date,
): Outcome<Declined, Refusal> {
  const next = settle(request, 'decline', by, sent.version)
  if (!next.ok) return next
  const text = readReason(sent.text)
  if (!text.ok) return refuse({ code: 'reason-unfit', problem: text.refusal })
  return done({
    request: decided(next.value, by, now),
    text: text.value,
    block: sent.block && blockFrom(sent.block, now),
  })
}

/**
 * Whether what is given is less than what was asked: fewer actions, a smaller scope or an earlier end. What the
 * requester left open cannot be less; without an end asked, an end is less unless they left role and scope open too.
 */
export function isLess(ask: Ask, given: Given, tree: Tree): boolean {
  const scope = ask.scope.kind === 'UNSURE' ? given.scope : ask.scope
  const role = ask.role ?? (scope.kind === 'VIRTUAL' ? 'VV' : 'SV')
  const leftOpen = ask.role === null && ask.scope.kind === 'UNSURE' && ask.endsAt === null
  return !holds(rightsGiven(given, tree), role, scope, leftOpen ? given.endsAt : ask.endsAt)
}

/** What is missing when the password was not typed lately, as giving or taking an administrator role asks. */
export function signInProblem(
  by: Pick<Approver, 'passwordTypedAt'>,
  now: Date,
): RefusalOf<'recent-sign-in-needed'> | undefined {
  const typedAt = by.passwordTypedAt
  const isRecent =
    typedAt !== null && typedAt <= now && now <= minutesAfter(typedAt, passwordCountsForMinutes)
  return isRecent ? undefined : { code: 'recent-sign-in-needed', withinMinutes: passwordCountsForMinutes }
}

// Somebody who may not decide learns nothing of where the request stands.
function settle(
  request: AccessRequest,
  event: 'approve' | 'decline',
  by: Approver,
  version: number,
): Outcome<AccessRequest, Refusal> {
  const allowed = mayDecide(request, by)
  if (!allowed.ok) return allowed
  const next = step(request, event)
  if (!next.ok || version === request.version) return next
  return refuse({ code: 'stale-version', version: request.version })
}

function givenProblem({ role, scope, endsAt }: Given, by: Approver, now: Date): Refusal | undefined {
  if (!fits(role, scope)) return { code: 'role-scope-mismatch', role }
  if (scope.kind === 'VIRTUAL' && !areKnown(scope.virtualAccountIds, by))
    return { code: 'unknown-virtual-account' }
  const end = endProblem(endsAt, now)
  if (end) return end
  const own = coverage(by.rights, role, scope)
  if (!own.covered) return { code: 'above-own-rights', role }
  if (own.until === null || (endsAt !== null && endsAt <= own.until)) return undefined
  return { code: 'ends-after-own-right', latest: own.until }
}

function noteProblem(sent: Approve, isLessThanAsked: boolean): Refusal | undefined {
  return isLessThanAsked && sent.note.trim() === '' ? { code: 'note-required' } : undefined
}

function agreementProblem(
  first: FirstApproval | null,
  by: Approver,
  { given }: Approve,
  { now }: ApproveFacts,
): Refusal | undefined {
  if (first && isSamePerson(first.by, by)) return { code: 'already-first-approver' }
  return isAdministratorRole(given.role) ? signInProblem(by, now) : undefined
}

function areKnown(
  ids: Extract<Given['scope'], { kind: 'VIRTUAL' }>['virtualAccountIds'],
  by: Approver,
): boolean {
  return ids.length > 0 && ids.every((id) => by.rights.places.has(id))
}

function needsTwo({ role }: Given, { wantsTwo, administrators }: ApproveFacts): boolean {
  return takesTwo(role, 'change-administrators') && (wantsTwo ?? administrators >= 2)
}

// The first approval counts while the ask is the one it was for, what is given is the same, and its author could still
// give it. Otherwise this approval is the first.
function standingFirst(request: AccessRequest, given: Given, facts: ApproveFacts): FirstApproval | null {
  const first = facts.firstApproval
  if (first === null || first.version !== request.version || !sameAsk(first.given, given)) return null
  const couldStill = mayDecide(request, first.by).ok && !givenProblem(first.given, first.by, facts.now)
  return couldStill ? first : null
}

function firstOfTwo(request: AccessRequest, given: Given): Outcome<Approval, Refusal> {
  const next = step(request, 'approve-first-of-two')
  return next.ok ? done({ kind: 'FIRST_OF_TWO', request: next.value, given }) : next
}

function decided(request: AccessRequest, by: Approver, now: Date): AccessRequest {
  return { ...request, decidedAt: now, decidedBy: by.personId }
}

const blockDays = { '30_DAYS': 30, '90_DAYS': 90, FOR_EVER: null } as const

/** Until when a block lasts that begins now; null without an end. */
export function blockFrom(block: Block, now: Date): { readonly until: Date | null } {
  const days = blockDays[block]
  return { until: days === null ? null : daysAfter(now, days) }
}
