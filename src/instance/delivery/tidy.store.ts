import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import type { RecordedEvent } from '../../platform/mailer/index.ts'

/** What asked somebody to decide is history once the request is settled: it no longer counts as unread. */
export async function tidyBell(tx: Tx, event: RecordedEvent): Promise<void> {
  if (event.request === null) return
  await sql`
    update mails m set read_at = app_now()
    from access_requests r
    where r.account_id = ${event.account}::uuid and r.id = ${event.request}::uuid and r.settled_at is not null
      and m.account_id = r.account_id and m.request_id = r.id and m.read_at is null
      and m.category in ('decision-needed', 'reminder')`.execute(tx)
}
