import { sql } from 'kysely'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { GrantSource } from '../domain/events.ts'
import type { Role } from '../domain/roles.ts'

/** One role that somebody holds, with where it is held and where it comes from. */
export type HeldRole = {
  readonly id: GrantId
  readonly accountId: AccountId
  readonly identifier: string
  readonly accountName: string
  /** The names from the topmost virtual account down; empty for the whole account. */
  readonly place: readonly string[]
  readonly role: Role
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly reference: string | null
  readonly since: Date
  readonly endsAt: Date | null
}

const held = prepare<{ person: string }, HeldRole>(
  (p) => sql<HeldRole>`
    select g.id, g.account_id as "accountId", a.identifier, a.name as "accountName", g.role, g.source,
      g.request_id as "requestId", r.reference, g.created_at as since, g.ends_at as "endsAt",
      coalesce((
        select json_agg(above.name order by array_position(v.path, above.id))
        from virtual_accounts v join virtual_accounts above
          on above.account_id = v.account_id and above.id = any(v.path)
        where v.account_id = g.account_id and v.id = g.virtual_account_id
      ), '[]') as place
    from grants g
    join accounts a on a.id = g.account_id and a.status <> 'CLOSED'
    left join access_requests r on r.account_id = g.account_id and r.id = g.request_id
    where g.person_id = ${p.person}::uuid and ${grantIsActive}
    order by a.identifier, g.created_at, g.id limit 2000`,
)

/** Every role that somebody holds now. */
export function rolesHeldBy(db: Database, person: PersonId): Promise<HeldRole[]> {
  return held(db, { person })
}
