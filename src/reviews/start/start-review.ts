import { may } from '../../accounts/domain/rights.ts'
import { isRole } from '../../accounts/domain/roles.ts'
import { customRolesOf } from '../../accounts/index.ts'
import type { Decider } from '../../access-requests/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { closingOf } from '../domain/calendar.ts'
import type { Reviewer } from '../domain/answering.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import type { ReviewId, Selection } from '../domain/review.ts'
import { gatherItems } from '../items.store.ts'
import { countItems, insertStarted, startedOnes } from '../reviews.store.ts'
import { standingOf } from '../standing.ts'
import { recordOpened, setReviewClocks } from './open-review.ts'

/** Of those started by hand, so many may be open at once. */
export const mostStarted = 5

/** Whether somebody may start a review of this selection: of all of it by the account's, of a part by that part's. */
export function mayStart({ rights, isDisabled }: Reviewer, selection: Selection): boolean {
  if (isDisabled) return false
  if (may(rights, 'change-rules', { kind: 'ACCOUNT' })) return true
  if (selection.kind !== 'PLACE') return false
  return may(rights, 'change-rules', { kind: 'VIRTUAL', virtualAccountIds: [selection.virtualAccountId] })
}

/** Whether the role that a selection is about is built in, or one that the account gives. */
export async function isKnownRole(
  db: Database | Tx,
  accountId: AccountId,
  selection: Selection,
): Promise<boolean> {
  if (selection.kind !== 'ROLE' || isRole(selection.role)) return true
  return (await customRolesOf(db, accountId)).some(({ id }) => id === selection.role)
}

/** Starts a review by hand; what another open review holds is left to that one. */
export async function startReview(
  tx: Tx,
  decider: Decider,
  accountId: AccountId,
  selection: Selection,
): Promise<Outcome<ReviewId, ReviewRefusal>> {
  const { by } = await standingOf(tx, decider, accountId)
  if (!mayStart(by, selection)) return refuse({ code: 'above-own-rights' })
  if ((await startedOnes(tx, accountId)) >= mostStarted) return refuse({ code: 'too-many-reviews' })
  if (!(await isKnownRole(tx, accountId, selection))) return refuse({ code: 'nothing-to-review' })
  const closesAt = closingOf(decider.now)
  const id = await insertStarted(tx, accountId, { by: decider.personId, selection, closesAt })
  const which = { accountId, id }
  const items = await gatherItems(tx, which, { selection, before: decider.now, closesAt })
  if (items === 0) return refuse({ code: 'nothing-to-review' })
  await countItems(tx, which, items)
  await setReviewClocks(tx, which, decider.now)
  await recordOpened(tx, which, { by: decider.personId, selection: selection.kind, items })
  return done(id)
}
