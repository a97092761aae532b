import { sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { accountsDecidedBy, mayBeDecidedBy } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import { absence, approverIds, isReachable } from '../approvers.store.ts'
import { hasSupport } from '../clocks.store.ts'

type Left = { readonly accountId: AccountId; readonly id: RequestId }

const ofRequest = {
  account: sql`r.account_id`,
  virtualAccounts: sql`r.ask_virtual_account_ids`,
  not: sql`(r.requester_id, r.beneficiary_id)`,
}

const left = prepare<{ person: string }, Left>(
  (v) => sql<Left>`
    select r.account_id as "accountId", r.id
    from ${accountsDecidedBy(v.person)} mine
    join access_requests r on r.account_id = mine.account_id
    where r.status = 'PENDING' and r.stage <> 'WITH_SUPPORT' and ${mayBeDecidedBy(v.person)} and ${hasSupport}
      and not exists (
        select from people p
        where p.status = 'ACTIVE' and p.id not in ${ofRequest.not} and p.id in ${approverIds(ofRequest)}
          and (${isReachable} or ${absence(ofRequest).standIn} is not null))
    order by r.account_id, r.id limit 200`,
)

const leftHere = prepare<{ account: string }, Left>(
  (v) => sql<Left>`
    select r.account_id as "accountId", r.id
    from access_requests r join accounts a on a.id = r.account_id and a.status = 'ACTIVE'
    where r.account_id = ${v.account}::uuid and r.status = 'PENDING' and r.stage <> 'WITH_SUPPORT' and ${hasSupport}
      and not exists (
        select from people p
        where p.status = 'ACTIVE' and p.id not in ${ofRequest.not} and p.id in ${approverIds(ofRequest)}
          and (${isReachable} or ${absence(ofRequest).standIn} is not null))
    order by r.account_id, r.id limit 200`,
)

/** The kind of the job that sends to support what waits in an account without administrators. */
export const passingOn = 'pass-on'

const enqueue = prepare<{ account: string }, never>(
  (p) => sql<never>`
    insert into jobs (account_id, id, kind, key)
    values (${p.account}::uuid, gen_random_uuid(), ${sql.lit(passingOn)}, gen_random_uuid()::text)`,
)

/** Lets all that waits for nobody in an account go to support, once this transaction is done. */
export async function orderPassingOn(tx: Tx, account: AccountId): Promise<void> {
  await enqueue(tx, { account })
}

/** The requests of an account that wait for nobody who can be reached; the first 200. */
export function leftInAccount(tx: Tx, account: AccountId): Promise<Left[]> {
  return leftHere(tx, { account })
}

/** The requests that wait for this person among others, and for nobody who can be reached; the first 200. */
export function leftWithNobody(tx: Tx, person: PersonId): Promise<Left[]> {
  return left(tx, { person })
}
