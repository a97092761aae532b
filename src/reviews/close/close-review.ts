import { recorded } from '../../accounts/domain/roles.ts'
import { keepsAdministrator, suspendGrant } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { afterQuietHours } from '../../accounts/domain/calendar.ts'
import { timingOf } from '../../accounts/index.ts'
import { type ClockHandler, stopClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isByCalendar, outcomeOf } from '../domain/closing.ts'
import type { ReviewId } from '../domain/review.ts'
import { type HeldItem, settleItems, settleKept, tallyOf, unsettledItems } from '../items.store.ts'
import { lockReview, type StoredReview, writeClosed } from '../reviews.store.ts'

// A review may hold tens of thousands: each look of the clock takes so many, the next one goes on.
const batch = 1_000

/** Closes a review when its time is over: what was kept counts anew, what nobody answered is suspended. */
export const closeByClock: ClockHandler = async (tx, { account, subject, now }) => {
  const which = { accountId: account as AccountId, id: subject as ReviewId }
  const review = await lockReview(tx, which, 'CLOCK')
  if (!review) return 'BUSY'
  if (review.status !== 'OPEN') return 'CANCELLED'
  await settleKept(tx, which)
  const items = await unsettledItems(tx, which, batch)
  for (const item of items) await settleOne(tx, review, item, now)
  if (items.length === batch) return { later: now }
  await close(tx, review, { because: 'TIME', by: null })
  return 'DONE'
}

/** Writes that a review is over, and records it with what came of it. The clock that closes it is left to itself. */
export async function close(
  tx: Tx,
  review: StoredReview,
  how: { readonly because: 'ANSWERED' | 'TIME'; readonly by: PersonId | null },
): Promise<void> {
  await writeClosed(tx, review, how.because)
  if (how.because === 'ANSWERED') await stopClocks(tx, { account: review.accountId, subject: review.id })
  const facts = { reviewId: review.id, because: how.because, n: review.items, ...(await tallyOf(tx, review)) }
  await record(tx, { type: 'review.closed', account: review.accountId, actor: how.by, facts })
}

async function settleOne(tx: Tx, review: StoredReview, item: HeldItem, now: Date): Promise<void> {
  const { grant, grantId } = item
  const survives =
    grant.role !== 'SA' ||
    !isByCalendar(review) ||
    (await keepsAdministrator(tx, review.accountId, [grantId]))
  const outcome = outcomeOf(item, { now, review, survives })
  await settleItems(tx, review, { grantIds: [grantId], outcome, by: null })
  if (outcome !== 'SUSPENDED' && outcome !== 'LEFT') return
  const which = { accountId: review.accountId, id: grantId }
  if (outcome === 'SUSPENDED' && !(await suspendGrant(tx, which))) return
  await record(tx, {
    type: outcome === 'SUSPENDED' ? 'grant.suspended' : 'grant.left-unreviewed',
    account: review.accountId,
    actor: null,
    subject: grant.personId,
    facts: {
      grantId,
      role: recorded(grant.role),
      virtualAccountId: grant.virtualAccountId,
      reviewId: review.id,
      answer: item.answered?.answer ?? 'NONE',
    },
  })
}

/** Reminds those who have not answered, when the account's quiet hours are over. */
export const remindByClock: ClockHandler = async (tx, { account, subject, now, n }) => {
  const which = { accountId: account as AccountId, id: subject as ReviewId }
  const review = await lockReview(tx, which, 'CLOCK')
  if (!review) return 'BUSY'
  if (review.status !== 'OPEN') return 'CANCELLED'
  const at = afterQuietHours(now, (await timingOf(tx, which.accountId)).calendar)
  if (at > now) return { later: at }
  await record(tx, {
    type: 'review.reminded',
    account: which.accountId,
    actor: null,
    facts: { reviewId: which.id, n },
  })
  return 'DONE'
}
