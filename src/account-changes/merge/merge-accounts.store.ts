import { sql } from 'kysely'
import { codeOf, type GrantedRole, isCustom } from '../../accounts/domain/roles.ts'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

const names = prepare<{ account: string; name: string }, { taken: boolean }>(
  (p) => sql<{ taken: boolean }>`
    select exists (select from virtual_accounts v where v.account_id = ${p.account}::uuid and v.parent_id is null
      and v.closed_at is null and lower(v.name) = lower(${p.name})) as taken`,
)

/** Whether the account has a topmost virtual account of this name. */
export async function isNameTaken(tx: Tx, accountId: AccountId, name: string): Promise<boolean> {
  return (await names(tx, { account: accountId, name }))[0]?.taken ?? false
}

const branch = prepare<{ from: string; account: string; id: string; name: string }, never>(
  (p) => sql<never>`
    insert into virtual_accounts (account_id, id, parent_id, name, path, restricted)
    select ${p.account}::uuid, ${p.id}::uuid, null, ${p.name}, array[${p.id}::uuid], a.visibility = 'RESTRICTED'
    from accounts a where a.id = ${p.from}::uuid`,
)
const copy = prepare<{ from: string; into: string; branch: string; depth: number }, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into virtual_accounts (account_id, id, parent_id, name, path, restricted)
    select ${p.into}::uuid, v.id, coalesce(v.parent_id, ${p.branch}::uuid), v.name, ${p.branch}::uuid || v.path,
      v.restricted
    from virtual_accounts v
    where v.account_id = ${p.from}::uuid and cardinality(v.path) = ${p.depth}::int and v.closed_at is null
    returning id`,
)

/**
 * Makes the branch of an account that becomes a part, with all its virtual accounts below it, under their own ids. What
 * only its own people found stays restricted.
 */
export async function growBranch(
  tx: Tx,
  made: {
    readonly from: AccountId
    readonly into: AccountId
    readonly id: VirtualAccountId
    readonly name: string
  },
): Promise<number> {
  await branch(tx, { from: made.from, account: made.into, id: made.id, name: made.name })
  // Level by level, so that each finds what it stands under.
  for (let depth = 1, n = 0; ; depth++) {
    const rows = await copy(tx, { from: made.from, into: made.into, branch: made.id, depth })
    n += rows.length
    if (rows.length === 0) return n
  }
}

/** A grant as it is given anew in the other account. */
export type Carried = {
  readonly id: GrantId
  readonly personId: PersonId
  readonly role: GrantedRole
  readonly place: VirtualAccountId
  readonly endsAt: Date | null
  readonly isSuspended: boolean
}

type Rows = {
  account: string
  by: string
  ids: readonly string[]
  people: readonly string[]
  roles: readonly string[]
  own: readonly (string | null)[]
  places: readonly string[]
  ends: readonly (Date | null)[]
  suspended: readonly boolean[]
}

const give = prepare<Rows, { id: GrantId }>(
  (p) => sql<{ id: GrantId }>`
    insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, virtual_account_id, source, given_by, ends_at, suspended_at,
      suspended_because)
    select ${p.account}::uuid, c.id, c.person, c.role, w.id, w.actions, c.place, 'DIRECT', ${p.by}::uuid, c.ends_at,
      case when c.suspended then app_now() end, case when c.suspended then 'REVIEW' end
    from unnest(${p.ids}::uuid[], ${p.people}::uuid[], ${p.roles}::text[], ${p.own}::uuid[],
      ${p.places}::uuid[], ${p.ends}::timestamptz[], ${p.suspended}::boolean[]) as c (id, person, role, own, place, ends_at, suspended)
    join virtual_accounts v on v.account_id = ${p.account}::uuid and v.id = c.place
    left join custom_roles w on w.account_id = ${p.account}::uuid and w.id = c.own
    on conflict do nothing returning id`,
)

/** Gives what was held in the account that became a part; gives the ids of what is new. */
export async function giveCarried(
  tx: Tx,
  into: AccountId,
  carried: readonly Carried[],
  by: PersonId,
): Promise<ReadonlySet<GrantId>> {
  if (carried.length === 0) return new Set()
  const rows = await give(tx, {
    account: into,
    by,
    ids: carried.map(({ id }) => id),
    people: carried.map(({ personId }) => personId),
    roles: carried.map(({ role }) => codeOf(role)),
    own: carried.map(({ role }) => (isCustom(role) ? role.id : null)),
    places: carried.map(({ place }) => place),
    ends: carried.map(({ endsAt }) => endsAt),
    suspended: carried.map(({ isSuspended }) => isSuspended),
  })
  return new Set(rows.map(({ id }) => id))
}

const domains = prepare<{ from: string; into: string }, never>(
  (p) => sql<never>`
    with taken as (
      update accounts set verified_domains = '{}' where id = ${p.from}::uuid returning id
    )
    update accounts set verified_domains = array(
      select distinct d from accounts x, unnest(x.verified_domains) d
      where x.id in (${p.into}::uuid, ${p.from}::uuid) order by d)
    where id = ${p.into}::uuid and exists (select from taken)`,
)

/** Moves the proven domains of an account to the one that it becomes a part of. */
export async function moveDomains(tx: Tx, from: AccountId, into: AccountId): Promise<void> {
  await domains(tx, { from, into })
}
