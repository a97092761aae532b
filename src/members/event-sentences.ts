import type { Reader } from '../platform/i18n/reader.ts'
import type { MemberEventName } from './domain/events.ts'
import { words } from './messages/index.ts'

type Said = {
  readonly reader: Reader
  readonly facts: Readonly<Record<string, unknown>>
  /** Whom it was done to. */
  readonly person: string
  /** What was given, as one phrase. */
  readonly held: string
}

const size = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

// One that is missing does not compile.
const sentences: Readonly<Record<MemberEventName, (said: Said) => string>> = {
  'member.added': ({ reader, facts, person, held }) => {
    const t = words.for(reader)
    if (typeof facts['proposedBy'] === 'string') return t('log.added-two', { person, held })
    return t(typeof facts['invitationId'] === 'string' ? 'log.added-invited' : 'log.added', { person, held })
  },
  'member.changed': ({ reader, person, held }) => words.for(reader)('log.changed', { person, held }),
  'member.removed': ({ reader, facts, person }) =>
    words.for(reader)('log.removed', { person, n: size(facts['grantIds']) }),
  'member.left': ({ reader, facts }) => words.for(reader)('log.left', { n: size(facts['grantIds']) }),
  'member.invited': ({ reader, facts, held }) =>
    words.for(reader)('log.invited', { held, n: Number(facts['n'] ?? 1) || 1 }),
  'member.invitation-withdrawn': ({ reader }) => words.for(reader)('log.invitation-withdrawn'),
  'member.invitation-declined': ({ reader }) => words.for(reader)('log.invitation-declined'),
  'administrator.proposed': ({ reader, person }) => words.for(reader)('log.proposed', { person }),
  'administrator.refused': ({ reader, person }) => words.for(reader)('log.refused', { person }),
  'administrator.withdrawn': ({ reader, person }) => words.for(reader)('log.withdrawn', { person }),
  'member.change-refused': ({ reader, facts }) =>
    words.for(reader)('log.change-refused', {
      why: facts['refusal'] === 'last-administrator' ? 'last' : 'other',
    }),
}

/** What the event log says of members, after the name of who did it. */
export const memberSentences: Readonly<Record<string, (said: Said) => string>> = sentences
