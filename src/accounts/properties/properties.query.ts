import { sql } from 'kysely'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { grantIsActive, isAwayAs, mayBeDecidedBy } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** An administrator, as the properties name them. */
export type NamedAdministrator = {
  readonly personId: PersonId
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
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.status <> 'ACTIVE' as "isDisabled",
      p.time_zone as "timeZone", case when ${isAwayAs('p')} then p.away_until end as "awayUntil"
    from grants g join people p on p.id = g.person_id
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}
    order by lower(p.last_name), p.id limit 100`,
)

/** Who administers an account. */
export function administratorNames(db: Database, account: AccountId): Promise<NamedAdministrator[]> {
  return administrators(db, { account })
}

const waiting = prepare<{ account: string; person: string }, { waiting: number }>(
  (p) => sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select from access_requests r
      where r.account_id = ${p.account}::uuid and ${mayBeDecidedBy(p.person)} limit 100
    ) waiting`,
)

/** How many requests for an account wait for this person; counting stops at 100. */
export async function waitingIn(db: Database, account: AccountId, person: PersonId): Promise<number> {
  return (await waiting(db, { account, person }))[0]?.waiting ?? 0
}
