import type { PersonId } from '../../kernel/id.ts'
import type { ApplicationId } from '../../new-accounts/domain/application.ts'
import type { Database } from '../../platform/db/index.ts'

/** The request for a new account with this reference, at its version of this moment. */
export async function applicationNamed(
  db: Database,
  reference: string,
): Promise<{ readonly id: ApplicationId; readonly version: number } | undefined> {
  const row = await db
    .selectFrom('account_applications')
    .select(['id', 'version'])
    .where('reference', '=', reference.trim().toUpperCase())
    .executeTakeFirst()
  return row && { id: row.id as ApplicationId, version: row.version }
}

/** An operator by the address that they have proved, as far as the rules of new accounts ask. */
export async function operatorAs(db: Database, id: PersonId) {
  const row = await db
    .selectFrom('people')
    .select(['address', 'verified_at', 'is_operator'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    personId: id,
    address: row.address,
    verified: row.verified_at !== null,
    isOperator: row.is_operator,
  }
}
