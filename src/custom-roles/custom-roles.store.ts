import { sql } from 'kysely'
import type { RoleHolder } from '../accounts/domain/custom-role.ts'
import type { CustomRole, CustomRoleId } from '../accounts/domain/roles.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantIsActive, grantIsHeld } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Content, WantedRole } from './domain/wanted-role.ts'

/** A role of an account's own, as it is kept. */
export type StoredRole = CustomRole & {
  readonly description: string
  readonly changedAt: Date
  readonly retiredAt: Date | null
}

/** A role with how many hold it, of those whom the viewer sees. */
export type ListedRole = StoredRole & { readonly holders: number }

const columns = sql`
  c.id, c.name, c.description, c.reach, c.actions, c.version, c.changed_at as "changedAt", c.retired_at as "retiredAt"`

const holders = (within: unknown) => sql<number>`(
  select count(distinct g.person_id)::int from grants g
  where g.account_id = c.account_id and g.custom_role_id = c.id and ${grantIsActive}
    and (${within}::uuid[] is null or g.virtual_account_id = any(${within}::uuid[])))`

type Listing = {
  account: string
  retired: boolean
  within: readonly string[] | null
  afterName: string | null
  afterId: string | null
  most: number
}

const list = prepare<Listing, ListedRole>(
  (p) => sql<ListedRole>`
    select ${columns}, ${holders(p.within)} as holders
    from custom_roles c
    where c.account_id = ${p.account}::uuid and (c.retired_at is not null) = ${p.retired}::boolean
      and (${p.afterName}::text is null or (lower(c.name), c.id) > (${p.afterName}::text, ${p.afterId}::uuid))
    order by lower(c.name), c.id limit ${p.most}::int`,
)

/** Which roles, and where the list goes on. */
export type RoleFilter = {
  readonly accountId: AccountId
  readonly retired: boolean
  /** The virtual accounts whose people are seen; null for everybody of the account. */
  readonly within: readonly VirtualAccountId[] | null
  readonly after: readonly [name: string, id: string] | null
  readonly most: number
}

/** The roles that an account made for itself, by name. */
export function rolesOf(db: Database | Tx, filter: RoleFilter): Promise<ListedRole[]> {
  const { accountId: account, retired, within, after, most } = filter
  const [afterName, afterId] = after ?? [null, null]
  return list(db, { account, retired, within, afterName, afterId, most })
}

/** Which role. */
export type WhichRole = { readonly accountId: AccountId; readonly id: string }

const one = prepare<{ account: string; id: string }, StoredRole>(
  (p) => sql<StoredRole>`
    select ${columns} from custom_roles c where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid`,
)

/** One role of an account, in use or retired. */
export async function findRole(
  db: Database | Tx,
  { accountId, id }: WhichRole,
): Promise<StoredRole | undefined> {
  return (await one(db, { account: accountId, id }))[0]
}

const seen = prepare<{ account: string; id: string; within: readonly string[] | null }, ListedRole>(
  (p) => sql<ListedRole>`
    select ${columns}, ${holders(p.within)} as holders
    from custom_roles c where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid`,
)

/** One role, in use or retired, with how many hold it of those whom the viewer sees. */
export async function roleSeen(
  db: Database | Tx,
  { accountId, id }: WhichRole,
  within: RoleFilter['within'],
): Promise<ListedRole | undefined> {
  return (await seen(db, { account: accountId, id, within }))[0]
}

const named = prepare<{ account: string; name: string }, StoredRole>(
  (p) => sql<StoredRole>`
    select ${columns} from custom_roles c
    where c.account_id = ${p.account}::uuid and lower(c.name) = lower(${p.name})
    order by c.retired_at is not null, c.retired_at desc limit 1`,
)

/** The role of this name, the one in use before those that were retired. */
export async function roleNamed(
  db: Database | Tx,
  accountId: AccountId,
  name: string,
): Promise<StoredRole | undefined> {
  return (await named(db, { account: accountId, name }))[0]
}

