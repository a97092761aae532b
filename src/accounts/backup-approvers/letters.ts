import type { AccountId, PersonId } from '../../kernel/id.ts'
import { accountRequestsPath } from '../../paths/accounts.ts'
import type { Tx } from '../../platform/db/index.ts'
import { cleanName, compose, type Letter, type Letters, type Mail } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { grantsOf } from '../grants.store.ts'
import { words } from '../messages/index.ts'
import { backupTold } from './backup-approvers.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>

/** The letters to those who became backup approvers, or no longer are; dropped when it is no longer so. */
export function backupApproverLetters(post: Post): Letters {
  return {
    'account.backup-approver-chosen': (tx, mail) => write(post, tx, mail, true),
    'account.backup-approver-ended': (tx, mail) => write(post, tx, mail, false),
  }
}

async function write(post: Post, tx: Tx, mail: Mail, chosen: boolean): Promise<Letter | null> {
  const account = mail.payload['accountId']
  if (typeof account !== 'string' || mail.personId === null) return null
  const told = await backupTold(tx, { account, person: mail.personId })
  if (!told || told.isBackup !== chosen) return null
  const whose = { accountId: account as AccountId, personId: mail.personId as PersonId }
  if ((await grantsOf(tx, whose)).length === 0) return null
  const reader = { locale: mail.locale, timeZone: told.timeZone }
  const t = words.for(reader)
  const said = { account: cleanName(told.accountName), how: chosen ? 'chosen' : 'ended' }
  const composed = compose({
    reader,
    installationName: post.settings.name,
    opening: t('backups.mail.opening', said),
    blocks: [{ kind: 'paragraph', text: t('backups.mail.text', said) }],
    button: {
      label: t('backups.mail.button'),
      href: `${post.publicUrl}${accountRequestsPath.to(told.identifier)}`,
      orVisit: t('backups.mail.or-visit'),
    },
    why: t('backups.mail.why', said),
  })
  return { subject: t('backups.mail.subject', said), ...composed }
}
