import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { type Database, prepare } from '../platform/db/index.ts'

const administered = prepare<{ person: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select distinct g.account_id as id from grants g
    where g.person_id = ${p.person}::uuid and g.manages and ${grantIsActive} limit 500`,
)

/** The accounts where somebody administers something, 500 at most. */
export async function accountsAdministeredBy(db: Database, person: PersonId): Promise<string[]> {
  return (await administered(db, { person })).map(({ id }) => id)
}
