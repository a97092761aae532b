import type { Database } from '../../platform/db/index.ts'

/** The end of a chain: its number and hash; undefined while it is empty. */
export async function headOf(
  db: Database,
  account: string,
): Promise<{ seq: number; hash: string } | undefined> {
  const row = await db
    .selectFrom('chain_heads')
    .select(['seq', 'hash'])
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row && { seq: row.seq, hash: row.hash.toString('hex') }
}
