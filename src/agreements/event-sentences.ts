import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = { readonly reader: Reader; readonly facts: Readonly<Record<string, unknown>> }

/** What the event log says of agreements, by the event’s type. */
export const agreementSentences: Readonly<Record<string, (said: Said) => string>> = {
  'agreement.published': ({ reader, facts }) =>
    words.for(reader)('agreements.log.published', { n: Number(facts['version'] ?? 1) || 1 }),
  'agreement.retired': ({ reader }) => words.for(reader)('agreements.log.retired'),
  'agreement.accepted': ({ reader, facts }) =>
    words.for(reader)('agreements.log.accepted', { n: Number(facts['version'] ?? 1) || 1 }),
}
