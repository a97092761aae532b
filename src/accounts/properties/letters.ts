import type { AccountId } from '../../kernel/id.ts'
import { cleanName, compose, type Letters } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { contactUrl } from './contact-link.ts'
import { contactOf } from './edit.store.ts'

/** The letter that asks a contact whether they are one; dropped when they have said so, or somebody else was named. */
export function propertyLetters(post: Pick<Platform, 'publicUrl' | 'settings' | 'key'>): Letters {
  return {
    'account.contact-asked': async (tx, mail) => {
      const account = mail.payload['accountId']
      const contact = typeof account === 'string' ? await contactOf(tx, account as AccountId) : undefined
      if (!contact || contact.confirmedAt || contact.address !== mail.address) return null
      const reader = { locale: mail.locale, timeZone: contact.timeZone }
      const t = words.for(reader)
      const said = { account: cleanName(contact.accountName), identifier: contact.identifier }
      const composed = compose({
        reader,
        installationName: post.settings.name,
        opening: t('contact-of.mail.opening', said),
        blocks: [{ kind: 'paragraph', text: t('contact-of.mail.text') }],
        button: {
          label: t('contact-of.mail.button'),
          href: contactUrl(post, contact),
          orVisit: t('contact-of.mail.or-visit'),
        },
        why: t('contact-of.mail.why', said),
      })
      return { subject: t('contact-of.mail.subject', said), ...composed }
    },
  }
}
