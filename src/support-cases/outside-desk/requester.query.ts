import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { nameOf } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

type Parts = Parameters<typeof nameOf>[0]

const find = prepare<{ id: string | null }, Parts>(
  (p) => sql<Parts>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address
    from people p where p.id = ${p.id}::uuid and p.status <> 'ERASED'`,
)

/** How somebody is called; null when there is nobody, or nobody any more. */
export async function nameOfPerson(tx: Tx, id: PersonId | null): Promise<string | null> {
  const [parts] = await find(tx, { id })
  return parts ? nameOf(parts) : null
}
