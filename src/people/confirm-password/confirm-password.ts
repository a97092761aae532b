import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { renewSession } from '../sessions.store.ts'

/** Notes that the password was typed again just now; the session goes on under a new token, which it gives. */
export async function confirmPassword(tx: Tx, sessionId: string): Promise<Outcome<string, never>> {
  return done(await renewSession(tx, sessionId))
}
