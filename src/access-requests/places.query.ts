import { sql } from 'kysely'
import type { AccountId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { PlaceNames } from './asked.ts'

const names = prepare<{ account: string }, { id: string; name: string }>(
  (p) => sql<{ id: string; name: string }>`
    select v.id, v.name from virtual_accounts v where v.account_id = ${p.account}::uuid`,
)

/** The names of an account's virtual accounts, by id. */
export async function placeNamesOf(db: Database | Tx, accountId: AccountId): Promise<PlaceNames> {
  const rows = await names(db, { account: accountId })
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
