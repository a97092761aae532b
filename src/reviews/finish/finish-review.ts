import { type Decider, takeGrantBack } from '../../access-requests/index.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import type { StoredGrant } from '../../accounts/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { changeGrant } from '../../members/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { close } from '../close/close-review.ts'
import { isLess, mayReview } from '../domain/answering.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import type { Lesser } from '../domain/review.ts'
import { type HeldItem, lockDecided, settleItems, settleKept } from '../items.store.ts'
import { lockReview, type StoredReview, type WhichReview } from '../reviews.store.ts'
import { standingOf } from '../standing.ts'
import { attempt } from './attempt.store.ts'
import { isAnswered } from './complete.query.ts'

/** What carrying out came to. */
export type Finished = {
  readonly removed: number
  readonly changed: number
  /** What could not be carried out; it stays as it was answered. */
  readonly refused: readonly { readonly position: number; readonly refusal: ReviewRefusal }[]
  /** Nothing waits for anybody any more, so the review is over. */
  readonly closed: boolean
}

/** So many answers are carried out in one go. */
export const atOnce = 200

/**
 * Carries out what was answered and what this person may carry out: removals and changes take effect now. When nothing
 * waits for anybody any more, the review closes.
 */
export async function finishReview(
  tx: Tx,
  decider: Decider,
  which: WhichReview,
): Promise<Outcome<Finished, ReviewRefusal>> {
  const review = await lockReview(tx, which, 'CLOSE')
  if (!review || review.status === 'PLANNED') return refuse({ code: 'not-found' })
  if (review.status === 'CLOSED') return refuse({ code: 'review-closed' })
  const { by } = await standingOf(tx, decider, which.accountId)
  const items = (await lockDecided(tx, which, atOnce)).filter(({ grant }) => mayReview(grant, by).ok)
  const carried = await carryOutAll(tx, decider, review, items)
  if (!carried.ok) return carried
  const closed = await isAnswered(tx, which)
  if (closed) {
    await settleKept(tx, which)
    await close(tx, review, { because: 'ANSWERED', by: decider.personId })
  }
  if (items.length === 0 && !closed) return refuse({ code: 'nothing-left' })
  return done({ ...carried.value, closed })
}

/** Each for itself; only a password that is missing keeps all of them back. */
async function carryOutAll(
  tx: Tx,
  decider: Decider,
  review: StoredReview,
  items: readonly HeldItem[],
): Promise<Outcome<Omit<Finished, 'closed'>, ReviewRefusal>> {
  const counts = { KEEP: 0, REMOVE: 0, CHANGE: 0 }
  const refused: { position: number; refusal: ReviewRefusal }[] = []
  for (const item of items) {
    const outcome = await carryOut(tx, decider, review, item)
    if (outcome.ok) counts[item.answered?.answer ?? 'KEEP']++
    else if (outcome.refusal.code === 'recent-sign-in-needed') return outcome
    else refused.push({ position: item.position, refusal: outcome.refusal })
  }
  return done({ removed: counts.REMOVE, changed: counts.CHANGE, refused })
}

async function carryOut(
  tx: Tx,
  decider: Decider,
  review: StoredReview,
  { grant, grantId, answered }: HeldItem,
): Promise<Outcome<unknown, ReviewRefusal>> {
  const which = { accountId: review.accountId, id: grantId }
  const isChange = answered?.answer === 'CHANGE'
  const outcome = isChange
    ? await shrink(tx, decider, which, { grant, to: answered.to })
    : await attempt(tx, () => takeGrantBack(tx, decider, which))
  if (!outcome.ok) return refuse(refusalFrom(outcome.refusal))
  await settleItems(tx, review, {
    grantIds: [grantId],
    outcome: isChange ? 'CHANGED' : 'REMOVED',
    by: decider.personId,
  })
  return done(true)
}

/** Leaves less of a grant; when the holder has that already beside it, the grant ends and that stays. */
async function shrink(
  tx: Tx,
  decider: Decider,
  which: { readonly accountId: AccountId; readonly id: GrantId },
  { grant, to }: { readonly grant: StoredGrant; readonly to: Lesser },
): Promise<Outcome<unknown, { readonly code: string }>> {
  if (!isLess(grant, to, decider.now)) return refuse({ code: 'not-less' })
  const { virtualAccountId } = grant
  const scope =
    virtualAccountId === null
      ? ({ kind: 'ACCOUNT' } as const)
      : ({ kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] } as const)
  const given = { role: recorded(to.role), scope, endsAt: to.endsAt }
  const changed = await attempt(tx, () => changeGrant(tx, decider, { ...which, to: given }))
  if (changed.ok || changed.refusal.code !== 'already-held') return changed
  return attempt(tx, () => takeGrantBack(tx, decider, which))
}

const sameCodes = [
  'above-own-rights',
  'second-administrator-needed',
  'recent-sign-in-needed',
  'last-administrator',
] as const

function refusalFrom({ code }: { readonly code: string }): ReviewRefusal {
  const same = sameCodes.find((one) => one === code)
  return { code: same ?? (code === 'not-less' ? code : 'access-over') }
}
