import { may } from '../accounts/domain/rights.ts'
import { opensTab, type SeenAccount, seenAccount } from '../accounts/index.ts'
import { isId, type VirtualAccountId } from '../kernel/id.ts'
import type { Viewer } from '../people/index.ts'
import type { Database } from '../platform/db/index.ts'
import type { ReviewId } from './domain/review.ts'
import { findReview, type StoredReview } from './reviews.store.ts'

/** An account whose reviews somebody may see. */
export type Reviewing = {
  readonly seen: SeenAccount
  /** The virtual accounts whose access they look at; null for the whole account. */
  readonly within: readonly VirtualAccountId[] | null
}

/** The account of this identifier for whoever reviews access in it or in a part of it; undefined for everybody else. */
export async function reviewingIn(
  db: Database,
  viewer: Viewer,
  named: string,
): Promise<Reviewing | undefined> {
  const seen = await seenAccount(db, viewer, named)
  if (!seen || !opensTab(seen, 'reviews')) return undefined
  return { seen, within: placesIn(seen) }
}

function placesIn({ rights, tree }: SeenAccount): VirtualAccountId[] | null {
  if (may(rights, 'change-rules', { kind: 'ACCOUNT' })) return null
  return tree.virtualAccounts
    .map(({ id }) => id)
    .filter((id) => may(rights, 'change-rules', { kind: 'VIRTUAL', virtualAccountIds: [id] }))
}

/** A review that was opened, with its account, for whoever may see it. */
export async function reviewIn(
  db: Database,
  viewer: Viewer,
  named: { readonly identifier: string; readonly id: string },
): Promise<(Reviewing & { readonly review: StoredReview }) | undefined> {
  const reviewing = isId(named.id) ? await reviewingIn(db, viewer, named.identifier) : undefined
  if (!reviewing) return undefined
  const which = { accountId: reviewing.seen.account.id, id: named.id as ReviewId }
  const review = await findReview(db, which)
  return review && review.status !== 'PLANNED' ? { ...reviewing, review } : undefined
}
