import { contactOf } from '../../accounts/index.ts'
import type { AccountId, RequestId } from '../../kernel/id.ts'
import { accountRequestsPath } from '../../paths/accounts.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { cleanName, type Composer, compose } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { readRequest } from '../requests.store.ts'

/** To the contact that an account has named: an answer is late. It says nothing of who asked, nor for what. */
export function overdueContactLetter(post: Pick<Platform, 'publicUrl' | 'settings'>): Composer {
  return async (tx, mail) => {
    const accountId = mail.account as AccountId
    const contact = await contactOf(tx, accountId)
    if (!contact?.confirmedAt || contact.address !== mail.address || mail.requestId === null) return null
    const { status, stage, dueAt } = await readRequest(tx, accountId, mail.requestId as RequestId)
    if (status !== 'PENDING' || stage !== 'OVERDUE') return null
    const reader = { locale: mail.locale, timeZone: contact.timeZone }
    const t = words.for(reader)
    const said = { account: cleanName(contact.accountName), date: formatDate(reader, dueAt, 'date') }
    const composed = compose({
      reader,
      installationName: post.settings.name,
      opening: t('letter.overdue.contact.opening', said),
      blocks: [{ kind: 'paragraph', text: t('letter.overdue.contact.text') }],
      button: {
        label: t('letter.overdue.contact.button'),
        href: `${post.publicUrl}${accountRequestsPath.to(contact.identifier)}`,
        orVisit: t('letter.or-visit'),
      },
      why: t('letter.overdue.contact.why', said),
    })
    return { subject: t('letter.overdue.contact.subject', said), ...composed }
  }
}
