import type { ClaimId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Account, type Asker, findable } from './account.ts'
import type { Identifier } from './identifier.ts'

export const claimStatuses = [
  'OPEN',
  'NOTICE',
  'WITH_SUPPORT',
  'GRANTED',
  'REJECTED',
  'STOPPED',
  'WITHDRAWN',
  'LAPSED',
] as const
/** Where a claim stands: to be proven, noticed for a week, with two agents, or over. */
export type ClaimStatus = (typeof claimStatuses)[number]

/** What can happen to a claim. */
export type ClaimStep =
  | 'prove'
  | 'end-notice'
  | 'approve-first'
  | 'grant'
  | 'reject'
  | 'stop'
  | 'withdraw'
  | 'lapse'

export const proofs = ['DNS', 'ROLE_MAIL', 'DOCUMENTS'] as const
/** How a claimant proves the domain; the first two prove it by themselves, documents are read by an agent. */
export type Proof = (typeof proofs)[number]

/** A claim, as far as rules go. */
export type Claim = {
  readonly id: ClaimId
  readonly claimantId: PersonId
  readonly status: ClaimStatus
  readonly proof: Proof | null
  readonly noticeEndsAt: Date | null
  /** The agents who have approved it. */
  readonly approvedBy: readonly PersonId[]
}

/** How long everybody concerned can stop a claim before support decides it. */
export const noticeDays = 7
/** How long a claim waits for its proof. */
export const daysToProve = 30
/** The mailboxes that belong to whoever runs a domain. */
export const roleMailboxes = ['postmaster', 'hostmaster', 'webmaster', 'admin', 'administrator'] as const
export type RoleMailbox = (typeof roleMailboxes)[number]
export const mostOpenClaims = 3

/** Why a step was not taken. */
export type ClaimRefusal =
  | { readonly code: 'over'; readonly status: ClaimStatus }
  | { readonly code: 'not-yet' }
  | { readonly code: 'notice-runs'; readonly until: Date }
  | { readonly code: 'not-claimable' }
  | { readonly code: 'address-unverified' }
  | { readonly code: 'claimed-already' }
  | { readonly code: 'too-many-claims' }
  | { readonly code: 'another-noticed' }
  | { readonly code: 'own-claim' }
  | { readonly code: 'approved-already' }
  | { readonly code: 'administered-again' }
  | { readonly code: 'claimant-gone' }
  | { readonly code: 'other-domain' }
  | { readonly code: 'not-yours' }

const after: { readonly [Status in ClaimStatus]?: { readonly [Step in ClaimStep]?: ClaimStatus } } = {
  OPEN: { prove: 'NOTICE', reject: 'REJECTED', withdraw: 'WITHDRAWN', lapse: 'LAPSED' },
  NOTICE: { 'end-notice': 'WITH_SUPPORT', reject: 'REJECTED', stop: 'STOPPED', withdraw: 'WITHDRAWN' },
  WITH_SUPPORT: {
    'approve-first': 'WITH_SUPPORT',
    grant: 'GRANTED',
    reject: 'REJECTED',
    stop: 'STOPPED',
    withdraw: 'WITHDRAWN',
  },
}

/** Where a claim stands after a step; what is not in the table cannot happen. */
export function stepClaim(status: ClaimStatus, step: ClaimStep): Outcome<ClaimStatus, ClaimRefusal> {
  const from = after[status]
  if (!from) return refuse({ code: 'over', status })
  const next = from[step]
  return next ? done(next) : refuse({ code: 'not-yet' })
}

/** Whether a claim can still change. */
export function isClaimOpen(status: ClaimStatus): boolean {
  return after[status] !== undefined
}

/** The domains that prove an account: its identifier, and those that it has verified. */
export function provingDomains(
  account: Pick<Account, 'identifier' | 'verifiedDomains'>,
): readonly Identifier[] {
  return [...new Set([account.identifier, ...account.verifiedDomains])]
}

/** What must be known to open a claim. */
export type OpeningFacts = {
  readonly account: Account | null
  readonly asker: Asker
  readonly addressIsVerified: boolean
  /** Nobody who administers the account can be reached. */
  readonly isVacant: boolean
  readonly isAdministrator: boolean
  readonly hasOpenClaim: boolean
  readonly openClaims: number
}

/**
 * Whether somebody may open a claim. An account that they could not find, one that somebody administers, and one that
 * is not there are refused alike; an administered one can be claimed from an address in its domain only.
 */
