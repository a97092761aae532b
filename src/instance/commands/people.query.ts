import type { PersonId } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/index.ts'

/** The person with this address, whatever their status. */
export async function personAt(db: Database, address: string): Promise<PersonId | undefined> {
  const row = await db.selectFrom('people').select('id').where('address', '=', address).executeTakeFirst()
  return row?.id as PersonId | undefined
}

/** The active operator with this address. */
export async function operatorAt(db: Database, address: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('people')
    .select('id')
    .where('address', '=', address)
    .where('status', '=', 'ACTIVE')
    .where('is_operator', '=', true)
    .executeTakeFirst()
  return row?.id as PersonId | undefined
}
