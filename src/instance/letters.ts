import { activeOperators } from '../people/index.ts'
import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { gaveUpLetter } from './delivery/gave-up.mail.ts'
import { mailServerLetter } from './mail-server/mail-server.mail.ts'
import { type ProviderNews, providerLetter } from './providers/providers.mail.ts'
import { testLetter } from './general/test.mail.ts'

/** The letters about the installation itself. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'mail.test': async (tx, mail) => {
      const person = (await activeOperators(tx)).find(({ personId }) => personId === mail.personId)
      return person ? testLetter(platform, { locale: mail.locale, timeZone: 'UTC' }) : null
    },
    'mail-server.changed': async (tx, { personId, locale, payload }) => {
      const person = (await activeOperators(tx)).find((one) => one.personId === personId)
      if (!person) return null
      const { by, host, at } = payload
      const server = typeof host === 'string' ? host : null
      return mailServerLetter(
        platform,
        { locale, timeZone: person.timeZone },
        { isByPerson: by !== null, host: server, at: new Date(String(at)) },
      )
    },
    'provider.changed': async (tx, { personId, locale, payload }) => {
      const person = (await activeOperators(tx)).find((one) => one.personId === personId)
      if (!person) return null
      const { by, name, at, what } = payload
      const news = { what: what as ProviderNews['what'], name: String(name), isByPerson: by !== null }
      return providerLetter(
        platform,
        { locale, timeZone: person.timeZone },
        { ...news, at: new Date(String(at)) },
      )
    },
    'mail.given-up': async (tx, mail) => {
      const person = (await activeOperators(tx)).find(({ personId }) => personId === mail.personId)
      return person ? gaveUpLetter(platform, { locale: mail.locale, timeZone: 'UTC' }) : null
    },
  }
}
