import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = {
  readonly reader: Reader
  readonly facts: Readonly<Record<string, unknown>>
  /** Whom it was done to. */
  readonly person: string
  /** What is given, as one phrase. */
  readonly held: string
}

/** What the event log says of groups, after the name of who did it. */
export const groupSentences: Readonly<Record<string, (said: Said) => string>> = {
  'group.created': ({ reader, held }) => words.for(reader)('log.created', { held }),
  'group.changed': ({ reader, held, facts }) =>
    words.for(reader)('log.changed', { held, n: Number(facts['people']) || 0 }),
  'group.renamed': ({ reader, held }) => words.for(reader)('log.renamed', { held }),
  'group.closed': ({ reader, facts }) => words.for(reader)('log.closed', { n: Number(facts['people']) || 0 }),
  'group.member-added': ({ reader, person, held }) => words.for(reader)('log.member-added', { person, held }),
  'group.member-removed': ({ reader, person, held }) =>
    words.for(reader)('log.member-removed', { person, held }),
}