const lock = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    select from custom_roles where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update`,
)

/** The same, held until the transaction ends: whoever gives it waits, and then sees what it has become. */
export async function lockRole(tx: Tx, which: WhichRole): Promise<StoredRole | undefined> {
  await lock(tx, { account: which.accountId, id: which.id })
  return findRole(tx, which)
}

const inUse = prepare<{ account: string }, { n: number }>(
  (p) => sql<{ n: number }>`
    select count(*)::int as n from custom_roles where account_id = ${p.account}::uuid and retired_at is null`,
)

/** How many roles of its own an account has in use. */
export async function countRoles(tx: Tx, accountId: AccountId): Promise<number> {
  return (await inUse(tx, { account: accountId }))[0]?.n ?? 0
}

type Written = {
  account: string
  id: string
  name: string
  description: string
  actions: readonly string[]
  by: string
}

const insert = prepare<Written & { reach: string }, { id: CustomRoleId }>(
  (p) => sql<{ id: CustomRoleId }>`
    with made as (
      insert into custom_roles (account_id, id, name, description, reach, actions, created_by)
      values (${p.account}::uuid, ${p.id}::uuid, ${p.name}, ${p.description}, ${p.reach}, ${p.actions}::text[],
        ${p.by}::uuid)
      on conflict do nothing returning *
    ), kept as (
      insert into custom_role_versions (account_id, role_id, version, name, description, actions, changed_by)
      select account_id, id, version, name, description, actions, created_by from made
    )
    select id from made`,
)

/** Writes a new role; false when another one has its name. */
export async function insertRole(
  tx: Tx,
  { accountId, id, wanted, by }: WhichRole & { readonly wanted: WantedRole; readonly by: PersonId },
): Promise<boolean> {
  const { name, description, reach, actions } = wanted
  return (await insert(tx, { account: accountId, id, name, description, reach, actions, by })).length === 1
}

const update = prepare<Written, { version: number }>(
  (p) => sql<{ version: number }>`
    with changed as (
      update custom_roles c set name = ${p.name}, description = ${p.description}, actions = ${p.actions}::text[],
        version = version + 1, changed_at = app_now()
      where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid and not exists (
        select from custom_roles o where o.account_id = c.account_id and o.id <> c.id and o.retired_at is null
          and lower(o.name) = lower(${p.name}))
      returning *
    ), kept as (
      insert into custom_role_versions (account_id, role_id, version, name, description, actions, changed_by)
      select account_id, id, version, name, description, actions, ${p.by}::uuid from changed
    )
    select version from changed`,
)

/** Makes another thing of a locked role; gives its new version, undefined when another role has the name. */
export async function updateRole(
  tx: Tx,
  { accountId, id, content, by }: WhichRole & { readonly content: Content; readonly by: PersonId },
): Promise<number | undefined> {
  const { name, description, actions } = content
  const [row] = await update(tx, { account: accountId, id, name, description, actions, by })
  return row?.version
}

const mark = prepare<{ account: string; id: string; retired: boolean }, { id: string }>(
  (p) => sql<{ id: string }>`
    update custom_roles c set retired_at = case when ${p.retired}::boolean then app_now() end
    where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid and (${p.retired}::boolean or not exists (
      select from custom_roles o where o.account_id = c.account_id and o.id <> c.id and o.retired_at is null
        and lower(o.name) = lower(c.name)))
    returning c.id`,
)

/** Retires a locked role or brings it back; false when another one has its name by now. */
export async function markRetired(tx: Tx, { accountId, id }: WhichRole, retired: boolean): Promise<boolean> {
  return (await mark(tx, { account: accountId, id, retired })).length === 1
}

const places = prepare<{ account: string; id: string }, RoleHolder>(
  (p) => sql<RoleHolder>`
    select g.person_id as "personId", g.virtual_account_id as "virtualAccountId", g.ends_at as "endsAt"
    from grants g
    where g.account_id = ${p.account}::uuid and g.custom_role_id = ${p.id}::uuid and ${grantIsHeld}
    order by g.person_id, g.id`,
)

/** Who holds a role, once for each place, suspended or not. */
export function holdersOf(db: Database | Tx, { accountId, id }: WhichRole): Promise<RoleHolder[]> {
  return places(db, { account: accountId, id })
}
