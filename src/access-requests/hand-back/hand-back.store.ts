import { sql } from 'kysely'
import type { AccountId, RequestId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

const waiting = prepare<{ account: string }, { id: RequestId }>(
  (v) => sql<{ id: RequestId }>`
    select id from access_requests
    where account_id = ${v.account}::uuid and status in ('PENDING', 'INFO_REQUESTED') and stage = 'WITH_SUPPORT'
    order by due_at, id limit 200`,
)

/** The open requests of an account that lie with support, the earliest due first; 200 at most. */
export function waitingWithSupport(tx: Tx, accountId: AccountId): Promise<{ id: RequestId }[]> {
  return waiting(tx, { account: accountId })
}
