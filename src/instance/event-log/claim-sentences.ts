import type { words } from '../messages/index.ts'

type Said = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly t: ReturnType<typeof words.for>
  readonly person: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const claimSteps = [
  'log.claim.opened',
  'log.claim.documents-offered',
  'log.claim.withdrawn',
  'log.claim.notice-over',
  'log.claim.agents-nudged',
  'log.claim.approved',
  'log.claim.granted',
  'log.claim.rejected',
  'log.claim.stopped',
  'log.claim.lapsed',
] as const

/** What the log says of claims of accounts that nobody administers. */
export const claimSentences: Readonly<Record<string, (said: Said) => string>> = {
  ...Object.fromEntries(
    claimSteps.map((key) => [key.slice('log.'.length), ({ t, person }: Said) => t(key, { person })]),
  ),
  'claim.role-mail-asked': ({ t, facts }) =>
    t('log.claim.role-mail-asked', { mailbox: text(facts['mailbox']) }),
  'claim.noticed': ({ t, person, facts }) => t('log.claim.noticed', { person, proof: text(facts['proof']) }),
}
