import { sql } from 'kysely'
import { accountOf, type NamedTree, type StoredAccount, type StoredGrant, treeOf } from '../accounts/index.ts'
import { grantColumns } from '../accounts/index.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { nameOf } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

type Row = Parameters<typeof nameOf>[0] & { id: PersonId; timeZone: string }

const people = prepare<{ ids: readonly string[] }, Row>(
  (p) => sql<Row>`
    select p.id, p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.time_zone as "timeZone"
    from people p where p.id = any(${p.ids}::uuid[]) and p.status <> 'ERASED'`,
)
const grants = prepare<{ account: string; ids: readonly string[] }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.id = any(${p.ids}::uuid[]) order by g.id`,
)

/** What letters about members are written from. */
export type ToldAccount = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  /** How people are called, by their ids. */
  readonly names: ReadonlyMap<string, string>
  readonly zones: ReadonlyMap<string, string>
}

/** An account with the names of those a letter speaks of. */
export async function toldAccount(
  tx: Tx,
  accountId: AccountId,
  ids: readonly (string | null)[],
): Promise<ToldAccount> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = await people(tx, { ids: wanted })
  return {
    account: await accountOf(tx, accountId),
    tree: await treeOf(tx, accountId),
    names: new Map(rows.map((row) => [row.id, nameOf(row)])),
    zones: new Map(rows.map(({ id, timeZone }) => [id, timeZone])),
  }
}

/** Grants by their ids, in force or over. */
export function grantsNamed(tx: Tx, accountId: AccountId, ids: readonly string[]): Promise<StoredGrant[]> {
  return grants(tx, { account: accountId, ids })
}
