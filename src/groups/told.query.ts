import { type Told, toldColumns } from '../people/index.ts'
import { sql } from 'kysely'
import type { AccountId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

const members = prepare<{ account: string; id: string }, Told>(
  (p) => sql<Told>`
    select ${toldColumns} from user_group_members m join people p on p.id = m.person_id and p.status = 'ACTIVE'
    where m.account_id = ${p.account}::uuid and m.group_id = ${p.id}::uuid order by p.id`,
)

/** Everybody in a group who can be told. */
export function membersToTell(tx: Tx, accountId: AccountId, id: string): Promise<Told[]> {
  return members(tx, { account: accountId, id })
}
