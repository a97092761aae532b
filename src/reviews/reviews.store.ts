import { sql } from 'kysely'
import { type CustomRoleId, type GrantedRole, isRole, type Role } from '../accounts/domain/roles.ts'
import { type AccountId, newId, type PersonId, type VirtualAccountId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Review, ReviewId, Selection, SelectionKind } from './domain/review.ts'

/** A review as it is stored. */
export type StoredReview = Review & {
  readonly selection: SelectionKind
  /** One of the account’s own as it is now. */
  readonly role: GrantedRole | null
  readonly virtualAccountId: VirtualAccountId | null
  readonly opensAt: Date
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly closedBecause: 'ANSWERED' | 'TIME' | null
  readonly items: number
}

/** Which review. */
export type WhichReview = { readonly accountId: AccountId; readonly id: ReviewId }

const reviewedRole = sql`
  case when w.custom_role_id is null then to_jsonb(w.role) else (
    select jsonb_build_object('id', c.id, 'name', c.name, 'version', c.version, 'reach', c.reach, 'actions', c.actions)
    from custom_roles c where c.account_id = w.account_id and c.id = w.custom_role_id) end`

/** SQL: a review `w` as `StoredReview`. */
export const reviewColumns = sql`
  w.account_id as "accountId", w.id, w.status, w.selection, ${reviewedRole} as role, w.virtual_account_id as "virtualAccountId",
  w.started_by as "startedBy", w.opens_at as "opensAt", w.opened_at as "openedAt", w.closes_at as "closesAt",
  w.closed_at as "closedAt", w.closed_because as "closedBecause", w.items`

type Key = { account: string; id: string }
const keyOf = ({ accountId, id }: WhichReview): Key => ({ account: accountId, id })

const byId = prepare<Key, StoredReview>(
  (p) => sql<StoredReview>`
    select ${reviewColumns} from reviews w where w.account_id = ${p.account}::uuid and w.id = ${p.id}::uuid`,
)
const lockToAnswer = prepare<Key, StoredReview>(
  (p) => sql<StoredReview>`
    select ${reviewColumns} from reviews w where w.account_id = ${p.account}::uuid and w.id = ${p.id}::uuid for share`,
)
const lockToClose = prepare<Key, StoredReview>(
  (p) => sql<StoredReview>`
    select ${reviewColumns} from reviews w where w.account_id = ${p.account}::uuid and w.id = ${p.id}::uuid for update`,
)
const lockForClock = prepare<Key, StoredReview>(
  (p) => sql<StoredReview>`
    select ${reviewColumns} from reviews w where w.account_id = ${p.account}::uuid and w.id = ${p.id}::uuid
    for update skip locked`,
)
const locks = { ANSWER: lockToAnswer, CLOSE: lockToClose, CLOCK: lockForClock }

/** One review, in any state. */
export async function findReview(db: Database | Tx, which: WhichReview): Promise<StoredReview | undefined> {
  return (await byId(db, keyOf(which)))[0]
}

/**
 * Locks a review: to answer in it, beside others who do; to close it, alone; or for a clock, which waits for nobody and
 * gets undefined when somebody is at it.
 */
export async function lockReview(
  tx: Tx,
  which: WhichReview,
  as: keyof typeof locks,
): Promise<StoredReview | undefined> {
  return (await locks[as](tx, keyOf(which)))[0]
}

const plan = prepare<Key & { at: Date }, { id: ReviewId }>(
  (p) => sql<{ id: ReviewId }>`
    insert into reviews (account_id, id, selection, opens_at)
    values (${p.account}::uuid, ${p.id}::uuid, 'DUE', ${p.at}::timestamptz)
    on conflict do nothing returning id`,
)

/** Writes the next review of an account; undefined when it has one. */
export async function insertPlanned(
  tx: Tx,
  accountId: AccountId,
  opensAt: Date,
): Promise<ReviewId | undefined> {
  const [row] = await plan(tx, { account: accountId, id: newId<'review'>(), at: opensAt })
  return row?.id
}

const putOff = prepare<Key & { at: Date }, never>(
  (p) => sql<never>`
    update reviews set opens_at = ${p.at}::timestamptz
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and status = 'PLANNED'`,
)

/** Lets a planned review open later. */
export async function putOffReview(tx: Tx, which: WhichReview, opensAt: Date): Promise<void> {
  await putOff(tx, { ...keyOf(which), at: opensAt })
}

