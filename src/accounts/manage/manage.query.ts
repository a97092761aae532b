import { sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive, isAwayAs, mayBeDecidedBy } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Role } from '../domain/roles.ts'

/** An account that somebody manages, whole or in part. */
export type ManagedAccount = {
  readonly id: AccountId
  readonly identifier: string
  readonly name: string
  readonly type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
  readonly roles: readonly Role[]
  /** How many requests wait for this person there; counting stops at 100. */
  readonly waiting: number
}

const managed = prepare<{ person: string; most: number }, ManagedAccount>(
  (p) => sql<ManagedAccount>`
    select a.id, a.identifier, a.name, a.type, mine.roles,
      (select count(*)::int from (
        select from access_requests r where r.account_id = a.id and ${mayBeDecidedBy(p.person)} limit 100
      ) waiting) as waiting
    from (
      select g.account_id, array_agg(distinct g.role) as roles from grants g
      where g.person_id = ${p.person}::uuid and g.role in ('SA', 'AG', 'VA') and ${grantIsActive}
      group by g.account_id
    ) mine
    join accounts a on a.id = mine.account_id and a.status <> 'CLOSED'
    order by lower(a.name), a.identifier limit ${p.most}::int`,
)

/** The accounts that somebody manages. */
export function accountsManagedBy(db: Database, person: PersonId): Promise<ManagedAccount[]> {
  return managed(db, { person, most: 500 })
}

/** An administrator, as the overview names them. */
export type NamedAdministrator = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly isDisabled: boolean
  /** The moment they are back; null while they are there. */
  readonly awayUntil: Date | null
  readonly timeZone: string
}

const administrators = prepare<{ account: string }, NamedAdministrator>(
  (p) => sql<NamedAdministrator>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address, p.status <> 'ACTIVE' as "isDisabled", p.time_zone as "timeZone",
      case when ${isAwayAs('p')} then p.away_until end as "awayUntil"
    from grants g join people p on p.id = g.person_id
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}
    order by lower(p.last_name), p.id limit 100`,
)

/** Who administers an account. */
export function administratorNames(db: Database, account: AccountId): Promise<NamedAdministrator[]> {
  return administrators(db, { account })
}

const counts = prepare<{ account: string }, { id: VirtualAccountId; holders: number }>(
  (p) => sql<{ id: VirtualAccountId; holders: number }>`
    select g.virtual_account_id as id, count(distinct g.person_id)::int as holders from grants g
    where g.account_id = ${p.account}::uuid and g.virtual_account_id is not null and ${grantIsActive}
    group by g.virtual_account_id`,
)

/** How many people hold a role in each virtual account. */
export async function holdersByPlace(
  db: Database,
  account: AccountId,
): Promise<ReadonlyMap<VirtualAccountId, number>> {
  const rows = await counts(db, { account })
  return new Map(rows.map(({ id, holders }) => [id, holders]))
}
