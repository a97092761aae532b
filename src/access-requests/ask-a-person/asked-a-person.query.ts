import { sql } from 'kysely'
import type { AccountId, RequestId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

const asked = prepare<{ account: string; request: string }, { id: RequestId }>(
  (p) => sql<{ id: RequestId }>`
    select r.id from access_requests r
    where r.account_id = ${p.account}::uuid and r.previous_request_id = ${p.request}::uuid and r.past_rules`,
)

/** The request by which a person was asked about what a rule had declined; undefined when none was. */
export async function askedAPerson(
  db: Database,
  request: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<RequestId | undefined> {
  return (await asked(db, { account: request.accountId, request: request.id }))[0]?.id
}
