import { sql } from 'kysely'
import type { AccountId, GrantId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { grantedRole, grantIsHeld } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { HeldAt } from '../domain/virtual-accounts.ts'
import type { NamedVirtualAccount } from '../domain/tree.ts'

const lock = prepare<{ account: string }, { id: string }>(
  (p) => sql<{ id: string }>`select a.id from accounts a where a.id = ${p.account}::uuid for no key update`,
)

/** Holds the tree of an account as it is until the transaction ends; whoever decides there meanwhile waits. */
export async function lockTree(tx: Tx, account: AccountId): Promise<void> {
  await lock(tx, { account })
}

type Which = { account: string; id: string }

const rename = prepare<Which & { name: string }, never>(
  (p) => sql<never>`
    update virtual_accounts set name = ${p.name} where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Gives a virtual account another name. */
export async function writeName(
  tx: Tx,
  account: AccountId,
  id: VirtualAccountId,
  name: string,
): Promise<void> {
  await rename(tx, { account, id, name })
}

const restrict = prepare<Which & { restricted: boolean }, never>(
  (p) => sql<never>`
    update virtual_accounts set restricted = ${p.restricted}::boolean
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Lets only those find it in the form who know its name, or everybody of the house. */
export async function writeRestricted(
  tx: Tx,
  account: AccountId,
  id: VirtualAccountId,
  restricted: boolean,
): Promise<void> {
  await restrict(tx, { account, id, restricted })
}

// The way to everything below it begins anew, and goes on as it did.
const move = prepare<Which & { parent: string | null; above: readonly string[] }, never>(
  (p) => sql<never>`
    update virtual_accounts v set
      parent_id = case when v.id = ${p.id}::uuid then ${p.parent}::uuid else v.parent_id end,
      path = ${p.above}::uuid[] || v.path[array_position(v.path, ${p.id}::uuid):]
    where v.account_id = ${p.account}::uuid and v.path @> array[${p.id}::uuid]`,
)

/** Puts a virtual account, and all below it, below another one, or at the top. */
export async function writePlace(
  tx: Tx,
  account: AccountId,
  id: VirtualAccountId,
  parent: Pick<NamedVirtualAccount, 'id' | 'path'> | null,
): Promise<void> {
  await move(tx, { account, id, parent: parent?.id ?? null, above: parent?.path ?? [] })
}

const close = prepare<{ account: string; ids: readonly string[] }, never>(
  (p) => sql<never>`
    update virtual_accounts set closed_at = app_now()
    where account_id = ${p.account}::uuid and id = any(${p.ids}::uuid[]) and closed_at is null`,
)

/** Closes virtual accounts; what names them goes on doing so. */
export async function writeClosed(
  tx: Tx,
  account: AccountId,
  ids: readonly VirtualAccountId[],
): Promise<void> {
  await close(tx, { account, ids })
}

/** A grant that is not over, with how its holder is called. */
export type NamedHolder = HeldAt & {
  readonly grantId: GrantId
  /** It gives nothing for now, and is not over. */
  readonly isSuspended: boolean
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

const holders = prepare<{ account: string; ids: readonly string[] }, NamedHolder>(
  (p) => sql<NamedHolder>`
    select g.id as "grantId", g.person_id as "personId", ${grantedRole} as role, g.virtual_account_id as "virtualAccountId",
      p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address,
      g.suspended_at is not null as "isSuspended"
    from grants g join people p on p.id = g.person_id
    where g.account_id = ${p.account}::uuid and ${grantIsHeld} and g.person_id in (
      select o.person_id from grants o
      where o.account_id = ${p.account}::uuid and o.virtual_account_id = any(${p.ids}::uuid[]) and o.revoked_at is null
    )
    order by lower(p.last_name), lower(p.first_name), p.id, g.id`,
)

/** Everything that those hold in the account who hold something in one of these virtual accounts, by name. */
export function holdersIn(
  db: Database | Tx,
  account: AccountId,
  ids: readonly VirtualAccountId[],
): Promise<NamedHolder[]> {
  return holders(db, { account, ids })
}

/** An open request that names virtual accounts. */
export type OpenRequest = {
  readonly id: RequestId
  readonly reference: string
  readonly virtualAccountIds: readonly VirtualAccountId[]
}

const requests = prepare<{ account: string; ids: readonly string[] }, OpenRequest>(
  (p) => sql<OpenRequest>`
    select r.id, r.reference, r.ask_virtual_account_ids as "virtualAccountIds" from access_requests r
    where r.account_id = ${p.account}::uuid and r.status in ('PENDING', 'INFO_REQUESTED')
      and r.ask_virtual_account_ids && ${p.ids}::uuid[]
    order by r.id`,
)

/** The open requests that ask for one of these virtual accounts. */
export function requestsFor(
  db: Database | Tx,
  account: AccountId,
  ids: readonly VirtualAccountId[],
): Promise<OpenRequest[]> {
  return requests(db, { account, ids })
}
