import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { openedMail } from './opened.mail.ts'
import { openedCase } from './told.store.ts'

/** The letters about cases. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'case.opened': async (tx, mail) => {
      if (mail.requestId === null || mail.personId === null) return null
      const which = { account: mail.account, request: mail.requestId, agent: mail.personId }
      const opened = await openedCase(tx, which)
      if (!opened) return null
      return openedMail(opened, {
        reader: { locale: mail.locale, timeZone: opened.timeZone },
        publicUrl: platform.publicUrl,
        installationName: platform.settings.name,
      })
    },
  }
}
