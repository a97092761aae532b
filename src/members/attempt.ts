import { record } from '../event-log/index.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { done } from '../kernel/outcome.ts'
import { type Database, transact } from '../platform/db/index.ts'
import { isAttempt, type Refusal } from './domain/refusals.ts'

/**
 * Records that somebody reached for more than they have, in a transaction of its own: the refusal rolled back the one
 * it happened in. Nobody is told; the event log shows it. Other refusals are not recorded.
 */
export async function recordAttempt(
  db: Database,
  {
    accountId,
    by,
    refusal,
  }: { readonly accountId: AccountId; readonly by: PersonId; readonly refusal: Refusal },
): Promise<void> {
  if (!isAttempt(refusal)) return
  const facts = { refusal: refusal.code }
  const event = { type: 'member.change-refused', account: accountId, actor: by, facts }
  await transact(db, async (tx) => done(await record(tx, event, { quiet: true })))
}
