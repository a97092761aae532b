import { sql } from 'kysely'
import { findGrant, grantsOf, type StoredGrant } from '../../accounts/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { nameOf } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import { type PlacesEver, placesEver } from '../places.query.ts'

/** A grant that was taken back, and what is left. */
export type TakenBack = {
  readonly grant: StoredGrant
  readonly places: PlacesEver
  readonly rest: readonly StoredGrant[]
  readonly accountName: string
  readonly identifier: string
  readonly byHolder: boolean
  /** Who did it, when the account names its administrators. */
  readonly byName: string | null
}

type Row = Parameters<typeof nameOf>[0] & {
  accountName: string
  identifier: string
  shows: 'NAMES' | 'RELAY' | 'NONE'
  byHolder: boolean
}

const who = prepare<{ account: string; id: string }, Row>(
  (p) => sql<Row>`
    select a.name as "accountName", a.identifier, a.show_administrators as shows, g.revoked_by = g.person_id as "byHolder",
      by.first_name as "firstName", by.last_name as "lastName", by.preferred_first_name as "preferredFirstName", by.address
    from grants g join accounts a on a.id = g.account_id join people by on by.id = g.revoked_by
    where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid and g.revoked_at is not null`,
)

/** What there is to tell the holder of a grant that was taken back; undefined when it was not. */
export async function takenBack(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: GrantId },
): Promise<TakenBack | undefined> {
  const [row] = await who(tx, { account: which.accountId, id: which.id })
  const grant = row && (await findGrant(tx, which))
  if (!row || !grant) return undefined
  const { accountName, identifier, byHolder, shows, ...person } = row
  return {
    grant,
    places: await placesEver(tx, which.accountId),
    rest: await grantsOf(tx, { accountId: which.accountId, personId: grant.personId }),
    accountName,
    identifier,
    byHolder,
    byName: shows === 'NAMES' ? nameOf(person) : null,
  }
}
