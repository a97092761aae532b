import { whichOffices } from '../../people/domain/offices.ts'
import type { words } from '../messages/index.ts'

type Said = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly t: ReturnType<typeof words.for>
  readonly person: string
}

const count = (value: unknown, otherwise: number) => Number(value ?? otherwise) || otherwise

/** What is said in the log about lists, mails, settings and offices of the installation, after who did it. */
export const installationSentences: Readonly<Record<string, (said: Said) => string>> = {
  'import.started': ({ t, facts }) => t('log.import.started', { n: count(facts['lines'], 0) }),
  'import.done': ({ t, facts }) =>
    t('log.import.done', { n: count(facts['fine'], 0), wrong: count(facts['wrong'], 0) }),
  'mail.tested': ({ t }) => t('log.mail.tested'),
  'mail.given-up': ({ t }) => t('log.mail.given-up'),
  'mail.resent': ({ t, facts }) => t('log.mail.resent', { n: count(facts['n'], 1) }),
  'installation.settings-changed': ({ t }) => t('log.installation.settings-changed'),
  'person.offices-changed': ({ t, person, facts }) => {
    const offices = { support: facts['support'] === true, operator: facts['operator'] === true }
    return t('log.person.offices-changed', { person, which: whichOffices(offices) })
  },
}
