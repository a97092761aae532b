import { sql } from 'kysely'
import { codeOf, type GrantedRole, isCustom } from '../accounts/domain/roles.ts'
import type { Scope } from '../accounts/domain/rights.ts'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantedRole, nameOf } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Group, GroupId, WantedGroup } from './domain/groups.ts'

/** A group as it is kept, and how many are in it. */
export type StoredGroup = Group & { readonly members: number }
type Row = Omit<StoredGroup, 'scope'> & { readonly places: readonly VirtualAccountId[] }

const storedOf = ({ places, ...row }: Row): StoredGroup => ({
  ...row,
  scope: places.length === 0 ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds: places },
})

// A group gives a custom role as it is now.
const givenRole = sql`
  case when u.custom_role_id is null then to_jsonb(u.role) else (
    select jsonb_build_object('id', c.id, 'name', c.name, 'version', c.version, 'reach', c.reach, 'actions', c.actions)
    from custom_roles c where c.account_id = u.account_id and c.id = u.custom_role_id) end`

const columns = sql`
  u.id, u.name, ${givenRole} as role, u.virtual_account_ids as places, u.version, u.closed_at as "closedAt",
  (select count(*)::int from user_group_members m where m.account_id = u.account_id and m.group_id = u.id) as members`

type Listing = {
  account: string
  within: readonly string[] | null
  afterName: string | null
  afterId: string | null
  most: number
}

const list = prepare<Listing, Row>(
  (p) => sql<Row>`
    select ${columns} from user_groups u
    where u.account_id = ${p.account}::uuid and u.closed_at is null
      and (${p.within}::uuid[] is null
        or (u.virtual_account_ids <> '{}' and u.virtual_account_ids <@ ${p.within}::uuid[]))
      and (${p.afterName}::text is null or (lower(u.name), u.id) > (${p.afterName}::text, ${p.afterId}::uuid))
    order by lower(u.name), u.id limit ${p.most}::int`,
)

/** Which groups, and where the list goes on. */
export type GroupFilter = {
  readonly accountId: AccountId
  /** The virtual accounts whose groups are seen; null for all groups of the account. */
  readonly within: readonly VirtualAccountId[] | null
  readonly after: readonly [name: string, id: string] | null
  readonly most: number
}

/** The groups of an account, by name. */
export async function groupsOf(db: Database, filter: GroupFilter): Promise<StoredGroup[]> {
  const { accountId: account, within, after, most } = filter
  const [afterName, afterId] = after ?? [null, null]
  return (await list(db, { account, within, afterName, afterId, most })).map(storedOf)
}

type Which = { readonly accountId: AccountId; readonly id: string }

const one = prepare<{ account: string; id: string }, Row>(
  (p) => sql<Row>`
    select ${columns} from user_groups u where u.account_id = ${p.account}::uuid and u.id = ${p.id}::uuid`,
)

/** One group of an account, open or closed. */
export async function findGroup(
  db: Database | Tx,
  { accountId, id }: Which,
): Promise<StoredGroup | undefined> {
  const [row] = await one(db, { account: accountId, id })
  return row && storedOf(row)
}

const named = prepare<{ account: string; name: string }, Row>(
  (p) => sql<Row>`
    select ${columns} from user_groups u
    where u.account_id = ${p.account}::uuid and lower(u.name) = lower(${p.name}) and u.closed_at is null`,
)

/** The open group of this name. */
export async function groupNamed(
  db: Database | Tx,
  accountId: AccountId,
  name: string,
): Promise<StoredGroup | undefined> {
  const [row] = await named(db, { account: accountId, name: name.trim() })
  return row && storedOf(row)
}

const lock = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    select from user_groups where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update`,
)

const lockRole = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    select from custom_roles c join user_groups u on u.account_id = c.account_id and u.custom_role_id = c.id
    where u.account_id = ${p.account}::uuid and u.id = ${p.id}::uuid for share of c`,
)

/** The same, locked until the transaction ends, with the custom role that it gives; lock no grant before. */
export async function lockGroup(tx: Tx, which: Which): Promise<StoredGroup | undefined> {
  await lock(tx, { account: which.accountId, id: which.id })
  await lockRole(tx, { account: which.accountId, id: which.id })
  return findGroup(tx, which)
}

const placesIn = (scope: Scope) => (scope.kind === 'ACCOUNT' ? [] : [...scope.virtualAccountIds])

type Values = {
  account: string
  id: string
  name: string
  role: string
  customRole: string | null
  places: readonly string[]
}

function valuesOf({ accountId: account, id }: Which, { name, role, scope }: WantedGroup): Values {
  const customRole = isCustom(role) ? role.id : null
  return { account, id, name, role: codeOf(role), customRole, places: placesIn(scope) }
}

