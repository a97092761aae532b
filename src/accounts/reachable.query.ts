import { type RawBuilder, sql } from 'kysely'
import { grantIsActive, isAwayAs, isThereAs } from '../people/index.ts'
import { standInOf } from './delegates/delegates.store.ts'

/** SQL: how many administrators of an account mail reaches: they are there, or somebody stands in for them. */
export function reachableAdministrators(account: RawBuilder<unknown>): RawBuilder<number> {
  const administers = (row: string) => sql`${sql.ref(`${row}.account_id`)} = ${account}
    and ${sql.ref(`${row}.role`)} = 'SA'`
  const able = sql`(select g.person_id from grants g where ${administers('g')} and ${grantIsActive})`
  const standIn = standInOf({ account, able, not: sql`(p.id)` })
  return sql<number>`(
    select count(distinct p.id)::int from grants g join people p on p.id = g.person_id
    where ${administers('g')} and ${grantIsActive} and p.status = 'ACTIVE'
      and (${isThereAs('p')} or (${isAwayAs('p')} and ${standIn} is not null)))`
}
