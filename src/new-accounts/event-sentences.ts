import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

type Said = {
  readonly reader: Reader
  readonly facts: Readonly<Record<string, unknown>>
  readonly person: string
}

const plain = [
  'submitted',
  'resubmitted',
  'nominee-changed',
  'reminded',
  'proven',
  'proof-lost',
  'approved',
  'action-asked',
  'declined',
  'accepted',
  'refused',
  'held',
  'withdrawn',
  'expiry-near',
  'expired',
] as const

/** What the event log says of new accounts, by the event’s type. */
export const applicationSentences: Readonly<Record<string, (said: Said) => string>> = {
  ...Object.fromEntries(
    plain.map((type) => [
      `new-account.${type}`,
      ({ reader, person }: Said) => words.for(reader)(`application.log.${type}`, { person }),
    ]),
  ),
  'new-account.role-mail-asked': ({ reader, facts }) =>
    words.for(reader)('application.log.role-mail-asked', { mailbox: String(facts['mailbox'] ?? '') }),
  'account.domain-proven': ({ reader }) => words.for(reader)('application.log.domain-proven'),
  'account.domain-lost': ({ reader }) => words.for(reader)('application.log.domain-lost'),
}
