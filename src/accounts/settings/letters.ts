import { accountSightPath } from '../../paths/accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { AccountId } from '../../kernel/id.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { cleanName, compose, type Letters } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { agreeUntil } from '../domain/two-for-administrator.ts'
import { words } from '../messages/index.ts'
import { choiceOf } from './sight.form.ts'
import { toldOfWish, waitingWish } from './sight.store.ts'

/** The letter to a second administrator about a wish for fewer people; dropped when it no longer waits for them. */
export function settingLetters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'account.fewer-wished': async (tx, mail) => {
      const account = mail.payload['accountId']
      if (typeof account !== 'string' || mail.personId === null) return null
      const wish = await waitingWish(tx, account as AccountId)
      const told = await toldOfWish(tx, account as AccountId)
      const one = told.find(({ personId }) => personId === mail.personId)
      if (!wish || !one || wish.by === mail.personId) return null
      const reader = { locale: mail.locale, timeZone: one.timeZone }
      const t = words.for(reader)
      const names = { name: cleanName(nameOf(wish)), account: cleanName(one.accountName) }
      const choice = t(`sight.two.${choiceOf(wish.two)}`)
      const composed = compose({
        reader,
        installationName: post.settings.name,
        opening: t('sight.mail.opening', names),
        blocks: [
          {
            kind: 'paragraph',
            text: t('sight.mail.text', { choice, date: formatDate(reader, agreeUntil(wish.at), 'date') }),
          },
        ],
        button: {
          label: t('sight.mail.button'),
          href: `${post.publicUrl}${accountSightPath.to(one.identifier)}`,
          orVisit: t('sight.mail.or-visit'),
        },
        why: t('sight.mail.why', names),
      })
      return { subject: t('sight.mail.subject', names), ...composed }
    },
  }
}
