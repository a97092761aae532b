import { listed, placeName, treeOf } from '../accounts/index.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { accountRulesPath } from '../paths/accounts.ts'
import { nameOf } from '../people/domain/viewer.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { cleanName, compose, defang, type Letter, type Letters, type Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { RuleId } from './domain/rule.ts'
import { words } from './messages/index.ts'
import { bookOf, type RuleChange } from './rules.store.ts'
import { ruleAt } from './versions.store.ts'
import { sayRule } from './say.ts'
import { authorOf, toldOfRules } from './told.query.ts'

/** The letter to every administrator about a change of the rules; dropped for who is none any more. */
export function letters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return { 'rule.changed.administrator': (tx, mail) => write(tx, mail, post) }
}

async function write(
  tx: Tx,
  mail: Mail,
  post: Pick<Platform, 'publicUrl' | 'settings'>,
): Promise<Letter | null> {
  const { by, place } = mail.payload
  const told = await toldOfRules(tx, mail.account as AccountId, (place ?? null) as VirtualAccountId | null)
  const one = told.find(({ personId }) => personId === mail.personId)
  const author = typeof by === 'string' ? await authorOf(tx, by as PersonId) : undefined
  if (!one || !author) return null
  const reader = { locale: mail.locale, timeZone: one.timeZone }
  const t = words.for(reader)
  const names = { who: cleanName(defang(nameOf(author))), account: cleanName(one.accountName) }
  const composed = compose({
    reader,
    installationName: post.settings.name,
    opening: t('mail.rule.opening', names),
    blocks: [{ kind: 'paragraph', text: defang(await whatChanged(tx, mail, reader)) }],
    button: {
      label: t('mail.rule.button'),
      href: `${post.publicUrl}${accountRulesPath.to(one.identifier)}`,
      orVisit: t('mail.rule.or-visit'),
    },
    why: t('mail.rule.why', names),
  })
  return { subject: t('mail.rule.subject', names), ...composed }
}

// As it is when the letter is sent: a later change has a letter of its own.
async function whereOnlyPeople(tx: Tx, account: AccountId, reader: Reader): Promise<string> {
  const t = words.for(reader)
  const { manualOnly } = await bookOf(tx, account)
  const tree = await treeOf(tx, account)
  const places = manualOnly.map((id) => (id === null ? t('lock.whole') : placeName(tree, id)))
  return t('mail.rule.manual-only', { n: places.length, places: listed(reader, places) })
}

async function whatChanged(tx: Tx, mail: Mail, reader: Reader): Promise<string> {
  const t = words.for(reader)
  const what = mail.payload['what'] as RuleChange | 'manual-only'
  if (what === 'manual-only') return whereOnlyPeople(tx, mail.account as AccountId, reader)
  if (what === 'REMOVED') return t('mail.rule.REMOVED')
  const accountId = mail.account as AccountId
  const ruleId = mail.payload['ruleId'] as RuleId
  const said = await ruleAt(tx, { accountId, ruleId, version: Number(mail.payload['version']) })
  const rule = said
    ? sayRule(reader, said, { ...(await treeOf(tx, accountId)), ownRoles: said.ownRoles })
    : ''
  return t(`mail.rule.${what}`, { rule })
}
