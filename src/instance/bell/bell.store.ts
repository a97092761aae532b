import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'

/** Marks one entry of somebody's bell as read, or all of them. */
export async function markRead(tx: Tx, person: PersonId, id: string | null): Promise<void> {
  await sql`update mails set read_at = app_now()
    where person_id = ${person}::uuid and read_at is null and (${id}::uuid is null or id = ${id}::uuid)`.execute(
    tx,
  )
}
