import { record } from '../../event-log/index.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Refusal } from '../domain/refusals.ts'
import { findRequest } from '../requests.store.ts'
import type { Decider } from './decide.store.ts'

/**
 * Records that somebody reached for more than they have, in a transaction of its own: the refusal rolled back the one
 * it happened in. Nobody is told; the event log shows it.
 */
export async function recordAttempt(
  tx: Tx,
  decider: Decider,
  id: RequestId,
  refusal: Refusal,
): Promise<Outcome<true, never>> {
  const request = await findRequest(tx, decider, id)
  if (!request) return done(true)
  await record(
    tx,
    {
      type: 'access-request.decision-refused',
      account: request.accountId,
      actor: decider.personId,
      request: id,
      facts: { refusal: refusal.code, version: request.version },
    },
    { quiet: true },
  )
  return done(true)
}
