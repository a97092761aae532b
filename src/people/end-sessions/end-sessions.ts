import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { endSession, endSessions } from '../sessions.store.ts'

type By = { readonly personId: PersonId; readonly sessionId: string }

/** Ends one of one's own sessions by its id, or with `others` all but this one. Gives how many ended. */
export async function endOwnSessions(tx: Tx, by: By, which: string): Promise<Outcome<number, never>> {
  const count =
    which === 'others'
      ? await endSessions(tx, by.personId, by.sessionId)
      : Number(await endSession(tx, by.personId, which))
  const event = { type: 'person.sessions-ended', account: installation, actor: by.personId, facts: { count } }
  if (count > 0) await record(tx, event, { quiet: true })
  return done(count)
}
