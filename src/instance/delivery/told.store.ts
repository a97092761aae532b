import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'

/** The operators who can be told something. */
export async function operators(
  tx: Tx,
): Promise<{ personId: string; address: string; locale: 'en' | 'fr' }[]> {
  const { rows } = await sql<{ personId: string; address: string; locale: 'en' | 'fr' }>`
    select id as "personId", address, locale from people where is_operator and status = 'ACTIVE' order by id`.execute(
    tx,
  )
  return rows
}

/** Whether another mail was given up within the last six hours. */
export async function gaveUpLately(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from mails where gave_up_at > app_now() - interval '6 hours' and id <> ${id}::uuid limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
