import type { AccountId, CaseId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { CaseFrame } from './case.mail.ts'
import { readCase, type StoredCase } from './case.store.ts'
import { firstMessage, readMessage, type Said } from './messages.store.ts'

/** The case that a mail is about; undefined when it is about none. */
export async function caseOf(tx: Tx, mail: Mail): Promise<StoredCase | undefined> {
  const { caseId } = mail.payload
  return typeof caseId === 'string' ? readCase(tx, mail.account as AccountId, caseId as CaseId) : undefined
}

/** What a mail passes on: what was said, or what a new case begins with. */
export async function saidIn(tx: Tx, one: StoredCase, mail: Mail): Promise<Said | undefined> {
  const { messageId } = mail.payload
  if (typeof messageId === 'string') return readMessage(tx, one, messageId)
  return mail.kind.startsWith('case.opened') || mail.kind === 'case.desk' ? firstMessage(tx, one) : undefined
}

/** Who reads a mail, and what stands around it. */
export function frameFor(
  post: Pick<Platform, 'publicUrl' | 'settings'>,
  mail: Pick<Mail, 'locale'>,
  timeZone: string,
): CaseFrame {
  const reader = { locale: mail.locale, timeZone }
  return { reader, publicUrl: post.publicUrl, installationName: post.settings.name }
}
