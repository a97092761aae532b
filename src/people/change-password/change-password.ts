import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { setPasswordHash } from '../credentials/credentials.store.ts'
import { endSessions, renewSession } from '../sessions.store.ts'

/** Sets another password; the other sessions end and this one goes on under a new token, which it gives. */
export async function changePassword(
  tx: Tx,
  by: { personId: PersonId; sessionId: string },
  passwordHash: string,
): Promise<Outcome<string, never>> {
  await setPasswordHash(tx, by.personId, passwordHash)
  await endSessions(tx, by.personId, by.sessionId)
  const token = await renewSession(tx, by.sessionId)
  const facts = { how: 'profile' }
  await record(tx, { type: 'person.password-changed', account: installation, actor: by.personId, facts })
  return done(token)
}
