import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** Where an account's chain of events stands. */
export type Head = { readonly seq: number; readonly hash: string; readonly starter: string | null }

const read = prepare<{ account: string; review: string }, Head>(
  (p) => sql<Head>`
    select h.seq, encode(h.hash, 'hex') as hash, (
      select trim(coalesce(nullif(s.preferred_first_name, ''), s.first_name) || ' ' || s.last_name)
      from reviews w join people s on s.id = w.started_by
      where w.account_id = ${p.account}::uuid and w.id = ${p.review}::uuid) as starter
    from chain_heads h where h.account_id = ${p.account}::uuid`,
)

/** The head of an account's chain, and who started a review of it; nobody when the calendar did. */
export async function headOf(
  db: Database,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<Head | undefined> {
  return (await read(db, { account: which.accountId, review: which.id }))[0]
}
