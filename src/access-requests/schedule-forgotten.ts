import type { AccountId } from '../kernel/id.ts'
import { done } from '../kernel/outcome.ts'
import { type Database, transact } from '../platform/db/index.ts'
import type { Handler } from '../platform/jobs/index.ts'
import { forgottenRequests, lockAndReschedule, rescheduleAccount, reschedulingJob } from './clocks.store.ts'

/** The job that sets the clocks of an account's open requests anew. */
export const rescheduling: Readonly<Record<string, Handler>> = {
  [reschedulingJob]:
    async ({ account }) =>
    (tx) =>
      rescheduleAccount(tx, account as AccountId),
}

const batch = 200

/**
 * Gives every open request the clocks that it should have: those that came from an older version or by another way, and
 * all of them when somebody begins to answer at the support desk, or nobody does any more. Gives how many there were.
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
