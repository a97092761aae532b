import { type Told, toldColumns } from '../people/index.ts'
import { sql } from 'kysely'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'

const members = prepare<{ account: string; id: string }, Told>(
  (p) => sql<Told>`
    select ${toldColumns} from user_group_members m join people p on p.id = m.person_id and p.status = 'ACTIVE'
    where m.account_id = ${p.account}::uuid and m.group_id = ${p.id}::uuid order by p.id`,
)

/** Everybody in a group who can be told. */
export function membersToTell(tx: Tx, accountId: AccountId, id: string): Promise<Told[]> {
  return members(tx, { account: accountId, id })
}

const suspended = prepare<{ account: string; id: string; person: string | null }, { people: number }>(
  (p) => sql<{ people: number }>`
    select count(distinct g.person_id)::int as people from grants g
    where g.account_id = ${p.account}::uuid and g.group_id = ${p.id}::uuid and g.revoked_at is null
      and g.suspended_because = 'REVIEW' and (${p.person}::uuid is null or g.person_id = ${p.person}::uuid)`,
)

/** How many people of a group hold something by it that a review has suspended; or whether one of them does. */
export async function suspendedIn(
  db: Database | Tx,
  {
    accountId,
    id,
    person = null,
  }: { readonly accountId: AccountId; readonly id: string; readonly person?: PersonId | null },
): Promise<number> {
  return (await suspended(db, { account: accountId, id, person }))[0]?.people ?? 0
}

const reviewed = prepare<{ account: string; id: string }, { people: number }>(
  (p) => sql<{ people: number }>`
    select count(distinct i.person_id)::int as people
    from reviews v
    join review_items i on i.account_id = v.account_id and i.review_id = v.id and i.outcome is null
    join grants g on g.account_id = i.account_id and g.id = i.grant_id and g.revoked_at is null
    where v.account_id = ${p.account}::uuid and v.status = 'OPEN' and g.group_id = ${p.id}::uuid`,
)

/** How many people an open review asks about for what they hold by a group. */
export async function reviewedIn(
  db: Database,
  { accountId, id }: { readonly accountId: AccountId; readonly id: string },
): Promise<number> {
  return (await reviewed(db, { account: accountId, id }))[0]?.people ?? 0
}
