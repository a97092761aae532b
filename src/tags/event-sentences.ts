import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = { readonly reader: Reader; readonly facts: Readonly<Record<string, unknown>> }

/** What the event log says of tags, after the name of who did it. */
export const tagSentences: Readonly<Record<string, (said: Said) => string>> = {
  'tag.created': ({ reader }) => words.for(reader)('log.created'),
  'tag.renamed': ({ reader }) => words.for(reader)('log.renamed'),
  'tag.deleted': ({ reader }) => words.for(reader)('log.deleted'),
  'tag.places-changed': ({ reader, facts }) =>
    words.for(reader)('log.places-changed', { n: Number(facts['places']) || 0 }),
  'tag.people-changed': ({ reader, facts }) =>
    words.for(reader)('log.people-changed', { n: Number(facts['people']) || 0 }),
}
