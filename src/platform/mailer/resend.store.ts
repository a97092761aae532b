import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { enqueue } from '../jobs/index.ts'
import { keepAnswer } from './settle.store.ts'

/**
 * Sends mails again that came back, were given up or wait: at once, with the same Message-ID, so that whoever got one
 * already sees no second. Gives how many.
 */
export async function resend(tx: Tx, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ account: string; id: string }>`
    update mails set state = 'QUEUED', attempts = 0, response = null, settled_at = null, gave_up_at = null,
      held_until = null, digest_id = null
    where id = any(${[...ids]}::uuid[]) and state in ('BOUNCED', 'DEFERRED', 'QUEUED')
      and (digest_id is null or state = 'BOUNCED')
    returning account_id as account, id`.execute(tx)
  for (const mail of rows) {
    await keepAnswer(tx, mail, { outcome: 'RESENT', response: '' })
    await enqueue(tx, { account: mail.account, kind: 'mail', key: mail.id })
    await sql`update jobs set run_at = app_now(), failed_at = null, attempts = 0
      where account_id = ${mail.account}::uuid and kind = 'mail' and key = ${mail.id}`.execute(tx)
  }
  return rows.length
}

/** Tries work again that was given up. Gives how many. */
export async function retryDeadJobs(tx: Tx): Promise<number> {
  const { numAffectedRows } =
    await sql`update jobs set failed_at = null, attempts = 0, run_at = app_now(), last_error = null
    where failed_at is not null`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
