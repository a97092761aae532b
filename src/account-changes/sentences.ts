import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

const aboutChange = ['asked', 'agreed', 'refused', 'withdrawn', 'lapsed'] as const

type Said = {
  readonly reader: Reader
  readonly facts: { readonly [name: string]: unknown }
  /** What the virtual account is called that the facts name. */
  readonly place: string
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const types = ['CUSTOMER', 'HOLDING', 'LIMITED'] as const

/** What the events of this slice say in a log, after the name of who did it. */
export const changeSentences: Readonly<Record<string, (said: Said) => string>> = {
  ...Object.fromEntries(
    aboutChange.map((step) => [
      `account.change-${step}`,
      ({ reader, facts }: Said) =>
        words.for(reader)(`log.account.change-${step}`, { kind: String(facts['kind'] ?? '') }),
    ]),
  ),
  'account.suspended': ({ reader, facts }) =>
    words.for(reader)('log.account.suspended', { n: number(facts['requests']) }),
  'account.resumed': ({ reader, facts }) =>
    words.for(reader)('log.account.resumed', { n: number(facts['requests']) }),
  'account.closed': ({ reader, facts }) =>
    words.for(reader)('log.account.closed', { n: number(facts['grants']) }),
  'account.merged': ({ reader, facts }) =>
    words.for(reader)('log.account.merged', { n: number(facts['grants']) }),
  'account.took-in': ({ reader, facts, place }) =>
    words.for(reader)('log.account.took-in', { place, n: number(facts['grants']) }),
  'account.identifier-changed': ({ reader }) => words.for(reader)('log.account.identifier-changed'),
  'account.listed': ({ reader }) => words.for(reader)('log.account.listed'),
  'account.type-changed': ({ reader, facts }) => {
    const t = words.for(reader)
    const type = types.find((one) => one === facts['type']) ?? 'LIMITED'
    return t('log.account.type-changed', { type: t(`type.${type}`) })
  },
}
