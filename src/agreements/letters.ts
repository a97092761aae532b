import type { PersonId } from '../kernel/id.ts'
import { accountAgreementsPath, accountsPath } from '../paths/accounts.ts'
import { cleanName, compose, type Letters } from '../platform/mailer/index.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Platform } from '../platform/platform.ts'
import { accountsToAccept, timeZoneOf } from './due.query.ts'
import { words } from './messages/index.ts'

const listed = 10

/** The letter about a new version; dropped for whoever has nothing to accept by then. */
export function letters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    async 'agreement.published'(tx, mail) {
      if (mail.personId === null) return null
      const person = mail.personId as PersonId
      const accounts = await accountsToAccept(tx, person, 100)
      const [first] = accounts
      if (!first) return null
      const reader = { locale: mail.locale, timeZone: await timeZoneOf(tx, person) }
      const t = words.for(reader)
      const said = { n: accounts.length, account: cleanName(first.name) }
      const names = accounts.slice(0, listed).map(({ name }) => cleanName(name))
      if (accounts.length > listed) names.push(t('agreements.letter.more', { n: accounts.length - listed }))
      const path = accounts.length === 1 ? accountAgreementsPath.to(first.identifier) : accountsPath.to()
      const composed = compose({
        reader,
        installationName: post.settings.name,
        opening: t('agreements.letter.opening', said),
        blocks: [
          {
            kind: 'facts',
            facts: [
              { label: t('agreements.letter.accounts'), value: names.join(', ') },
              {
                label: t('agreements.required'),
                value: formatDate(reader, new Date(first.from), 'dateWithYear'),
              },
            ],
          },
          { kind: 'paragraph', text: t('agreements.letter.text') },
        ],
        button: {
          label: t('agreements.letter.button'),
          href: `${post.publicUrl}${path}`,
          orVisit: t('agreements.letter.or-visit'),
        },
        why: t('agreements.letter.why'),
      })
      return { subject: t('agreements.letter.subject', said), ...composed }
    },
  }
}
