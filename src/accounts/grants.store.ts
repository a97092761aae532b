import { sql } from 'kysely'
import {
  type AccountId,
  type DecisionId,
  type GrantId,
  newId,
  type PersonId,
  type RequestId,
  type VirtualAccountId,
} from '../kernel/id.ts'
import { grantedRole, grantIsActive, grantIsHeld, isAwayAs } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import { delegationsOf } from './delegates/delegates.store.ts'
import { standInsFor } from './domain/delegation.ts'
import type { GrantSource } from './domain/events.ts'
import type { Administrator } from './domain/last-administrator.ts'
import type { Given, Grant } from './domain/rights.ts'
import { seatsOf } from './domain/rights.ts'
import { codeOf, isCustom } from './domain/roles.ts'
import { startEndClocks, stoppingEndClocks } from './ending/end-clocks.store.ts'

/** A grant with where it comes from. */
export type StoredGrant = Grant & {
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly createdAt: Date
}

/** SQL: a grant `g` as `StoredGrant`. */
export const grantColumns = sql`
  g.id, g.account_id as "accountId", g.person_id as "personId", ${grantedRole} as role, g.virtual_account_id as "virtualAccountId",
  g.ends_at as "endsAt", g.revoked_at as "revokedAt", g.suspended_at as "suspendedAt", g.source, g.request_id as "requestId",
  g.created_at as "createdAt"`

type Whose = { account: string; person: string }

const held = prepare<Whose, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and ${grantIsActive}
    order by g.created_at, g.id`,
)

/** What somebody holds in an account now. */
export function grantsOf(
  db: Database | Tx,
  whose: { readonly accountId: AccountId; readonly personId: PersonId },
): Promise<StoredGrant[]> {
  return held(db, { account: whose.accountId, person: whose.personId })
}

const heldForSure = prepare<Whose, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    join people p on p.id = g.person_id
    join accounts a on a.id = g.account_id
    where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and ${grantIsActive}
      and p.status = 'ACTIVE' and a.status = 'ACTIVE'
    order by g.id
    for share of g, p, a`,
)

/**
 * What somebody holds in an active account, locked so that it cannot be taken away before the transaction ends.
 * Waits for whoever is taking it away, and then no longer gives it. Nothing for somebody disabled.
 */
export function holdGrantsOf(
  tx: Tx,
  whose: { readonly accountId: AccountId; readonly personId: PersonId },
): Promise<StoredGrant[]> {
  return heldForSure(tx, { account: whose.accountId, person: whose.personId })
}

const grantById = prepare<{ account: string; id: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid`,
)

/** One grant, in force or over. */
export async function findGrant(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly id: GrantId },
): Promise<StoredGrant | undefined> {
  return (await grantById(db, { account: which.accountId, id: which.id }))[0]
}

const lockGrant = prepare<{ account: string; id: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid for update of g`,
)
const lockAdministrators = prepare<{ account: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select g.id from grants g
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and g.revoked_at is null
    order by g.id for update of g`,
)
const administratorsAmong = prepare<{ account: string; ids: readonly string[] }, { id: string }>(
  (p) => sql<{ id: string }>`
    select g.id from grants g
    where g.account_id = ${p.account}::uuid and g.id = any(${p.ids}::uuid[]) and g.role = 'SA' and g.revoked_at is null`,
)

/**
 * Locks the administrator grants of an account in the order of their ids, when one of these is among them. False when
 * none is: their end takes no administrator away.
 */
export async function lockAdministratorsFor(
  tx: Tx,
  accountId: AccountId,
  grantIds: readonly GrantId[],
): Promise<boolean> {
  if ((await administratorsAmong(tx, { account: accountId, ids: grantIds })).length === 0) return false
  await lockAdministrators(tx, { account: accountId })
  return true
}

type AdministratorRow = Omit<Administrator, 'isAwayWithoutDelegate' | 'standIns'> & { isAway: boolean }
const administrators = prepare<{ account: string }, AdministratorRow>(
  (p) => sql<AdministratorRow>`
    select g.id as "grantId", g.person_id as "personId", g.ends_at as "endsAt", p.status <> 'ACTIVE' as "isDisabled",
      p.mail_bounced_at is not null as "hasHardBounced", ${isAwayAs('p')} as "isAway"
    from grants g join people p on p.id = g.person_id
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}
    order by g.id`,
)

/** The account's administrators now, with who stands in for those who are away. */
export async function administratorsOf(db: Database | Tx, accountId: AccountId): Promise<Administrator[]> {
  const rows = await administrators(db, { account: accountId })
  const isAnyAway = rows.some(({ isAway }) => isAway)
  const delegations = isAnyAway ? await delegationsOf(db, accountId) : []
  const able = (id: PersonId) => rows.find(({ personId, isDisabled }) => personId === id && !isDisabled)
  return rows.map(({ isAway, ...row }) => {
    const standIns = isAway ? standInsFor(row.personId, delegations, able) : []
    const hasHardBounced = row.hasHardBounced && standIns.length === 0
    return { ...row, hasHardBounced, standIns, isAwayWithoutDelegate: isAway && standIns.length === 0 }
  })
}

/**
 * A grant, locked to be ended. Before an administrator's, all administrator grants of the account are locked in the
 * order of their ids, so that two who end each other's meet there.
 */
export async function lockGrantToEnd(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: GrantId },
): Promise<StoredGrant | undefined> {
  const found = await findGrant(tx, which)
  if (found?.role === 'SA') await lockAdministrators(tx, { account: which.accountId })
  return found && (await lockGrant(tx, { account: which.accountId, id: which.id }))[0]
}

const end = prepare<{ account: string; id: string; by: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    with ended as (
      update grants g set revoked_at = app_now(), revoked_by = ${p.by}::uuid
      where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid and ${grantIsHeld}
      returning g.account_id, g.id
    ), stopped as (${stoppingEndClocks(sql`ended`)})
    select id from ended`,
)

