import { sql } from 'kysely'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { Guard } from '../requests.store.ts'

type Reminder = { account: string; request: string; n: number; recipients: number; version: number }

const remind = prepare<Reminder, { n: number }>(
  (p) => sql<{ n: number }>`
    with sent as (
      insert into reminders (account_id, request_id, kind, n, sent_by, recipients, reminded_at)
      values (${p.account}::uuid, ${p.request}::uuid, 'BY_CLOCK', ${p.n}::int, null, ${p.recipients}::int, app_now())
      on conflict do nothing
      returning n
    )
    update access_requests set last_reminded_at = app_now()
    from sent
    where account_id = ${p.account}::uuid and id = ${p.request}::uuid
      and status = 'PENDING' and version = ${p.version}::int
    returning sent.n`,
)

/** Writes the nth reminder by the clock; false when it was written already. */
export async function writeReminderByClock(
  tx: Tx,
  { accountId, id, version }: Guard,
  reminder: { readonly n: number; readonly recipients: number },
): Promise<boolean> {
  return (await remind(tx, { account: accountId, request: id, version, ...reminder })).length === 1
}
