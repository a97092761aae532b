import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { isAboutTheAddress } from '../meaning.ts'
import type { Mail } from '../letter.ts'
import { keepAnswer, settle, type Told } from '../settle.store.ts'
import type { Report } from './report.ts'

type Found = Pick<Mail, 'account' | 'id' | 'kind' | 'personId' | 'address' | 'requestId'> & { state: string }

/**
 * Keeps what a far server reported about a mail that the next one had accepted: failed for good, or late. A report of
 * success says nothing new.
 */
export async function applyReport(tx: Tx, id: string, report: Report, told: Told): Promise<void> {
  if (report.action !== 'failed' && report.action !== 'delayed') return
  const { rows } = await sql<Found>`
    select account_id as account, id, kind, person_id as "personId", address, request_id as "requestId", state
    from mails where id = ${id}::uuid and state in ('ACCEPTED', 'DEFERRED', 'QUEUED') for update`.execute(tx)
  const [mail] = rows
  if (!mail) return
  const response = `${report.status} ${report.diagnostic}`.trim()
  if (report.action === 'failed') {
    const address = report.status.startsWith('5') && isAboutTheAddress(response)
    await settle(tx, mail, { state: 'BOUNCED', response, address, told })
    return
  }
  if (mail.state !== 'ACCEPTED') return
  // It is the next server that goes on trying: it stays settled for us.
  await sql`update mails set state = 'DEFERRED', response = ${response.slice(0, 300)}
    where account_id = ${mail.account}::uuid and id = ${mail.id}::uuid`.execute(tx)
  await keepAnswer(tx, mail, { outcome: 'DEFERRED', response })
}

/** Whether a mail comes for the first time. */
export async function isNew(tx: Tx, messageId: string, kind: 'bounce' | 'case'): Promise<boolean> {
  await sql`delete from inbound_mails where received_at < app_now() - interval '60 days'`.execute(tx)
  const { numAffectedRows } = await sql`insert into inbound_mails (message_id, kind)
    values (${messageId.slice(0, 500)}, ${kind}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
