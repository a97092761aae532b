import { toldAs } from '../people/index.ts'
import type { GrantedRole } from '../accounts/domain/roles.ts'
import type { Scope } from '../accounts/domain/rights.ts'
import { accountOf, roleRecorded, treeOf } from '../accounts/index.ts'
import type { AccountId, VirtualAccountId } from '../kernel/id.ts'
import { smartAccountsPath } from '../paths/accounts.ts'
import type { Tx } from '../platform/db/index.ts'
import { cleanName, compose, defang, type Letter, type Letters, type Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findGroup } from './groups.store.ts'
import { words } from './messages/index.ts'
import { sayGiven } from './say.ts'
import { suspendedIn } from './told.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Kind = 'added' | 'removed' | 'changed'

/** The letters about groups, for whoever they still concern when they are sent. */
export function letters(post: Post): Letters {
  const writer = (kind: Kind) => (tx: Tx, mail: Mail) => write(post, tx, mail, kind)
  return {
    'group.added.holder': writer('added'),
    'group.removed.holder': writer('removed'),
    'group.changed.holder': writer('changed'),
  }
}

async function write(post: Post, tx: Tx, mail: Mail, kind: Kind): Promise<Letter | null> {
  const accountId = String(mail.payload['accountId']) as AccountId
  const person = mail.personId && (await toldAs(tx, mail.personId))
  const group = await findGroup(tx, { accountId, id: String(mail.payload['groupId']) })
  const given = await givenIn(tx, accountId, mail)
  if (!person || !group || !given) return null
  const reader = { locale: mail.locale, timeZone: person.timeZone }
  const t = words.for(reader)
  const values = {
    group: cleanName(group.name),
    account: cleanName((await accountOf(tx, accountId)).name),
    held: defang(sayGiven(reader, given, await treeOf(tx, accountId))),
  }
  const isSuspended = (await suspendedIn(tx, { accountId, id: group.id, person: person.personId })) > 0
  const suspended = kind !== 'removed' && isSuspended ? [t('letter.suspended')] : []
  const more = kind === 'removed' ? [t('letter.removed.text')] : suspended
  return {
    subject: t(`letter.${kind}.subject`, values),
    ...compose({
      reader,
      installationName: post.settings.name,
      opening: t(`letter.${kind}.opening`, values),
      blocks: more.map((text) => ({ kind: 'paragraph', text })),
      button: {
        label: t('letter.button'),
        href: `${post.publicUrl}${smartAccountsPath.to()}`,
        orVisit: t('letter.or-visit'),
      },
      why: t('letter.why'),
    }),
  }
}

async function givenIn(
  tx: Tx,
  accountId: AccountId,
  { payload }: Mail,
): Promise<{ role: GrantedRole; scope: Scope } | undefined> {
  const role = await roleRecorded(tx, accountId, payload['role'])
  const ids = Array.isArray(payload['virtualAccountIds']) ? payload['virtualAccountIds'] : []
  if (!role) return undefined
  const scope: Scope =
    ids.length === 0
      ? { kind: 'ACCOUNT' }
      : { kind: 'VIRTUAL', virtualAccountIds: ids.map((id) => String(id) as VirtualAccountId) }
  return { role, scope }
}
