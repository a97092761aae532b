import { administratorsToTell } from '../access-requests/index.ts'
import { accountOf } from '../accounts/index.ts'
import type { AccountId } from '../kernel/id.ts'
import { accountRulesPath } from '../paths/accounts.ts'
import type { Tx } from '../platform/db/index.ts'
import { cleanName, compose, defang, type Letter, type Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { words } from './messages/index.ts'
import { retiredRole } from './told.query.ts'

/** The letter to an administrator about rules that gave a role which was retired; dropped once it is in use again. */
export async function aboutIdleRules(
  post: Pick<Platform, 'publicUrl' | 'settings'>,
  tx: Tx,
  { payload, personId, locale }: Mail,
): Promise<Letter | null> {
  const accountId = String(payload['accountId']) as AccountId
  const by = typeof payload['by'] === 'string' ? payload['by'] : null
  const role = await retiredRole(tx, accountId, { id: String(payload['role']), by })
  const all = role ? await administratorsToTell(tx, accountId, []) : []
  const person = all.find((one) => one.personId === personId)
  if (!role || !person) return null
  const { name, identifier } = await accountOf(tx, accountId)
  const reader = { locale, timeZone: person.timeZone }
  const t = words.for(reader)
  const names = {
    who: cleanName(defang(role.by ?? t('versions.erased'))),
    role: cleanName(defang(role.name)),
    account: cleanName(name),
  }
  return {
    subject: t('letter.retired.subject', names),
    ...compose({
      reader,
      installationName: post.settings.name,
      opening: t('letter.retired.opening', { ...names, n: Number(payload['rules']) || 1 }),
      blocks: [],
      button: {
        label: t('letter.button-rules'),
        href: `${post.publicUrl}${accountRulesPath.to(identifier)}`,
        orVisit: t('letter.or-visit'),
      },
      why: t('letter.why-administrator', names),
    }),
  }
}
