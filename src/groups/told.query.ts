import { sql } from 'kysely'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

/** Somebody who is told something by mail. */
export type Told = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
}

const columns = sql`p.id as "personId", p.address, p.locale, p.time_zone as "timeZone"`

const one = prepare<{ id: string }, Told>(
  (p) => sql<Told>`select ${columns} from people p where p.id = ${p.id}::uuid and p.status = 'ACTIVE'`,
)

/** How somebody is told; undefined when they are disabled or gone. */
export async function toldAs(tx: Tx, id: string): Promise<Told | undefined> {
  return (await one(tx, { id }))[0]
}

const members = prepare<{ account: string; id: string }, Told>(
  (p) => sql<Told>`
    select ${columns} from user_group_members m join people p on p.id = m.person_id and p.status = 'ACTIVE'
    where m.account_id = ${p.account}::uuid and m.group_id = ${p.id}::uuid order by p.id`,
)

/** Everybody in a group who can be told. */
export function membersToTell(tx: Tx, accountId: AccountId, id: string): Promise<Told[]> {
  return members(tx, { account: accountId, id })
}
