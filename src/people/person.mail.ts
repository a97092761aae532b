import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { compose, type Letter } from '../platform/mailer/index.ts'
import { words } from './messages/index.ts'

/** The letters of this slice: each is a subject, an opening, a paragraph, and mostly a button. */
export type PlainLetter = {
  readonly name:
    | 'verify'
    | 'has-account'
    | 'reset'
    | 'welcome'
    | 'confirm-own'
    | 'confirm-address'
    | 'address-changed'
    | 'password-changed'
    | 'token-created'
    | 'provider-linked'
  readonly reader: Reader
  readonly installation: string
  /** Where the button leads; none when there is nothing to press. */
  readonly href?: string
  /** Why it is sent: to a person known here, or to an address that somebody typed. */
  readonly why: 'typed' | 'person'
  readonly when?: Date
}

const buttons = {
  verify: 'mail.verify.button',
  'has-account': 'mail.has-account.button',
  reset: 'mail.reset.button',
  welcome: 'mail.welcome.button',
  'confirm-own': 'mail.reset.button',
  'confirm-address': 'mail.confirm-address.button',
  'address-changed': 'mail.password-changed.button',
  'password-changed': 'mail.password-changed.button',
  'token-created': 'mail.token-created.button',
  'provider-linked': 'mail.provider-linked.button',
} as const

/** Writes a letter in the language and the time zone of its reader. */
export function personLetter({ name, reader, installation, href, why, when }: PlainLetter): Letter {
  const t = words.for(reader)
  const said = { installation, when: when ? formatDate(reader, when, 'exact') : '' }
  const button = href && { label: t(buttons[name], said), href, orVisit: t('mail.or-visit') }
  const content = {
    reader,
    installationName: installation,
    opening: t(`mail.${name}.opening`, said),
    blocks: [{ kind: 'paragraph', text: t(`mail.${name}.text`, said) }] as const,
    why: t(`mail.why.${why}`, said),
  }
  return { subject: t(`mail.${name}.subject`), ...compose(button ? { ...content, button } : content) }
}
