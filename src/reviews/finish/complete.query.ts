import { sql } from 'kysely'
import { grantIsHeld } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { WhichReview } from '../reviews.store.ts'

const waiting = prepare<{ account: string; review: string }, { waits: boolean }>(
  (p) => sql<{ waits: boolean }>`
    select exists (
      select from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
      where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid and i.outcome is null
        and i.answer is distinct from 'KEEP' and ${grantIsHeld}) as waits`,
)

/** Whether nothing of a review waits for anybody: each grant was kept, ended, or changed. */
export async function isAnswered(tx: Tx, { accountId, id }: WhichReview): Promise<boolean> {
  return (await waiting(tx, { account: accountId, review: id }))[0]?.waits === false
}
