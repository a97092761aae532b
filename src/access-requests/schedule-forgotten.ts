import { done } from '../kernel/outcome.ts'
import { type Database, transact } from '../platform/db/index.ts'
import { forgottenRequests, lockAndReschedule } from './clocks.store.ts'

const batch = 200

/**
 * Gives every open request that has none a next step: those that came from an older version or by another way. Gives
 * how many there were.
 */
export async function scheduleForgotten(
  db: Database,
  stopping: () => boolean = () => false,
): Promise<number> {
  const seen = new Set<string>()
  for (;;) {
    const found = (await forgottenRequests(db, batch)).filter(({ id }) => !seen.has(id))
    for (const which of found) {
      if (stopping()) return seen.size
      await transact(db, async (tx) => done(await lockAndReschedule(tx, which)))
      seen.add(which.id)
    }
    if (found.length === 0) return seen.size
  }
}
