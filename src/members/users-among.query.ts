import { sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

/** Somebody who was meant by an address. */
export type UserMeant = {
  readonly personId: PersonId
  readonly address: string
  readonly isActive: boolean
}

type Values = { account: string; addresses: readonly string[]; within: readonly string[] | null }

const meant = prepare<Values, UserMeant>(
  (p) => sql<UserMeant>`
    select p.id as "personId", p.address, p.status = 'ACTIVE' as "isActive" from people p
    where p.address = any(${p.addresses}::text[]) and p.status <> 'ERASED' and exists (
      select from grants g where g.account_id = ${p.account}::uuid and g.person_id = p.id and ${grantIsActive}
        and (${p.within}::uuid[] is null or g.virtual_account_id = any(${p.within}::uuid[])))
    order by p.id for share of p`,
)

/** Who of these addresses holds a role in the account, or in some of its virtual accounts; held as they are. */
export function usersAmong(
  tx: Tx,
  asked: {
    readonly accountId: AccountId
    readonly addresses: readonly string[]
    /** Null for the whole account. */
    readonly within: readonly VirtualAccountId[] | null
  },
): Promise<UserMeant[]> {
  const { accountId: account, addresses, within } = asked
  return meant(tx, { account, addresses, within })
}
