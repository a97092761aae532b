import { record } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { closeSession } from '../sessions.store.ts'

/** Ends the session with this token; ending it twice is no mistake. */
export async function signOut(tx: Tx, token: string): Promise<Outcome<null, never>> {
  const person = await closeSession(tx, token)
  if (person)
    await record(tx, { type: 'person.signed-out', account: installation, actor: person }, { quiet: true })
  return done(null)
}
