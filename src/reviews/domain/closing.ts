import { isOver } from '../../accounts/domain/rights.ts'
import type { Item, ItemOutcome, Review } from './review.ts'

/**
 * What becomes of one grant when its review closes. Kept is only what somebody kept; what was to be changed or removed
 * and was not carried out is suspended like what nobody answered. An administrator stays when they are the last, and
 * when somebody started the review by hand: else one of two could lock out the other by starting one and waiting.
 */
export function outcomeOf(
  item: Pick<Item, 'grant' | 'answered' | 'answeredBy' | 'outcome'>,
  facts: {
    readonly now: Date
    readonly review: Pick<Review, 'startedBy'>
    /** Whether the account keeps a reachable administrator without this grant. */
    readonly survives: boolean
  },
): ItemOutcome {
  const { grant, answered, answeredBy, outcome } = item
  if (outcome !== null) return outcome
  if (isOver(grant, facts.now)) return 'OVER'
  if (answered?.answer === 'KEEP' && answeredBy !== grant.personId) return 'KEPT'
  if (grant.role !== 'SA') return 'SUSPENDED'
  return facts.survives && isByCalendar(facts.review) ? 'SUSPENDED' : 'LEFT'
}

/** Whether the calendar opened the review, rather than somebody. */
export function isByCalendar({ startedBy }: Pick<Review, 'startedBy'>): boolean {
  return startedBy === null
}