export function mayOpenClaim(facts: OpeningFacts): Outcome<Account, ClaimRefusal> {
  const { account, asker } = facts
  if (!facts.addressIsVerified) return refuse({ code: 'address-unverified' })
  if (facts.openClaims >= mostOpenClaims) return refuse({ code: 'too-many-claims' })
  if (account === null || facts.isAdministrator || !findable(account, asker))
    return refuse({ code: 'not-claimable' })
  const isOfTheDomain = provingDomains(account).some((domain) => asker.verifiedDomains.includes(domain))
  if (!facts.isVacant && !isOfTheDomain) return refuse({ code: 'not-claimable' })
  return facts.hasOpenClaim ? refuse({ code: 'claimed-already' }) : done(account)
}

/**
 * Whether a claim counts as proven by this, and until when it is then noticed. Documents prove nothing while somebody
 * administers the account: they speak for an organisation, not against its administrators.
 */
export function proveClaim(
  claim: Claim,
  by: { readonly proof: Proof; readonly domain: Identifier | null; readonly agentId: PersonId | null },
  facts: {
    readonly now: Date
    readonly domains: readonly Identifier[]
    readonly isVacant: boolean
    readonly isAnotherNoticed: boolean
  },
): Outcome<{ readonly status: ClaimStatus; readonly noticeEndsAt: Date }, ClaimRefusal> {
  const next = stepClaim(claim.status, 'prove')
  if (!next.ok) return next
  if (by.proof === 'DOCUMENTS') {
    if (by.agentId === null || by.agentId === claim.claimantId) return refuse({ code: 'own-claim' })
    if (!facts.isVacant) return refuse({ code: 'administered-again' })
  } else if (by.domain === null || !facts.domains.includes(by.domain)) return refuse({ code: 'other-domain' })
  if (facts.isAnotherNoticed) return refuse({ code: 'another-noticed' })
  return done({ status: next.value, noticeEndsAt: daysAfter(facts.now, noticeDays) })
}

/** Whether the week is over, so that support can decide. */
export function endNotice(claim: Claim, now: Date): Outcome<ClaimStatus, ClaimRefusal> {
  const next = stepClaim(claim.status, 'end-notice')
  if (!next.ok) return next
  const runs = noticeProblem(claim, now)
  return runs ? refuse(runs) : next
}

/** What must be known to approve a claim. */
export type ApprovingFacts = {
  readonly now: Date
  readonly isVacant: boolean
  /** The claimant is active, their address verified, and they do not administer the account yet. */
  readonly claimantIsFit: boolean
}

/** Whether the agent's approval counts, and whether it is the second one, which grants. */
export function approveClaim(
  claim: Claim,
  agentId: PersonId,
  facts: ApprovingFacts,
): Outcome<'FIRST' | 'GRANT', ClaimRefusal> {
  const others = claim.approvedBy.filter((id) => id !== agentId)
  const next = stepClaim(claim.status, others.length > 0 ? 'grant' : 'approve-first')
  if (!next.ok) return next
  const runs = noticeProblem(claim, facts.now)
  if (runs) return refuse(runs)
  if (agentId === claim.claimantId) return refuse({ code: 'own-claim' })
  if (claim.approvedBy.includes(agentId)) return refuse({ code: 'approved-already' })
  if (claim.proof === 'DOCUMENTS' && !facts.isVacant) return refuse({ code: 'administered-again' })
  if (!facts.claimantIsFit) return refuse({ code: 'claimant-gone' })
  return done(others.length > 0 ? 'GRANT' : 'FIRST')
}

/** Whether somebody may stop a claim: whoever holds or held a role in the account, but for the claimant. */
export function stopClaim(
  claim: Claim,
  by: { readonly personId: PersonId; readonly heldARole: boolean },
): Outcome<ClaimStatus, ClaimRefusal> {
  if (by.personId === claim.claimantId || !by.heldARole) return refuse({ code: 'not-yours' })
  return stepClaim(claim.status, 'stop')
}

/** Whether an agent may reject a claim; never their own. */
export function rejectClaim(claim: Claim, agentId: PersonId): Outcome<ClaimStatus, ClaimRefusal> {
  return agentId === claim.claimantId ? refuse({ code: 'own-claim' }) : stepClaim(claim.status, 'reject')
}

function noticeProblem({ noticeEndsAt }: Claim, now: Date): ClaimRefusal | undefined {
  if (noticeEndsAt === null) return { code: 'not-yet' }
  return now < noticeEndsAt ? { code: 'notice-runs', until: noticeEndsAt } : undefined
}
