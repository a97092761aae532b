import { type Administrator, isReachable } from '../../accounts/domain/last-administrator.ts'
import type { Grant } from '../../accounts/domain/rights.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Approver, isSamePerson } from './approvers.ts'
import { type Reason, readReason } from './reason.ts'
import type { Refusal } from './refusals.ts'
import { endingProblem, mayTake, passwordProblem, type TakeBackFacts, takesTwoToEnd } from './taking-back.ts'

/** After so many days a proposal counts for nothing any more. */
export const removalLapsesAfterDays = 7
/** So long the person concerned has to object, when nobody else could be the second. */
export const removalNoticeDays = 4

/** A proposal to remove an account administrator; `by` with the rights they hold now. */
export type Proposal = {
  readonly by: Approver
  /** From then on it counts for nothing. */
  readonly lapsesAt: Date
  /**
   * Until then the person concerned may object, and after it their silence counts as assent; null when somebody else
   * could be the second at the time it was made.
   */
  readonly noticeEndsAt: Date | null
}

/** How a removal came to be: a second administrator agreed, or nobody objected in time. */
export type RemovedBecause = 'CONFIRMED' | 'UNOPPOSED'

/** The grant after its removal, and why it could end. */
export type Removed = { readonly grant: Grant; readonly because: RemovedBecause }

/** Whether the proposal still counts: it has not lapsed, and its author could still take the grant. */
export function stands(grant: Grant, proposal: Proposal, now: Date): boolean {
  return now < proposal.lapsesAt && mayTake(grant, proposal.by) && !isHolder(grant, proposal.by)
}

/**
 * Whether there is no third administrator who could be the second of two. Then the person concerned may object, and
 * their silence counts as assent.
 */
export function isBetweenTwo(
  grant: Pick<Grant, 'personId'>,
  author: Pick<Approver, 'personId' | 'countsAs'>,
  administrators: readonly Administrator[],
): boolean {
  return !administrators.some(
    (one) => isReachable(one) && one.personId !== grant.personId && !isAuthor(one, author),
  )
}

/** A proposal as it is kept. */
export type Proposed = Omit<Proposal, 'by'> & { readonly reason: Reason }

/** Whether the approver may propose to remove the holder of this grant. */
export function proposeRemoval(
  grant: Grant,
  by: Approver,
  sent: { readonly reason: string },
  facts: TakeBackFacts & { readonly proposal: Proposal | null },
): Outcome<Proposed, Refusal> {
  if (isHolder(grant, by)) return refuse({ code: 'own-removal' })
  const ending = endingProblem(grant, by, facts)
  if (ending) return refuse(ending)
  if (!takesTwoToEnd(grant, by, facts)) return refuse({ code: 'no-second-needed' })
  const { proposal } = facts
  if (proposal && stands(grant, proposal, facts.now)) return refuse({ code: 'removal-already-proposed' })
  const reason = readReason(sent.reason)
  if (!reason.ok) return refuse({ code: 'reason-unfit', problem: reason.refusal })
  const stale = passwordProblem(grant, by, facts.now)
  if (stale) return refuse(stale)
  const betweenTwo = isBetweenTwo(grant, by, facts.administrators)
  return done({
    reason: reason.value,
    lapsesAt: daysAfter(facts.now, removalLapsesAfterDays),
    noticeEndsAt: betweenTwo ? daysAfter(facts.now, removalNoticeDays) : null,
  })
}

/** Whether the approver may carry a proposed removal out: as the second of two, or as its author after the notice. */
export function confirmRemoval(
  grant: Grant,
  by: Approver,
  proposal: Proposal,
  facts: TakeBackFacts,
): Outcome<Removed, Refusal> {
  if (isHolder(grant, by)) return refuse({ code: 'own-removal' })
  const ending = endingProblem(grant, by, facts)
  if (ending) return refuse(ending)
  if (!stands(grant, proposal, facts.now)) return refuse({ code: 'removal-not-open' })
  const isOwn = isSamePerson(proposal.by, by)
  if (isOwn) {
    const alone = aloneFrom(grant, proposal, facts)
    if (alone === null || facts.now < alone) return refuse({ code: 'own-proposal', from: alone })
  }
  const stale = passwordProblem(grant, by, facts.now)
  if (stale) return refuse(stale)
  return done({
    grant: { ...grant, revokedAt: facts.now },
    because: isOwn ? 'UNOPPOSED' : 'CONFIRMED',
  })
}

/**
 * From when on the author may carry the proposal out alone; null while somebody else could be the second, and while
 * the person concerned is away, since then silence says nothing.
 */
export function aloneFrom(
  grant: Pick<Grant, 'personId'>,
  proposal: Proposal,
  { administrators }: Pick<TakeBackFacts, 'administrators'>,
): Date | null {
  const isAway = administrators.some(
    (one) => one.personId === grant.personId && one.isAwayWithoutDelegate && !one.isDisabled,
  )
  if (isAway) return null
  return isBetweenTwo(grant, proposal.by, administrators) ? proposal.noticeEndsAt : null
}

/**
 * Whether somebody may end a proposal that another made: another administrator, or the person concerned while nobody
 * else could be the second.
 */
export function refuseRemoval(
  grant: Grant,
  by: Approver,
  proposal: Proposal,
  { administrators, now }: Pick<TakeBackFacts, 'administrators' | 'now'>,
): Outcome<true, Refusal> {
  if (!mayTake(grant, by)) return refuse({ code: 'above-own-rights', role: grant.role })
  if (!stands(grant, proposal, now)) return refuse({ code: 'removal-not-open' })
  if (isSamePerson(proposal.by, by)) return refuse({ code: 'own-proposal', from: null })
  const mayObject =
    !isHolder(grant, by) || proposal.noticeEndsAt !== null || isBetweenTwo(grant, proposal.by, administrators)
  return mayObject ? done(true) : refuse({ code: 'own-removal' })
}

/** Whether somebody may take back what they proposed. */
export function withdrawRemoval(
  grant: Grant,
  by: Approver,
  proposal: Proposal,
  now: Date,
): Outcome<true, Refusal> {
  if (!isSamePerson(proposal.by, by)) return refuse({ code: 'above-own-rights', role: grant.role })
  return stands(grant, proposal, now) ? done(true) : refuse({ code: 'removal-not-open' })
}

function isHolder(grant: Pick<Grant, 'personId'>, by: Pick<Approver, 'personId' | 'countsAs'>): boolean {
  return by.personId === grant.personId || by.countsAs.includes(grant.personId)
}

function isAuthor(
  one: Pick<Administrator, 'personId'>,
  by: Pick<Approver, 'personId' | 'countsAs'>,
): boolean {
  return one.personId === by.personId || by.countsAs.includes(one.personId)
}
