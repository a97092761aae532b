import { type RawBuilder, sql } from 'kysely'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import { grantedRole, grantIsHeld, nameOf } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { GrantSource } from '../domain/events.ts'
import type { GrantedRole } from '../domain/roles.ts'

/** One role that somebody holds, with where it is held and where it comes from. */
export type HeldRole = {
  readonly id: GrantId
  readonly accountId: AccountId
  readonly identifier: string
  readonly accountName: string
  /** The names from the topmost virtual account down; empty for the whole account. */
  readonly place: readonly string[]
  readonly role: GrantedRole
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly reference: string | null
  /** Who gave it, where the account shows the names of its administrators. */
  readonly givenBy: string | null
  readonly since: Date
  readonly endsAt: Date | null
  /** It gives nothing for the time being. */
  readonly isSuspended: boolean
  /** The open request for the same account. */
  readonly openRequestId: RequestId | null
  readonly openReference: string | null
}

/** A role as it is read. */
export type HeldRoleRow = Omit<HeldRole, 'givenBy'> & { givenBy: Parameters<typeof nameOf>[0] | null }
type Row = HeldRoleRow

const most = 5_000

/** SQL: what somebody holds, suspended or not, in the accounts that fit. */
const heldBy = (person: RawBuilder<unknown>, fits: RawBuilder<boolean>) => sql<Row>`
    select g.id, g.account_id as "accountId", a.identifier, a.name as "accountName", ${grantedRole} as role, g.source,
      g.request_id as "requestId", r.reference, g.created_at as since, g.ends_at as "endsAt",
      g.suspended_at is not null as "isSuspended", open.id as "openRequestId", open.reference as "openReference",
      case when a.show_administrators = 'NAMES' and b.id is not null then json_build_object('firstName', b.first_name,
        'lastName', b.last_name, 'preferredFirstName', b.preferred_first_name, 'address', '') end as "givenBy",
      coalesce((
        select json_agg(above.name order by array_position(v.path, above.id))
        from virtual_accounts v join virtual_accounts above
          on above.account_id = v.account_id and above.id = any(v.path)
        where v.account_id = g.account_id and v.id = g.virtual_account_id
      ), '[]') as place
    from grants g
    join accounts a on a.id = g.account_id and a.status <> 'CLOSED' and ${fits}
    left join access_requests r on r.account_id = g.account_id and r.id = g.request_id
    left join access_requests open on open.account_id = g.account_id and open.beneficiary_id = g.person_id
      and open.status in ('PENDING', 'INFO_REQUESTED')
    left join people b on b.id = g.given_by and b.status <> 'ERASED'
    where g.person_id = ${person}::uuid and ${grantIsHeld}
    order by a.identifier, g.created_at, g.id limit ${sql.lit(most)}`

/** SQL: every role that somebody holds, for a statement that reads more; read the rows with `heldRoleOf`. */
export const rolesOf = (person: RawBuilder<unknown>) => heldBy(person, sql`true`)

const all = prepare<{ person: string }, Row>((p) => rolesOf(p.person))
const inOne = prepare<{ person: string; identifier: string }, Row>((p) =>
  heldBy(p.person, sql`a.identifier = ${p.identifier}`),
)

/** Every role that somebody holds now, suspended ones too. */
export async function rolesKeptBy(db: Database, person: PersonId): Promise<HeldRole[]> {
  return (await all(db, { person })).map(named)
}

/** A role that came as JSON, which knows no times. */
export function heldRoleOf(row: HeldRoleRow): HeldRole {
  const { since, endsAt } = row
  return named({ ...row, since: new Date(since), endsAt: endsAt && new Date(endsAt) })
}

/** Every role that gives somebody something now. */
export async function rolesHeldBy(db: Database, person: PersonId): Promise<HeldRole[]> {
  return (await rolesKeptBy(db, person)).filter(({ isSuspended }) => !isSuspended)
}

/** Every role that somebody holds now in one account, suspended ones too. */
export async function rolesKeptIn(db: Database, person: PersonId, identifier: string): Promise<HeldRole[]> {
  return (await inOne(db, { person, identifier })).map(named)
}

function named({ givenBy, ...row }: Row): HeldRole {
  // Somebody without a name is not shown by their address.
  return { ...row, givenBy: givenBy === null ? null : nameOf(givenBy) || null }
}
