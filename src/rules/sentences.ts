import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = {
  readonly reader: Reader
  readonly facts: { readonly [name: string]: unknown }
  /** What the event is about, as a name. */
  readonly person: string
}

/** What the events about rules and blocks say in a log, after the name of who did it. */
export const ruleSentences: Readonly<Record<string, (said: Said) => string>> = {
  'rule.changed': ({ reader, facts }) =>
    words.for(reader)('log.rule.changed', {
      what: String(facts['what'] ?? ''),
      outcome: String(facts['outcome'] ?? ''),
    }),
  'rule.manual-only': ({ reader, facts }) =>
    words.for(reader)('log.rule.manual-only', { whole: facts['whole'] === true ? 'yes' : 'no' }),
  'block.set': ({ reader, facts, person }) =>
    words.for(reader)('log.block.set', { person, where: facts['virtualAccountIds'] ? 'part' : 'whole' }),
  'block.lifted': ({ reader, person }) => words.for(reader)('log.block.lifted', { person }),
}

/** What a log says of a request that a rule decided, after "A rule". */
export function sayByRule(
  reader: Reader,
  said: { readonly request: string; readonly person: string; readonly held: string | null },
): string {
  const { request, person, held } = said
  const t = words.for(reader)
  return held === null
    ? t('log.by-rule.declined', { request, person })
    : t('log.by-rule.approved', { request, person, held })
}
