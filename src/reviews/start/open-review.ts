import { timingOf } from '../../accounts/index.ts'
import { isWorkingDay } from '../../accounts/domain/calendar.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { localTimeIn } from '../../kernel/local-time.ts'
import { done } from '../../kernel/outcome.ts'
import { type ClockHandler, type NewClock, setClocks } from '../../platform/clocks/index.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import { closingOf, nextOpening, onWorkingDay, remindersOf } from '../domain/calendar.ts'
import type { ReviewId, SelectionKind } from '../domain/review.ts'
import { gatherItems } from '../items.store.ts'
import {
  accountsWithoutPlan,
  insertPlanned,
  lockReview,
  openPlanned,
  putOffReview,
  type WhichReview,
} from '../reviews.store.ts'

/** The clocks of reviews. */
export const reviewClocks = { open: 'review.open', remind: 'review.remind', close: 'review.close' } as const

/** Plans the next review of an account; undefined when one is planned. */
export async function planReview(tx: Tx, accountId: AccountId, after: Date): Promise<ReviewId | undefined> {
  const { calendar } = await timingOf(tx, accountId)
  const dueAt = nextOpening(after, calendar)
  const id = await insertPlanned(tx, accountId, dueAt)
  if (id === undefined) return undefined
  await setClocks(tx, { account: accountId, subject: id }, [{ kind: reviewClocks.open, n: 1, dueAt }])
  return id
}

/** Opens a planned review when its day has come, with everything that comes due before the next one would open. */
export const openByClock: ClockHandler = async (tx, { account, subject, now }) => {
  const which = { accountId: account as AccountId, id: subject as ReviewId }
  const review = await lockReview(tx, which, 'CLOCK')
  if (!review) return 'BUSY'
  if (review.status !== 'PLANNED') return 'CANCELLED'
  const { calendar } = await timingOf(tx, which.accountId)
  if (!isWorkingDay(calendar, localTimeIn(now, calendar.timeZone)))
    return { later: onWorkingDay(now, calendar) }
  const before = nextOpening(now, calendar)
  const closesAt = closingOf(now)
  const items = await gatherItems(tx, which, { selection: { kind: 'DUE' }, before, closesAt })
  if (items === 0) {
    await putOffReview(tx, which, before)
    return { later: before }
  }
  await openPlanned(tx, which, { closesAt, items })
  await setReviewClocks(tx, which, now)
  await planReview(tx, which.accountId, now)
  await recordOpened(tx, which, { by: null, selection: 'DUE', items })
  return 'DONE'
}

/** Sets the clocks of a review that opens now. */
export async function setReviewClocks(tx: Tx, which: WhichReview, now: Date): Promise<void> {
  const { calendar } = await timingOf(tx, which.accountId)
  const reminders: NewClock[] = remindersOf(now, calendar).map(({ n, at }) => ({
    kind: reviewClocks.remind,
    n,
    dueAt: at,
  }))
  const closing = { kind: reviewClocks.close, n: 1, dueAt: closingOf(now), irreversible: true }
  await setClocks(tx, { account: which.accountId, subject: which.id }, [...reminders, closing])
}

/** Records that a review was opened, last in its transaction. */
export async function recordOpened(
  tx: Tx,
  which: WhichReview,
  opened: { readonly by: PersonId | null; readonly selection: SelectionKind; readonly items: number },
): Promise<void> {
  const { by, selection, items } = opened
  const facts = { reviewId: which.id, selection, n: items }
  await record(tx, { type: 'review.opened', account: which.accountId, actor: by, facts })
}

const batch = 200

/** Plans a review for every active account that has none ahead of it; gives how many there were. */
export async function planReviews(db: Database, stopping: () => boolean = () => false): Promise<number> {
  let planned = 0
  let after: AccountId | null = null
  for (;;) {
    const found: AccountId[] = await accountsWithoutPlan(db, after, batch)
    for (const accountId of found) {
      if (stopping()) return planned
      await transact(db, async (tx) => done(await planNow(tx, accountId)))
      planned++
    }
    after = found.at(-1) ?? null
    if (found.length < batch) return planned
  }
}

async function planNow(tx: Tx, accountId: AccountId): Promise<void> {
  const { now } = await tx.selectNoFrom((one) => one.fn<Date>('app_now').as('now')).executeTakeFirstOrThrow()
  await planReview(tx, accountId, now)
}
