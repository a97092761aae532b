import { sql } from 'kysely'
import type { AccountId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

const lock = prepare<{ account: string; ids: readonly string[] }, { id: RequestId }>(
  (p) => sql<{ id: RequestId }>`
    select r.id from access_requests r
    where r.account_id = ${p.account}::uuid and r.status in ('PENDING', 'INFO_REQUESTED')
      and r.ask_virtual_account_ids && ${p.ids}::uuid[]
    order by r.id for update of r`,
)

/** The open requests that name one of these virtual accounts, locked, so that nobody decides them meanwhile. */
export async function lockRequestsNaming(
  tx: Tx,
  account: AccountId,
  ids: readonly VirtualAccountId[],
): Promise<RequestId[]> {
  return (await lock(tx, { account, ids })).map(({ id }) => id)
}
