import { sql } from 'kysely'
import { type Database, prepare } from '../platform/db/index.ts'

const touch = prepare<{ person: string; id: string }, never>(
  ({ person, id }) => sql<never>`
    update personal_tokens set last_used_at = app_now() where person_id = ${person}::uuid and id = ${id}::uuid`,
)

/** Notes that a token is in use. */
export async function touchToken(db: Database, token: { person: string; id: string }): Promise<void> {
  await touch(db, token)
}
