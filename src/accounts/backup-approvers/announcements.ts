import type { Tx } from '../../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../../platform/mailer/index.ts'
import { backupTold } from './backup-approvers.store.ts'

/** Who is told about backup approvers: whoever became one, or no longer is. */
export const backupApproverAnnouncements: Announcements = {
  'account.backup-approver-chosen': (tx, event) => toThem(tx, event),
  'account.backup-approver-ended': (tx, event) => toThem(tx, event),
}

async function toThem(tx: Tx, { type, account, subject }: RecordedEvent): Promise<MailOrder[]> {
  const told = subject === null ? undefined : await backupTold(tx, { account, person: subject })
  if (!told) return []
  const { personId, address, locale } = told
  return [
    { kind: type, personId, address, locale, category: 'decision-needed', payload: { accountId: account } },
  ]
}
