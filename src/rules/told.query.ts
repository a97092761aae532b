import { sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { carries, grantIsActive } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

/** Somebody who is told of a change of the rules, as far as a mail needs them. */
export type Told = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
  readonly accountName: string
  readonly identifier: string
}

const told = prepare<{ account: string; place: string | null }, Told>(
  (v) => sql<Told>`
    select distinct p.id as "personId", p.address, p.locale, p.time_zone as "timeZone", a.name as "accountName",
      a.identifier
    from grants g join people p on p.id = g.person_id join accounts a on a.id = g.account_id
    where g.account_id = ${v.account}::uuid and ${grantIsActive} and p.status = 'ACTIVE'
      and ${carries('change-rules', ['SA', 'VA'])} and (g.virtual_account_id is null or exists (
        select from virtual_accounts w
        where w.account_id = g.account_id and w.id = ${v.place}::uuid and g.virtual_account_id = any(w.path)))
    order by p.id`,
)

/** The administrators of an account, and those of the virtual account whose rule it is. */
export function toldOfRules(tx: Tx, account: AccountId, place: VirtualAccountId | null): Promise<Told[]> {
  return told(tx, { account, place })
}

type Author = { firstName: string; lastName: string; preferredFirstName: string; address: string }
const author = prepare<{ id: string }, Author>(
  (v) => sql<Author>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address
    from people p where p.id = ${v.id}::uuid and p.status <> 'ERASED'`,
)

/** The name of whoever changed something; undefined when they are erased. */
export async function authorOf(tx: Tx, id: PersonId): Promise<Author | undefined> {
  return (await author(tx, { id }))[0]
}
