import { sql } from 'kysely'
import { grantColumns, type StoredGrant } from '../../accounts/index.ts'
import type { AccountId, RequestId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

const replaced = prepare<{ account: string; request: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from events e
    cross join lateral jsonb_array_elements_text(e.body::jsonb -> 'facts' -> 'replacedIds') as ended (id)
    join grants g on g.account_id = e.account_id and g.id = ended.id::uuid
    where e.account_id = ${p.account}::uuid and e.request_id = ${p.request}::uuid
      and e.type = 'access-request.approved'
    order by g.created_at, g.id`,
)

/** What ended when a request was approved, because the new access contains it. */
export function replacedBy(
  db: Database | Tx,
  { accountId, id }: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<StoredGrant[]> {
  return replaced(db, { account: accountId, request: id })
}
