import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'

/** Whether another mail was given up within the last six hours. */
export async function gaveUpLately(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from mails where gave_up_at > app_now() - interval '6 hours' and id <> ${id}::uuid limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
