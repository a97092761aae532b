import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = {
  readonly reader: Reader
  readonly facts: Readonly<Record<string, unknown>>
  /** Whom it was done to. */
  readonly person: string
  /** What is given, as one phrase. */
  readonly held: string
  /** What ids are called now. */
  readonly names: Readonly<Record<string, string>>
}

/** What the event log says of groups, after the name of who did it. */
export const groupSentences: Readonly<Record<string, (said: Said) => string>> = {
  'group.created': (said) => words.for(said.reader)('log.created', { held: said.held, group: groupIn(said) }),
  'group.changed': (said) => {
    const n = Number(said.facts['people']) || 0
    return words.for(said.reader)('log.changed', { held: said.held, n, group: groupIn(said) })
  },
  'group.renamed': (said) => words.for(said.reader)('log.renamed', { held: said.held, group: groupIn(said) }),
  'group.closed': (said) => {
    const n = Number(said.facts['people']) || 0
    return words.for(said.reader)('log.closed', { n, group: groupIn(said) })
  },
  'group.member-added': (said) =>
    words.for(said.reader)('log.member-added', { ...personAndHeld(said), group: groupIn(said) }),
  'group.member-removed': (said) =>
    words.for(said.reader)('log.member-removed', { ...personAndHeld(said), group: groupIn(said) }),
}

const personAndHeld = ({ person, held }: Said) => ({ person, held })

function groupIn({ reader, facts, names }: Said): string {
  const name = names[String(facts['groupId'])]
  const t = words.for(reader)
  return name === undefined ? t('log.gone') : t('log.called', { name })
}
