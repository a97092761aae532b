import { type Grant, isOver } from '../../accounts/domain/rights.ts'
import {
  actionsOf,
  type GrantedRole,
  isCustom,
  isSameRole,
  isVirtualRole,
  type Role,
  reachOf,
  roles,
} from '../../accounts/domain/roles.ts'
import type { Approver } from '../../access-requests/domain/approvers.ts'
import { mayTake, type TakeBackFacts, takesTwoToEnd } from '../../access-requests/domain/taking-back.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ReviewRefusal } from './refusals.ts'
import type { Answered, Item, Lesser, Review } from './review.ts'

/** Somebody who answers, with what they hold in the account now. */
export type Reviewer = Pick<Approver, 'personId' | 'countsAs' | 'isDisabled' | 'rights' | 'passwordTypedAt'>

/** What must be known to answer. */
export type AnswerFacts = TakeBackFacts & {
  /** The item's version that was looked at. */
  readonly seen: number
}

/**
 * Whether somebody may answer for this grant: whoever could take it, and never its holder, in any identity. A suspended
 * one counts too: who keeps it makes it work again.
 */
export function mayReview(grant: Grant, by: Reviewer): Outcome<true, ReviewRefusal> {
  if (by.personId === grant.personId || by.countsAs.includes(grant.personId))
    return refuse({ code: 'own-access' })
  return mayTake(grant, by) ? done(true) : refuse({ code: 'above-own-rights' })
}

/** Whether this answer may be given, or taken back (null), for one grant of a review. */
export function answerItem(
  review: Pick<Review, 'status'>,
  item: Item,
  by: Reviewer,
  asked: { readonly answered: Answered | null; readonly facts: AnswerFacts },
): Outcome<Answered | null, ReviewRefusal> {
  if (review.status !== 'OPEN') return refuse({ code: 'review-closed' })
  const allowed = mayReview(item.grant, by)
  if (!allowed.ok) return allowed
  const problem = itemProblem(item, asked.facts) ?? answerProblem(item, by, asked)
  return problem ? refuse(problem) : done(asked.answered)
}

function itemProblem({ grant, outcome, version }: Item, facts: AnswerFacts): ReviewRefusal | undefined {
  if (outcome !== null) return { code: 'carried-out' }
  if (isOver(grant, facts.now)) return { code: 'access-over' }
  return version === facts.seen ? undefined : { code: 'answered-meanwhile' }
}

function answerProblem(
  { grant }: Item,
  by: Reviewer,
  { answered, facts }: { readonly answered: Answered | null; readonly facts: AnswerFacts },
): ReviewRefusal | undefined {
  if (answered === null || answered.answer === 'KEEP') return undefined
  if (takesTwoToEnd(grant, by, facts)) return { code: 'second-administrator-needed' }
  const isMore = answered.answer === 'CHANGE' && !isLess(grant, answered.to, facts.now)
  return isMore ? { code: 'not-less' } : undefined
}

/** The roles that give less than this one in the same place, from the least to the most. */
export function lesserRoles(role: GrantedRole): readonly Role[] {
  return roles.filter(
    (one) => one !== role && isVirtualRole(one) === isVirtualRole(role) && isWithin(one, role),
  )
}

/** Whether what a change would leave is less than the grant: no more in role or time, and less in one of them. */
export function isLess(grant: Pick<Grant, 'role' | 'endsAt'>, to: Lesser, now: Date): boolean {
  const sameRole = isSameRole(to.role, grant.role)
  if (!sameRole && (isCustom(to.role) || !lesserRoles(grant.role).includes(to.role))) return false
  if (to.endsAt !== null && to.endsAt <= now) return false
  const end = endOf(grant.endsAt)
  const toEnd = endOf(to.endsAt)
  return toEnd <= end && (!sameRole || toEnd < end)
}

function isWithin(role: Role, whole: GrantedRole): boolean {
  return actionsOf(role).every((action) => {
    const reach = reachOf(whole, action)
    return reach === 'everywhere' || reach === reachOf(role, action)
  })
}

function endOf(endsAt: Date | null): number {
  return endsAt?.getTime() ?? Number.POSITIVE_INFINITY
}
