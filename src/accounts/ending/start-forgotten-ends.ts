import { done } from '../../kernel/outcome.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import { forgottenEnds } from './end-clocks.store.ts'
import { lockAndResetClocks } from './ending.store.ts'

const batch = 200

/**
 * Gives every right that ends the clocks that it should have: those that came from an older version or were brought in
 * by another way. Gives how many there were.
 */
export async function startForgottenEnds(
  db: Database,
  stopping: () => boolean = () => false,
): Promise<number> {
  const seen = new Set<string>()
  for (;;) {
    const found = (await forgottenEnds(db, batch)).filter(({ id }) => !seen.has(id))
    for (const which of found) {
      if (stopping()) return seen.size
      await transact(db, async (tx) => done(await lockAndResetClocks(tx, which)))
      seen.add(which.id)
    }
    if (found.length === 0) return seen.size
  }
}
