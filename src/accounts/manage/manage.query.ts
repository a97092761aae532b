import { sql } from 'kysely'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { grantedRole, grantIsActive, mayBeDecidedBy } from '../../people/index.ts'
import { areBegun, type Database, prepare } from '../../platform/db/index.ts'
import type { GrantedRole } from '../domain/roles.ts'

/** An account that somebody manages, whole or in part. */
export type ManagedAccount = {
  readonly id: AccountId
  readonly identifier: string
  readonly name: string
  readonly type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
  readonly roles: readonly GrantedRole[]
  /** How many requests wait for this person there; counting stops at 100. */
  readonly waiting: number
  /** Sorts the list, and says where the next page goes on. */
  readonly key: string
}

/** What the list is narrowed to, and where it goes on. */
export type ManagedFilter = {
  readonly person: PersonId
  /** How words of a name or of an identifier begin. */
  readonly find: string
  readonly after: readonly [key: string, identifier: string] | null
  readonly limit: number
}

type Values = {
  person: string
  find: string
  afterKey: string | null
  afterIdentifier: string | null
  limit: number
}

const nameKey = sql`lower(a.name) collate "C"`

// What waits is counted for the accounts of one page only.
const managed = prepare<Values, ManagedAccount>(
  (p) => sql<ManagedAccount>`
    select listed.*, (
      select count(*)::int from (
        select from access_requests r where r.account_id = listed.id and ${mayBeDecidedBy(p.person)} limit 100
      ) waiting) as waiting
    from (
      select a.id, a.identifier, a.name, a.type, mine.roles, ${nameKey} as key
      from (
        select g.account_id, jsonb_agg(distinct ${grantedRole}) as roles from grants g
        where g.person_id = ${p.person}::uuid and g.manages and ${grantIsActive}
        group by g.account_id
      ) mine
      join accounts a on a.id = mine.account_id and a.status <> 'CLOSED'
      where (${p.find}::text = '' or ${areBegun(sql`a.words`, p.find)})
        and (${p.afterKey}::text is null
          or (${nameKey}, a.identifier) > (${p.afterKey}::text collate "C", ${p.afterIdentifier}::text))
      order by ${nameKey}, a.identifier limit ${p.limit}::int
    ) listed
    order by listed.key, listed.identifier`,
)

/** The accounts that somebody manages, by name. */
export function accountsManagedBy(db: Database, filter: ManagedFilter): Promise<ManagedAccount[]> {
  const { after, ...rest } = filter
  return managed(db, { ...rest, afterKey: after?.[0] ?? null, afterIdentifier: after?.[1] ?? null })
}
