import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import type { Announcements, Letters, Told } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { gaveUpLetter } from './gave-up.mail.ts'
import { gaveUpLately, operators } from './told.store.ts'

/** What is recorded about mails that do not arrive. */
export const told: Told = {
  async bounced(tx, mail) {
    const facts = { mailId: mail.id, kind: mail.kind }
    const subject = mail.personId as PersonId
    const event = { type: 'person.mail-bounced', account: installation, actor: null, subject }
    await record(tx, { ...event, facts }, { quiet: true })
  },
  async gaveUp(tx, mail) {
    const facts = { mailId: mail.id, kind: mail.kind }
    const event = { type: 'mail.given-up', account: installation, actor: null }
    // One word about a row of them is enough.
    await record(tx, { ...event, facts }, { quiet: await gaveUpLately(tx, mail.id) })
  },
}

/** Operators are told when mails are given up. */
export const announcements: Announcements = {
  'mail.given-up': async (tx) =>
    (await operators(tx)).map((person) => ({ ...person, kind: 'mail.given-up', category: 'operator' })),
}

/** The letters about the installation itself. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'mail.given-up': async (tx, mail) => {
      const person = (await operators(tx)).find(({ personId }) => personId === mail.personId)
      return person ? gaveUpLetter(platform, { locale: mail.locale, timeZone: 'UTC' }) : null
    },
  }
}
