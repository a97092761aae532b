import { activeOperators } from '../people/index.ts'
import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { gaveUpLetter } from './delivery/gave-up.mail.ts'
import { testLetter } from './general/test.mail.ts'

/** The letters about the installation itself. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'mail.test': async (tx, mail) => {
      const person = (await activeOperators(tx)).find(({ personId }) => personId === mail.personId)
      return person ? testLetter(platform, { locale: mail.locale, timeZone: 'UTC' }) : null
    },
    'mail.given-up': async (tx, mail) => {
      const person = (await activeOperators(tx)).find(({ personId }) => personId === mail.personId)
      return person ? gaveUpLetter(platform, { locale: mail.locale, timeZone: 'UTC' }) : null
    },
  }
}
