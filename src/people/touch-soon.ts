import { factsOf, type Log } from '../platform/log.ts'
import type { Database } from '../platform/db/index.ts'
import { touchSessions } from './sessions.store.ts'

const withinMs = 200

const waiting = new WeakMap<Database, Set<string>>()

/**
 * Notes within a moment that a session is in use. What comes in that moment goes out as one statement: many people at
 * once cost one write to disk, not one each.
 */
export function touchSoon({ db, log }: { readonly db: Database; readonly log: Log }, session: string): void {
  const known = waiting.get(db)
  if (known) {
    known.add(session)
    return
  }
  const sessions = new Set([session])
  waiting.set(db, sessions)
  const note = () => {
    waiting.delete(db)
    // The next request of each of them tries again; a database that is being left needs no warning.
    touchSessions(db, [...sessions]).catch((error: unknown) =>
      log.debug('sessions-not-touched', factsOf(error)),
    )
  }
  setTimeout(note, withinMs).unref()
}