const insert = prepare<Values & { by: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into user_groups (account_id, id, name, role, custom_role_id, virtual_account_ids, created_by)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.name}, ${p.role}, ${p.customRole}::uuid, ${p.places}::uuid[], ${p.by}::uuid)
    on conflict do nothing returning id`,
)

/** Writes a group; false when another one has its name. */
export async function insertGroup(
  tx: Tx,
  group: Which & { readonly wanted: WantedGroup; readonly by: PersonId },
): Promise<boolean> {
  return (await insert(tx, { ...valuesOf(group, group.wanted), by: group.by })).length === 1
}

const update = prepare<Values, { id: string }>(
  (p) => sql<{ id: string }>`
    update user_groups u set name = ${p.name}, role = ${p.role}, custom_role_id = ${p.customRole}::uuid, virtual_account_ids = ${p.places}::uuid[],
      version = version + 1
    where u.account_id = ${p.account}::uuid and u.id = ${p.id}::uuid and not exists (
      select from user_groups o where o.account_id = u.account_id and o.id <> u.id and o.closed_at is null
        and lower(o.name) = lower(${p.name}))
    returning u.id`,
)

/** Makes another thing of a locked group; false when another one has the name. */
export async function updateGroup(tx: Tx, group: Which & { readonly wanted: WantedGroup }): Promise<boolean> {
  return (await update(tx, valuesOf(group, group.wanted))).length === 1
}

const close = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    update user_groups set closed_at = app_now(), version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and closed_at is null`,
)

/** Ends a locked group. */
export async function markClosed(tx: Tx, { accountId, id }: Which): Promise<void> {
  await close(tx, { account: accountId, id })
}

/** A grant that somebody holds by a group. */
export type GroupGrant = {
  readonly id: GrantId
  readonly personId: PersonId
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
  /** Since when a review has suspended it. */
  readonly suspendedAt: Date | null
}

const grants = prepare<{ account: string; id: string; person: string | null }, GroupGrant>(
  (p) => sql<GroupGrant>`
    select g.id, g.person_id as "personId", ${grantedRole} as role, g.virtual_account_id as "virtualAccountId",
      case when g.suspended_because = 'REVIEW' then g.suspended_at end as "suspendedAt"
    from grants g
    where g.account_id = ${p.account}::uuid and g.group_id = ${p.id}::uuid and g.revoked_at is null
      and (${p.person}::uuid is null or g.person_id = ${p.person}::uuid)
    order by g.id for update of g`,
)

/** What the people of a group hold by it, or one of them, locked to be ended. */
export function lockGroupGrants(
  tx: Tx,
  { accountId, id, person }: Which & { readonly person?: PersonId },
): Promise<GroupGrant[]> {
  return grants(tx, { account: accountId, id, person: person ?? null })
}

const join = prepare<{ account: string; id: string; people: readonly string[]; by: string }, never>(
  (p) => sql<never>`
    insert into user_group_members (account_id, group_id, person_id, added_by)
    select ${p.account}::uuid, ${p.id}::uuid, one, ${p.by}::uuid from unnest(${p.people}::uuid[]) one
    on conflict do nothing`,
)

/** Puts people into a locked group; whoever is in it stays. */
export async function insertMembers(
  tx: Tx,
  { accountId, id, people, by }: Which & { readonly people: readonly PersonId[]; readonly by: PersonId },
): Promise<void> {
  await join(tx, { account: accountId, id, people, by })
}

const leave = prepare<{ account: string; id: string; person: string | null }, never>(
  (p) => sql<never>`
    delete from user_group_members where account_id = ${p.account}::uuid and group_id = ${p.id}::uuid
      and (${p.person}::uuid is null or person_id = ${p.person}::uuid)`,
)

/** Takes one person out of a locked group, or everybody. */
export async function deleteMembers(
  tx: Tx,
  { accountId, id, person }: Which & { readonly person?: PersonId },
): Promise<void> {
  await leave(tx, { account: accountId, id, person: person ?? null })
}

/** Somebody in a group. */
export type Member = {
  readonly personId: PersonId
  readonly name: string
  readonly address: string
  readonly addedAt: Date
}
type MemberRow = Parameters<typeof nameOf>[0] & Omit<Member, 'name'>

const members = prepare<{ account: string; id: string; after: string | null; most: number }, MemberRow>(
  (p) => sql<MemberRow>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, m.added_at as "addedAt"
    from user_group_members m join people p on p.id = m.person_id
    where m.account_id = ${p.account}::uuid and m.group_id = ${p.id}::uuid
      and (${p.after}::uuid is null or m.person_id > ${p.after}::uuid)
    order by m.person_id limit ${p.most}::int`,
)

/** The people of a group; `after` is the last one of the page before. */
export async function membersOf(
  db: Database | Tx,
  { accountId, id, after, most }: Which & { readonly after: string | null; readonly most: number },
): Promise<Member[]> {
  const rows = await members(db, { account: accountId, id, after, most })
  return rows.map((row) => ({ ...row, name: nameOf(row) }))
}

/** Which group. */
export type WhichGroup = { readonly accountId: AccountId; readonly id: GroupId }
