import type { Told } from '../../people/index.ts'
import { sql } from 'kysely'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { StoredRequest } from '../requests.row.ts'

const belonged = prepare<{ account: string; requester: string; beneficiary: string }, Told>(
  (p) => sql<Told>`
    select p.id as "personId", p.address, p.locale, p.time_zone as "timeZone" from people p
    where p.status <> 'ERASED' and p.mail_bounced_at is null
      and p.id not in (${p.requester}::uuid, ${p.beneficiary}::uuid)
      and exists (select from grants g where g.account_id = ${p.account}::uuid and g.person_id = p.id)
    order by p.id`,
)

/**
 * Everybody who holds or ever held a role in the request's account, disabled or not: whoever was shut out of it should
 * hear what is decided in their absence. Never those whose request it is.
 */
export function everybodyWhoBelonged(tx: Tx, request: StoredRequest): Promise<Told[]> {
  const { accountId, requesterId, beneficiaryId } = request
  return belonged(tx, { account: accountId, requester: requesterId, beneficiary: beneficiaryId })
}
