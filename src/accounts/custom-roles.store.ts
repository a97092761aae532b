import { sql } from 'kysely'
import type { AccountId, GrantId, PersonId } from '../kernel/id.ts'
import { done, type Outcome, refuse } from '../kernel/outcome.ts'
import { grantIsHeld } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { RoleHolder } from './domain/custom-role.ts'
import {
  type CustomRole,
  type CustomRoleId,
  type GrantedRole,
  type NamedRole,
  readRecorded,
} from './domain/roles.ts'

type Which = { readonly accountId: AccountId; readonly id: CustomRoleId }
type Key = { account: string; id: string }

const columns = sql`c.id, c.name, c.version, c.reach, c.actions`

const all = prepare<{ account: string }, CustomRole>(
  (p) => sql<CustomRole>`
    select ${columns} from custom_roles c
    where c.account_id = ${p.account}::uuid and c.retired_at is null
    order by lower(c.name), c.id limit 200`,
)

/** The roles that an account made for itself and still gives, by name; for a picker. */
export function customRolesOf(db: Database | Tx, accountId: AccountId): Promise<CustomRole[]> {
  return all(db, { account: accountId })
}

const toGive = prepare<Key, CustomRole>(
  (p) => sql<CustomRole>`
    select ${columns} from custom_roles c
    where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid and c.retired_at is null for share of c`,
)

const allToGive = prepare<{ account: string }, CustomRole>(
  (p) => sql<CustomRole>`
    select ${columns} from custom_roles c
    where c.account_id = ${p.account}::uuid and c.retired_at is null order by c.id for share of c`,
)

/** All that `customRolesOf` gives, locked like a role that is to be given; for who gives several at once. */
export function customRolesToGive(tx: Tx, accountId: AccountId): Promise<CustomRole[]> {
  return allToGive(tx, { account: accountId })
}

/** Why a role that somebody chose is not given: it was retired, or edited since they saw it. */
export type RoleGone =
  | { readonly code: 'role-gone' }
  | { readonly code: 'role-changed'; readonly role: CustomRole }

/**
 * A role that was chosen, to be given at the version that was seen. A custom one is locked, so that nobody edits it
 * before the transaction ends. Lock it before any grant: who edits it waits for those of its holders.
 */
export async function roleToGive(
  tx: Tx,
  accountId: AccountId,
  named: NamedRole,
): Promise<Outcome<GrantedRole, RoleGone>> {
  if (typeof named === 'string') return done(named)
  const [role] = await toGive(tx, { account: accountId, id: named.custom })
  if (!role) return refuse({ code: 'role-gone' })
  return role.version === named.version ? done(role) : refuse({ code: 'role-changed', role })
}

const atVersion = prepare<Key & { version: number }, CustomRole>(
  (p) => sql<CustomRole>`
    select w.role_id as id, w.name, w.version, c.reach, w.actions
    from custom_role_versions w join custom_roles c on c.account_id = w.account_id and c.id = w.role_id
    where w.account_id = ${p.account}::uuid and w.role_id = ${p.id}::uuid and w.version = ${p.version}::int`,
)

/** The role that an event names, a custom one as it was then; undefined when it names none. */
export async function roleRecorded(
  db: Database | Tx,
  accountId: AccountId,
  fact: unknown,
): Promise<GrantedRole | undefined> {
  const named = readRecorded(fact)
  if (typeof named !== 'object') return named
  return (await atVersion(db, { account: accountId, id: named.custom, version: named.version }))[0]
}

const holders = prepare<Key, RoleHolder & { grantId: GrantId }>(
  (p) => sql<RoleHolder & { grantId: GrantId }>`
    select g.id as "grantId", g.person_id as "personId", g.virtual_account_id as "virtualAccountId", g.ends_at as "endsAt"
    from grants g
    where g.account_id = ${p.account}::uuid and g.custom_role_id = ${p.id}::uuid and ${grantIsHeld}
    order by g.id for update of g`,
)

/** Everybody who holds the role, suspended or not, once for each place; locked. Lock the role itself first, to edit it. */
export function lockHoldersOf(tx: Tx, which: Which): Promise<RoleHolder[]> {
  return holders(tx, { account: which.accountId, id: which.id })
}

const apply = prepare<Key & { actions: readonly string[] }, { personId: PersonId }>(
  (p) => sql<{ personId: PersonId }>`
    update grants g set custom_actions = ${p.actions}::text[]
    where g.account_id = ${p.account}::uuid and g.custom_role_id = ${p.id}::uuid and g.revoked_at is null
    returning g.person_id as "personId"`,
)

/**
 * Gives the actions of an edited role to everybody who holds it, and takes from them what it no longer contains. Call
 * it in the transaction that edits the role, after `lockHoldersOf`. Gives whom it concerns, each once.
 */
export async function applyRoleToHolders(
  tx: Tx,
  role: Which & Pick<CustomRole, 'actions'>,
): Promise<PersonId[]> {
  const rows = await apply(tx, { account: role.accountId, id: role.id, actions: role.actions })
  return [...new Set(rows.map(({ personId }) => personId))]
}
