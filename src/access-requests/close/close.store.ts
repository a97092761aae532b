import { sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

/** Which open requests: of an account, by or for a person, or both together. */
export type Closable =
  | { readonly account: AccountId; readonly person?: PersonId }
  | { readonly account?: AccountId; readonly person: PersonId }

type Open = { accountId: AccountId; id: RequestId }

const open = prepare<{ account: string | null; person: string | null }, Open>(
  (p) => sql<Open>`
    select r.account_id as "accountId", r.id from access_requests r
    where r.status in ('PENDING', 'INFO_REQUESTED')
      and (${p.account}::uuid is null or r.account_id = ${p.account}::uuid)
      and (${p.person}::uuid is null or r.beneficiary_id = ${p.person}::uuid or r.requester_id = ${p.person}::uuid)
    order by r.account_id, r.id`,
)

/** The open requests that these words name, in the order in which they are to be locked. */
export function openRequestsOf(tx: Tx, which: Closable): Promise<Open[]> {
  return open(tx, { account: which.account ?? null, person: which.person ?? null })
}
