import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { nameOf } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

type Name = Parameters<typeof nameOf>[0]
const person = prepare<{ id: string }, Name>(
  (p) => sql<Name>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address from people p where p.id = ${p.id}::uuid and p.status <> 'ERASED'`,
)

/** How somebody is called; a dash for somebody who was erased. */
export async function nameOfHolder(db: Database | Tx, id: PersonId): Promise<string> {
  const [row] = await person(db, { id })
  return row ? nameOf(row) : '–'
}