/** Ends a grant, suspended or not; false when it was over already. Lock it first, ask the policy, and record the event last. */
export async function revokeGrant(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: GrantId; readonly by: PersonId },
): Promise<boolean> {
  return (await end(tx, { account: which.accountId, id: which.id, by: which.by })).length === 1
}

const lockPlaces = prepare<{ account: string; ids: readonly string[] }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.virtual_account_id = any(${p.ids}::uuid[]) and ${grantIsHeld}
    order by g.id for update of g`,
)

/** The grants in these virtual accounts that are not over, locked to be ended. */
export function lockGrantsIn(
  tx: Tx,
  accountId: AccountId,
  ids: readonly VirtualAccountId[],
): Promise<StoredGrant[]> {
  return lockPlaces(tx, { account: accountId, ids })
}

/** What is given, to whom, and where it comes from. */
export type Giving = {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly given: Given
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly decisionId: DecisionId | null
  readonly by: PersonId | null
  /** The group that it comes from; given with the source `GROUP` alone. */
  readonly groupId?: string
}

type NewGrants = {
  account: string
  person: string
  role: string
  customRole: string | null
  customActions: readonly string[] | null
  ids: string[]
  seats: (string | null)[]
  endsAt: Date | null
  source: string
  request: string | null
  decision: string | null
  by: string | null
  group: string | null
}

const replace = prepare<
  Pick<NewGrants, 'account' | 'person' | 'role' | 'customRole' | 'seats' | 'endsAt' | 'by' | 'group'>,
  never
>(
  (p) => sql<never>`
    with ended as (
      update grants g set revoked_at = app_now(), revoked_by = ${p.by}::uuid
      where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and g.role = ${p.role}
      and g.custom_role_id is not distinct from ${p.customRole}::uuid
      and g.revoked_at is null and (g.suspended_at is not null or (g.ends_at is not null
        and (${p.endsAt}::timestamptz is null or g.ends_at < ${p.endsAt}::timestamptz)))
      and g.group_id is not distinct from ${p.group}::uuid
      and exists (select from unnest(${p.seats}::uuid[]) as seat (id) where g.virtual_account_id is not distinct from seat.id)
      returning g.account_id, g.id
    ) ${stoppingEndClocks(sql`ended`)}`,
)
const insert = prepare<NewGrants, { id: GrantId }>(
  (p) => sql<{ id: GrantId }>`
    insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, virtual_account_id, source, request_id, decision_id, group_id, given_by, ends_at)
    select ${p.account}::uuid, given.id, ${p.person}::uuid, ${p.role}, ${p.customRole}::uuid, ${p.customActions}::text[], given.seat, ${p.source}, ${p.request}::uuid,
      ${p.decision}::uuid, ${p.group}::uuid, ${p.by}::uuid, ${p.endsAt}::timestamptz
    from unnest(${p.ids}::uuid[], ${p.seats}::uuid[]) as given (id, seat)
    on conflict do nothing
    returning id`,
)

/**
 * Gives a role in a scope: one grant for the account, or one for each virtual account, where the person does not hold
 * the same role at least as long. A shorter one is replaced, with its warnings, and so is a suspended one; nothing else
 * is ever shortened. A custom role is given with the actions it has now: lock it first, with `roleToGive`. Gives
 * the ids of what is new.
 */
export async function giveGrants(tx: Tx, giving: Giving): Promise<GrantId[]> {
  const { endsAt, role } = giving.given
  const seats: (VirtualAccountId | null)[] = [...seatsOf(giving.given.scope)]
  const what = {
    account: giving.accountId,
    person: giving.personId,
    role: codeOf(role),
    customRole: isCustom(role) ? role.id : null,
    seats,
    endsAt,
    by: giving.by,
    group: giving.groupId ?? null,
  }
  const grants = {
    ...what,
    customActions: isCustom(role) ? role.actions : null,
    ids: seats.map(() => newId<'grant'>()),
    source: giving.source,
    request: giving.requestId,
    decision: giving.decisionId,
  }
  const rows = await insert(tx, grants)
  if (rows.length < seats.length) {
    // Somewhere the role is held already: what is shorter makes room.
    await replace(tx, what)
    rows.push(...(await insert(tx, { ...grants, ids: seats.map(() => newId<'grant'>()) })))
  }
  const ids = rows.map(({ id }) => id)
  if (endsAt !== null) await startEndClocks(tx, { accountId: giving.accountId, ids, role, endsAt })
  return ids
}
