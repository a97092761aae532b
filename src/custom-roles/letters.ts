import { accountOf } from '../accounts/index.ts'
import { administratorsToTell } from '../access-requests/index.ts'
import type { AccountId } from '../kernel/id.ts'
import { smartAccountsPath } from '../paths/accounts.ts'
import { rolePath } from '../paths/custom-roles.ts'
import type { Tx } from '../platform/db/index.ts'
import {
  type Block,
  cleanName,
  compose,
  defang,
  type Letter,
  type Letters,
  type Mail,
} from '../platform/mailer/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Platform } from '../platform/platform.ts'
import { aboutIdleRules } from './letters.retired.ts'
import { words } from './messages/index.ts'
import { sayActions } from './say.ts'
import { changeAt, holderToTell, type ToldChange } from './told.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>

/** The letters about changed roles, for whoever they still concern when they are sent. */
export function letters(post: Post): Letters {
  return {
    'role.changed.holder': (tx, mail) => toHolder(post, tx, mail),
    'role.changed.administrator': (tx, mail) => toAdministrator(post, tx, mail),
    'role.retired.administrator': (tx, mail) => aboutIdleRules(post, tx, mail),
  }
}

type Told = {
  readonly accountId: AccountId
  readonly id: string
  readonly change: ToldChange
  readonly identifier: string
  readonly names: { readonly who: string; readonly role: string; readonly account: string }
}

async function read(tx: Tx, { payload, locale }: Mail): Promise<Told | undefined> {
  const accountId = String(payload['accountId']) as AccountId
  const id = String(payload['role'])
  const change = await changeAt(tx, accountId, { id, version: Number(payload['version']) })
  if (!change) return undefined
  const { name, identifier } = await accountOf(tx, accountId)
  const t = words.for({ locale })
  const names = {
    who: cleanName(defang(change.by ?? t('versions.erased'))),
    role: cleanName(defang(change.name)),
    account: cleanName(name),
  }
  return { accountId, id, change, identifier, names }
}

function whatChanged(reader: Reader, { gained, lost }: ToldChange): Block[] {
  const t = words.for(reader)
  const said = [
    ...(gained.length > 0 ? [t('letter.gained', { actions: sayActions(reader, gained) })] : []),
    ...(lost.length > 0 ? [t('letter.lost', { actions: sayActions(reader, lost) })] : []),
  ]
  return said.map((text) => ({ kind: 'paragraph', text }))
}

async function toHolder(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  const told = await read(tx, mail)
  const { personId } = mail
  const person =
    told && personId ? await holderToTell(tx, told.accountId, { id: told.id, person: personId }) : undefined
  if (!told || !person) return null
  const reader = { locale: mail.locale, timeZone: person.timeZone }
  const t = words.for(reader)
  const { change, names } = told
  const more: Block[] = change.lost.length > 0 ? [{ kind: 'paragraph', text: t('letter.elsewhere') }] : []
  return {
    subject: t('letter.changed.subject', names),
    ...compose({
      reader,
      installationName: post.settings.name,
      opening: t('letter.changed.opening', names),
      blocks: [...whatChanged(reader, change), ...more],
      button: {
        label: t('letter.button'),
        href: `${post.publicUrl}${smartAccountsPath.to()}`,
        orVisit: t('letter.or-visit'),
      },
      why: t('letter.why'),
    }),
  }
}

async function toAdministrator(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  const told = await read(tx, mail)
  const all = told ? await administratorsToTell(tx, told.accountId, []) : []
  const person = all.find(({ personId }) => personId === mail.personId)
  if (!told || !person) return null
  const reader = { locale: mail.locale, timeZone: person.timeZone }
  const t = words.for(reader)
  const { change, names, id, identifier } = told
  const n = Number(mail.payload['people']) || 0
  return {
    subject: t('letter.changed.administrator.subject', names),
    ...compose({
      reader,
      installationName: post.settings.name,
      opening: t('letter.changed.administrator.opening', { ...names, n }),
      blocks: whatChanged(reader, change),
      button: {
        label: t('letter.button-role'),
        href: `${post.publicUrl}${rolePath.to(identifier, id)}`,
        orVisit: t('letter.or-visit'),
      },
      why: t('letter.why-administrator', names),
    }),
  }
}
