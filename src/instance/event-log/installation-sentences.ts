import { whichOffices } from '../../people/domain/offices.ts'
import type { words } from '../messages/index.ts'

type Said = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly t: ReturnType<typeof words.for>
  readonly person: string
}

const count = (value: unknown, otherwise: number) => Number(value ?? otherwise) || otherwise

const listed = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
const changes = ['name', 'issuer', 'clientId', 'clientSecret'] as const

/** What was changed of an identity provider, in words. */
function sayChanges({ facts, t }: Said): string {
  const changed = listed(facts['changed'])
  const said = changes.filter((one) => changed.includes(one)).map((one) => t(`log.provider.${one}`))
  if (changed.includes('isOn')) said.push(t(facts['isOn'] === true ? 'log.provider.on' : 'log.provider.off'))
  for (const what of ['added', 'lost'] as const) {
    const domains = listed(facts[what]).join(', ')
    if (domains !== '') said.push(t(`log.provider.${what}`, { domains }))
  }
  return said.join('; ')
}

/** What is said in the log about lists, mails, settings and offices of the installation, after who did it. */
export const installationSentences: Readonly<Record<string, (said: Said) => string>> = {
  'import.started': ({ t, facts }) => t('log.import.started', { n: count(facts['lines'], 0) }),
  'import.done': ({ t, facts }) =>
    t('log.import.done', { n: count(facts['fine'], 0), wrong: count(facts['wrong'], 0) }),
  'mail.tested': ({ t }) => t('log.mail.tested'),
  'mail.given-up': ({ t }) => t('log.mail.given-up'),
  'mail.resent': ({ t, facts }) => t('log.mail.resent', { n: count(facts['n'], 1) }),
  'installation.settings-changed': ({ t }) => t('log.installation.settings-changed'),
  'installation.provider-added': ({ t, facts }) => {
    const [name, domains] = [String(facts['name'] ?? ''), listed(facts['added']).join(', ')]
    return domains === ''
      ? t('log.installation.provider-added.bare', { name })
      : t('log.installation.provider-added', { name, domains })
  },
  'installation.provider-changed': (said) =>
    said.t('log.installation.provider-changed', {
      name: String(said.facts['name'] ?? ''),
      changes: sayChanges(said),
    }),
  'installation.provider-removed': ({ t, facts }) =>
    t('log.installation.provider-removed', { name: String(facts['name'] ?? '') }),
  'installation.mail-server-changed': ({ t, facts: { changed, host, port } }) => {
    const server = typeof host === 'string' ? `${host}:${String(port ?? '')}` : ''
    const what = changed === 'SENDER' ? changed : server === '' ? 'NONE' : 'SERVER'
    return t('log.installation.mail-server-changed', { what, server })
  },
  'person.offices-changed': ({ t, person, facts }) => {
    const offices = { support: facts['support'] === true, operator: facts['operator'] === true }
    return t('log.person.offices-changed', { person, which: whichOffices(offices) })
  },
}
