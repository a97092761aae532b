import { sql } from 'kysely'
import { installation } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/index.ts'

/** The identifiers of all accounts, by id. */
export async function identifiers(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('accounts').select(['id', 'identifier']).execute()
  return new Map(rows.map(({ id, identifier }) => [id, identifier]))
}

/** The head of a chain of events. */
export type NamedHead = { readonly name: string; readonly seq: number; readonly hash: string }

/** The heads of all chains, the installation’s first, then by identifier. */
export async function chainHeads(db: Database): Promise<NamedHead[]> {
  const { rows } = await sql<NamedHead>`
    select coalesce(a.identifier, 'installation') as name, h.seq, encode(h.hash, 'hex') as hash
    from chain_heads h left join accounts a on a.id = h.account_id
    order by h.account_id <> ${installation}::uuid, a.identifier`.execute(db)
  return rows
}
