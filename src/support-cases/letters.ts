import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { openedMail, vacantMail } from './opened.mail.ts'
import { openedCase, vacantCase } from './told.store.ts'

/** The letters about cases. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'case.opened': async (tx, mail) => {
      if (mail.personId === null) return null
      if (mail.requestId === null) return vacantLetter(tx, mail, platform)
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

async function vacantLetter(
  tx: Tx,
  mail: Mail,
  platform: Pick<Platform, 'publicUrl' | 'settings'>,
): Promise<Letter | null> {
  const { caseId } = mail.payload
  if (typeof caseId !== 'string' || mail.personId === null) return null
  const vacant = await vacantCase(tx, { account: mail.account, id: caseId, agent: mail.personId })
  if (!vacant) return null
  return vacantMail(vacant, {
    reader: { locale: mail.locale, timeZone: vacant.timeZone },
    publicUrl: platform.publicUrl,
    installationName: platform.settings.name,
  })
}
