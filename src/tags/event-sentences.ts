import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = {
  readonly reader: Reader
  readonly facts: Readonly<Record<string, unknown>>
  /** To whom it was done. */
  readonly person: string
  /** What ids are called now. */
  readonly names: Readonly<Record<string, string>>
}

/** What the event log says of tags, after the name of who did it. */
export const tagSentences: Readonly<Record<string, (said: Said) => string>> = {
  'tag.created': (said) => words.for(said.reader)('log.created', { tag: tagIn(said) }),
  'tag.renamed': (said) => words.for(said.reader)('log.renamed', { tag: tagIn(said) }),
  'tag.deleted': ({ reader }) => words.for(reader)('log.deleted'),
  'tag.places-changed': (said) => {
    const { reader, facts, names } = said
    const place = names[String(facts['virtualAccountId'])]
    const n = Number(facts['places']) || 0
    if (place === undefined) return words.for(reader)('log.places-changed', { tag: tagIn(said), n })
    return words.for(reader)(facts['off'] === true ? 'log.off' : 'log.on', { tag: tagIn(said), what: place })
  },
  'tag.people-changed': (said) => {
    const { reader, facts, person } = said
    const n = Number(facts['people']) || 0
    if (facts['off'] === undefined) return words.for(reader)('log.people-changed', { tag: tagIn(said), n })
    return words.for(reader)(facts['off'] === true ? 'log.off' : 'log.on', { tag: tagIn(said), what: person })
  },
}

function tagIn({ reader, facts, names }: Said): string {
  const t = words.for(reader)
  const name = names[String(facts['tagId'])]
  return name === undefined ? t('log.gone') : t('log.called', { name })
}
