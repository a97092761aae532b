import type { Decider } from '../../access-requests/index.ts'
import { isSameRole } from '../../accounts/domain/roles.ts'
import { record } from '../../event-log/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { answerItem } from '../domain/answering.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import type { Answered, Item } from '../domain/review.ts'
import { type HeldItem, lockItems, writeAnswer } from '../items.store.ts'
import { lockReview, type WhichReview } from '../reviews.store.ts'
import { standingOf } from '../standing.ts'

/** One answer as it was sent: to which place in the list, looking at which version. */
export type GivenAnswer = {
  readonly position: number
  readonly seen: number
  /** Null takes an answer back. */
  readonly answered: Answered | null
}

/** What was saved, and what was not and why. */
export type SavedAnswers = {
  readonly saved: number
  readonly refused: readonly { readonly position: number; readonly refusal: ReviewRefusal }[]
}

type Written = { readonly item: HeldItem; readonly answered: Answered | null }

/**
 * Saves answers of a review, each for itself: one that may not be given keeps none of the others. Nothing happens to
 * anybody's access by it.
 */
export async function answerItems(
  tx: Tx,
  decider: Decider,
  which: WhichReview,
  given: readonly GivenAnswer[],
): Promise<Outcome<SavedAnswers, ReviewRefusal>> {
  const review = await lockReview(tx, which, 'ANSWER')
  if (!review || review.status === 'PLANNED') return refuse({ code: 'not-found' })
  if (review.status === 'CLOSED') return refuse({ code: 'review-closed' })
  const { by, facts } = await standingOf(tx, decider, which.accountId)
  const items = await lockItems(
    tx,
    which,
    given.map(({ position }) => position),
  )
  const written: Written[] = []
  const refused: { position: number; refusal: ReviewRefusal }[] = []
  for (const { position, seen, answered } of given) {
    const item = items.find((one) => one.position === position)
    if (!item) return refuse({ code: 'not-found' })
    if (isSame(item, answered)) continue
    const allowed = answerItem(review, item, by, { answered, facts: { ...facts, seen } })
    if (allowed.ok) written.push({ item, answered: allowed.value })
    else refused.push({ position, refusal: allowed.refusal })
  }
  for (const { item, answered } of written)
    await writeAnswer(tx, which, { grantId: item.grantId, answered, by: decider.personId })
  if (written.length > 0) await recordAnswers(tx, decider, which, written)
  return done({ saved: written.length, refused })
}

function isSame({ answered }: Item, other: Answered | null): boolean {
  if (answered === null || other === null) return answered === other
  if (answered.answer !== 'CHANGE' || other.answer !== 'CHANGE') return answered.answer === other.answer
  return (
    isSameRole(answered.to.role, other.to.role) &&
    answered.to.endsAt?.getTime() === other.to.endsAt?.getTime()
  )
}

async function recordAnswers(
  tx: Tx,
  decider: Decider,
  { accountId, id }: WhichReview,
  written: readonly Written[],
): Promise<void> {
  const idsOf = (answer: string | null) =>
    written.filter(({ answered }) => (answered?.answer ?? null) === answer).map(({ item }) => item.grantId)
  const facts = {
    reviewId: id,
    n: written.length,
    keep: idsOf('KEEP'),
    change: idsOf('CHANGE'),
    remove: idsOf('REMOVE'),
    open: idsOf(null),
  }
  await record(
    tx,
    { type: 'review.answered', account: accountId, actor: decider.personId, facts },
    { quiet: true },
  )
}
