import type { PersonId } from '../kernel/id.ts'
import type { Platform } from '../platform/platform.ts'

/** What whoever keeps something open for a session listens to, to look whether the session still lets its holder in. */
export function topicOfSessions(person: PersonId): string {
  return `sessions:${person}`
}

/** Says that sessions of somebody have ended, so that what is open for them closes at once; call it after the commit. */
export function tellSessionsEnded({ live }: Pick<Platform, 'live'>, person: PersonId): void {
  live.changed([topicOfSessions(person)])
}
