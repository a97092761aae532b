import { sql } from 'kysely'
import type { Tx } from '../platform/db/index.ts'

/** The address that somebody had before they changed it; undefined once it was erased. */
export async function addressBefore(
  tx: Tx,
  event: { account: string; id: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ before: string }>`
    select content ->> 'before' as before from event_details
    where account_id = ${event.account}::uuid and event_id = ${event.id}::uuid`.execute(tx)
  return rows[0]?.before
}