const open = prepare<Key & { closesAt: Date; items: number }, never>(
  (p) => sql<never>`
    update reviews set status = 'OPEN', opened_at = app_now(), closes_at = ${p.closesAt}::timestamptz,
      items = ${p.items}::int
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and status = 'PLANNED'`,
)

/** Opens a planned review. */
export async function openPlanned(
  tx: Tx,
  which: WhichReview,
  opened: { readonly closesAt: Date; readonly items: number },
): Promise<void> {
  await open(tx, { ...keyOf(which), ...opened })
}

type Started = Key & {
  kind: string
  role: string | null
  own: string | null
  place: string | null
  by: string
  closesAt: Date
}
const start = prepare<Started, never>(
  (p) => sql<never>`
    insert into reviews (account_id, id, status, selection, role, custom_role_id, virtual_account_id, started_by, opens_at, opened_at,
      closes_at)
    values (${p.account}::uuid, ${p.id}::uuid, 'OPEN', ${p.kind}, coalesce(${p.role}::text, (
      select case c.reach when 'ACCOUNT' then 'CA' else 'CV' end from custom_roles c
      where c.account_id = ${p.account}::uuid and c.id = ${p.own}::uuid)), ${p.own}::uuid, ${p.place}::uuid,
      ${p.by}::uuid, app_now(), app_now(), ${p.closesAt}::timestamptz)`,
)
const count = prepare<Key & { items: number }, never>(
  (p) => sql<never>`
    update reviews set items = ${p.items}::int where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Writes a review that somebody starts by hand. */
export async function insertStarted(
  tx: Tx,
  accountId: AccountId,
  started: { readonly by: PersonId; readonly selection: Selection; readonly closesAt: Date },
): Promise<ReviewId> {
  const { by, selection, closesAt } = started
  const id = newId<'review'>()
  await start(tx, { account: accountId, id, by, closesAt, ...selectionColumns(selection) })
  return id
}

/** Writes how many grants a review holds. */
export async function countItems(tx: Tx, which: WhichReview, items: number): Promise<void> {
  await count(tx, { ...keyOf(which), items })
}

/** A selection as columns. */
export function selectionColumns(selection: Selection): {
  kind: SelectionKind
  role: Role | null
  /** A role of the account’s own. */
  own: CustomRoleId | null
  place: string | null
} {
  const role = selection.kind === 'ROLE' ? selection.role : null
  return {
    kind: selection.kind,
    role: role !== null && isRole(role) ? role : null,
    own: role === null || isRole(role) ? null : role,
    place: selection.kind === 'PLACE' ? selection.virtualAccountId : null,
  }
}

const close = prepare<Key & { because: string }, never>(
  (p) => sql<never>`
    update reviews set status = 'CLOSED', closed_at = app_now(), closed_because = ${p.because}
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and status = 'OPEN'`,
)

/** Writes that a review is over. */
export async function writeClosed(
  tx: Tx,
  which: WhichReview,
  because: NonNullable<StoredReview['closedBecause']>,
): Promise<void> {
  await close(tx, { ...keyOf(which), because })
}

const openCount = prepare<{ account: string }, { n: number }>(
  (p) => sql<{ n: number }>`
    select count(*)::int as n from reviews
    where account_id = ${p.account}::uuid and status = 'OPEN' and started_by is not null`,
)

/** How many reviews of an account that were started by hand are open. */
export async function startedOnes(tx: Tx, accountId: AccountId): Promise<number> {
  return (await openCount(tx, { account: accountId }))[0]?.n ?? 0
}

const without = prepare<{ after: string | null; most: number }, { id: AccountId }>(
  (p) => sql<{ id: AccountId }>`
    select a.id from accounts a
    where a.status = 'ACTIVE' and (${p.after}::uuid is null or a.id > ${p.after}::uuid)
      and not exists (select from reviews w where w.account_id = a.id and w.status = 'PLANNED')
    order by a.id limit ${p.most}::int`,
)

/** Active accounts that have no review ahead of them, after one of them. */
export async function accountsWithoutPlan(
  db: Database,
  after: AccountId | null,
  most: number,
): Promise<AccountId[]> {
  return (await without(db, { after, most })).map(({ id }) => id)
}
