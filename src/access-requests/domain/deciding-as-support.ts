import { fits, type Given, type Tree } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, type Role } from '../../accounts/domain/roles.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import { signInProblem } from './deciding.ts'
import { step } from './lifecycle.ts'
import type { Refusal } from './refusals.ts'
import type { AccessRequest, DeclineCode } from './request.ts'

/** For how many days support gives access at most. */
export const longestGrantBySupportInDays = 90
const shortestGrantInHours = 1

/** What support decides when nobody of the account can: access with an end, or a refusal with its code. */
export type SupportDecision =
  | { readonly verdict: 'APPROVE'; readonly given: GivenBySupport }
  | { readonly verdict: 'DECLINE'; readonly code: DeclineCode }

/** What support gives is a built-in role: what an account's own roles are for, its own people know. */
export type GivenBySupport = Given & { readonly role: Role }

/** A decision that one agent proposed, for the request as it was then. */
export type Proposal = {
  readonly by: PersonId
  readonly version: number
  readonly decision: SupportDecision
}

/** What must be known before support decides anything. */
export type SupportFacts = {
  /** The installation lets support decide. */
  readonly isAllowed: boolean
  /** How many who may decide can be reached. */
  readonly reachable: number
  /** How many files prove it. */
  readonly proofs: number
  readonly tree: Tree
  /** When the agent typed their password last. */
  readonly passwordTypedAt: Date | null
  readonly now: Date
}

/** Whether an agent may propose this decision: nobody can be reached, there is proof, and it gives no power over others. */
export function propose(
  request: AccessRequest,
  by: PersonId,
  decision: SupportDecision,
  facts: SupportFacts & { readonly isProposed: boolean },
): Outcome<AccessRequest, Refusal> {
  const allowed = decide(request, by, decision, facts)
  if (!allowed.ok) return allowed
  return facts.isProposed ? refuse({ code: 'already-proposed' }) : done(request)
}

/** The request after a second agent confirmed what the first one proposed; everything is asked again as it is then. */
export function confirm(
  request: AccessRequest,
  by: PersonId,
  proposal: Proposal | null,
  facts: SupportFacts,
): Outcome<AccessRequest, Refusal> {
  const standing = step(request, 'approve-as-support')
  if (!standing.ok) return standing
  if (proposal?.version !== request.version) return refuse({ code: 'proposal-gone' })
  if (by === proposal.by) return refuse({ code: 'second-agent-needed' })
  const allowed = decide(request, by, proposal.decision, facts)
  if (!allowed.ok) return allowed
  return done({ ...allowed.value, decidedAt: facts.now, decidedBy: by })
}

function decide(
  request: AccessRequest,
  by: PersonId,
  decision: SupportDecision,
  facts: SupportFacts,
): Outcome<AccessRequest, Refusal> {
  if (by === request.requesterId || by === request.beneficiaryId) return refuse({ code: 'own-request' })
  if (!facts.isAllowed) return refuse({ code: 'support-may-not-decide' })
  const next = step(request, decision.verdict === 'APPROVE' ? 'approve-as-support' : 'decline-as-support')
  if (!next.ok) return next
  if (facts.reachable > 0) return refuse({ code: 'somebody-reachable', n: facts.reachable })
  if (facts.proofs < 1) return refuse({ code: 'proof-needed' })
  const problem = wishProblem(decision, facts) ?? signInProblem(facts, facts.now)
  return problem ? refuse(problem) : next
}

function wishProblem(decision: SupportDecision, facts: SupportFacts): Refusal | undefined {
  return decision.verdict === 'APPROVE' ? givenProblem(decision.given, facts) : undefined
}

function givenProblem(
  { role, scope, endsAt }: GivenBySupport,
  { tree, now }: SupportFacts,
): Refusal | undefined {
  // Whoever accepts agreements binds the account.
  if (isAdministratorRole(role) || role === 'AG') return { code: 'beyond-support', role }
  if (!fits(role, scope)) return { code: 'role-scope-mismatch', role }
  if (scope.kind === 'VIRTUAL' && !scope.virtualAccountIds.every((id) => isPlace(tree, id))) {
    return { code: 'unknown-virtual-account' }
  }
  const earliest = hoursAfter(now, shortestGrantInHours)
  const latest = daysAfter(now, longestGrantBySupportInDays)
  // Written so that no end, and an invalid date, is out of range.
  const isInRange = endsAt !== null && endsAt >= earliest && endsAt <= latest
  return isInRange ? undefined : { code: 'end-out-of-range', earliest, latest }
}

function isPlace({ virtualAccounts }: Tree, id: VirtualAccountId): boolean {
  return virtualAccounts.some((place) => place.id === id)
}
