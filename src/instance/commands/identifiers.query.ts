import type { Database } from '../../platform/db/index.ts'

/** The identifiers of all accounts, by id. */
export async function identifiers(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('accounts').select(['id', 'identifier']).execute()
  return new Map(rows.map(({ id, identifier }) => [id, identifier]))
}
