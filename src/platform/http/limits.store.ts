import { sql } from 'kysely'
import type { Database, Tx } from '../db/index.ts'

/** How often something may be tried: so many times in a window of so many seconds. */
export type Limit = { readonly most: number; readonly seconds: number }

/**
 * Counts an attempt in each bucket, for every instance together. Gives how many seconds to wait when one is full, else 0.
 * A bucket names what is limited and for whom, without a plain address: `sign-in:person:<hash>`.
 */
export async function countAttempt(
  db: Database | Tx,
  buckets: readonly { name: string; limit: Limit }[],
): Promise<number> {
  let wait = 0
  for (const { name, limit } of buckets) {
    const { rows } = await sql<{ count: number; left: number }>`
      insert into limits (bucket, window_start, count)
      values (${name}, to_timestamp(floor(extract(epoch from app_now()) / ${limit.seconds}::int) * ${limit.seconds}::int), 1)
      on conflict (bucket, window_start) do update set count = limits.count + 1
      returning count, ceil(extract(epoch from window_start) + ${limit.seconds}::int - extract(epoch from app_now()))::int as left
    `.execute(db)
    const row = rows[0]
    if (row && row.count > limit.most) wait = Math.max(wait, row.left, 1)
  }
  return wait
}

/** Forgets a bucket, for example after the right password. */
export async function forgetAttempts(db: Database | Tx, bucket: string): Promise<void> {
  await db.deleteFrom('limits').where('bucket', '=', bucket).execute()
}
