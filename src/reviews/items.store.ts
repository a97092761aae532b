import { sql } from 'kysely'
import { isCustom, type Role } from '../accounts/domain/roles.ts'
import { grantColumns, type StoredGrant } from '../accounts/index.ts'
import type { AccountId, GrantId, PersonId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { Answer, Answered, Item, ItemOutcome, ReviewId, Selection } from './domain/review.ts'
import { selectionColumns, type WhichReview } from './reviews.store.ts'

/** SQL: the holder `p` of a grant is not of the house of the account `a`: no confirmed address in a proved domain. */
export const isOutside = sql<boolean>`
  not (p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains))`

/** SQL: the grant `g` has a say over others or signs for the account; the same as `hasSay` of its role. */
export const hasSay = sql<boolean>`(g.role in ('SA', 'VA', 'AG')
  or coalesce(g.custom_actions && array['change-people', 'accept-agreements'], false))`

/** SQL: when the grant `g` of `p` in `a` comes due; the same as `dueAt` with `monthsBetween`. */
export const grantDueAt = sql<Date>`(
  ((coalesce(g.kept_at, g.created_at) at time zone a.time_zone)
    + case when ${hasSay} or ${isOutside} then interval '6 months' else interval '12 months' end)
  at time zone a.time_zone)`

/**
 * SQL: no open review holds the grant `g`. One that somebody started never suspends an administrator, so it keeps none
 * out of the one of the calendar, which does.
 */
const isInNoReview = (kind: unknown) => sql<boolean>`not exists (
  select from review_items held join reviews h on h.account_id = held.account_id and h.id = held.review_id
  where held.account_id = g.account_id and held.grant_id = g.id and h.status = 'OPEN' and held.outcome is null
    and not (${kind}::text = 'DUE' and h.started_by is not null and g.role = 'SA'))`

/** SQL: the grant `g` belongs into a review that gathers what comes due before `before` and would close at `closesAt`. */
export const comesDue = (before: unknown, closesAt: unknown) => sql<boolean>`(
  ${grantDueAt} < (${before})::timestamptz and (g.ends_at is null or g.ends_at > (${closesAt})::timestamptz))`

type Gathered = {
  account: string
  review: string
  kind: string
  role: string | null
  own: string | null
  place: string | null
  before: Date
  closesAt: Date
}
const gather = prepare<Gathered, { n: number }>(
  (p) => sql<{ n: number }>`
    with taken as (
      insert into review_items (account_id, review_id, grant_id, person_id, position, is_outside)
      select g.account_id, ${p.review}::uuid, g.id, g.person_id,
        row_number() over (order by lower(p.last_name || ' ' || p.first_name) collate "C", p.id, g.role, g.id),
        ${isOutside}
      from grants g join people p on p.id = g.person_id join accounts a on a.id = g.account_id
      where g.account_id = ${p.account}::uuid and ${grantIsActive} and ${isInNoReview(p.kind)}
        and case ${p.kind}::text
          when 'DUE' then ${comesDue(p.before, p.closesAt)}
          when 'OUTSIDE' then ${isOutside}
          when 'ROLE' then g.role = ${p.role}::text or g.custom_role_id = ${p.own}::uuid
          when 'PLACE' then g.virtual_account_id in (
            select v.id from virtual_accounts v
            where v.account_id = ${p.account}::uuid and ${p.place}::uuid = any(v.path))
          else true end
      returning 1
    )
    select count(*)::int as n from taken`,
)

/** Puts the grants of a selection into a review, by the names of their holders; gives how many there are. */
export async function gatherItems(
  tx: Tx,
  which: WhichReview,
  what: { readonly selection: Selection; readonly before: Date; readonly closesAt: Date },
): Promise<number> {
  const { selection, before, closesAt } = what
  const values = { account: which.accountId, review: which.id, before, closesAt }
  return (await gather(tx, { ...values, ...selectionColumns(selection) }))[0]?.n ?? 0
}

type ItemRow = StoredGrant & {
  position: number
  answer: Answer | null
  answeredBy: PersonId | null
  version: number
  toRole: Role | null
  toEndsAt: Date | null
  outcome: ItemOutcome | null
}
/** An item that is held, with its place in the list. */
export type HeldItem = Item & { readonly grant: StoredGrant; readonly position: number }

const itemColumns = sql`
  ${grantColumns}, i.position, i.answer, i.answered_by as "answeredBy", i.version, i.to_role as "toRole",
  i.to_ends_at as "toEndsAt", i.outcome`

type InReview = { account: string; review: string }
const lockPositions = prepare<InReview & { positions: readonly number[] }, ItemRow>(
  (p) => sql<ItemRow>`
    select ${itemColumns}
    from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
    where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid
      and i.position = any(${p.positions}::int[])
    order by i.position for update of i`,
)

/** Locks items of a review by their places in it. */
export async function lockItems(
  tx: Tx,
  { accountId, id }: WhichReview,
  positions: readonly number[],
): Promise<HeldItem[]> {
  return (await lockPositions(tx, { account: accountId, review: id, positions })).map(itemOf)
}

const toCarryOut = prepare<InReview & { most: number }, ItemRow>(
  (p) => sql<ItemRow>`
    select ${itemColumns}
    from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
    where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid and i.outcome is null
      and i.answer in ('CHANGE', 'REMOVE')
    order by i.position limit ${p.most}::int for update of i`,
)

/** Locks the items whose change or removal was answered and not carried out. */
export async function lockDecided(tx: Tx, { accountId, id }: WhichReview, most: number): Promise<HeldItem[]> {
  return (await toCarryOut(tx, { account: accountId, review: id, most })).map(itemOf)
}

const unsettled = prepare<InReview & { most: number }, ItemRow>(
  (p) => sql<ItemRow>`
    select ${itemColumns}
    from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
    where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid and i.outcome is null
    order by i.position limit ${p.most}::int`,
)

/** The items of a review of which nothing has come yet. Lock the review to close it first. */
export async function unsettledItems(
  tx: Tx,
  { accountId, id }: WhichReview,
  most: number,
): Promise<HeldItem[]> {
  return (await unsettled(tx, { account: accountId, review: id, most })).map(itemOf)
}

function itemOf(row: ItemRow): HeldItem {
  const { position, answer, answeredBy, version, toRole, toEndsAt, outcome, ...grant } = row
  const to = { role: toRole ?? grant.role, endsAt: toEndsAt }
  const answered: Answered | null = answer === 'CHANGE' ? { answer, to } : answer && { answer }
  return { grantId: grant.id, grant, position, answered, answeredBy, version, outcome }
}

type Writing = InReview & {
  grant: string
  answer: string | null
  by: string | null
  role: string | null
  endsAt: Date | null
}
const write = prepare<Writing, never>(
  (p) => sql<never>`
    update review_items set answer = ${p.answer}, answered_by = ${p.by}::uuid, version = version + 1,
      answered_at = case when ${p.answer}::text is not null then app_now() end,
      to_role = ${p.role}, to_ends_at = ${p.endsAt}::timestamptz
    where account_id = ${p.account}::uuid and review_id = ${p.review}::uuid and grant_id = ${p.grant}::uuid`,
)

/** Writes what somebody answered about one grant; null takes the answer back. */
export async function writeAnswer(
  tx: Tx,
  { accountId, id }: WhichReview,
  given: { readonly grantId: GrantId; readonly answered: Answered | null; readonly by: PersonId },
): Promise<void> {
  const { grantId, answered, by } = given
  await write(tx, {
    account: accountId,
    review: id,
    grant: grantId,
    answer: answered?.answer ?? null,
    by: answered ? by : null,
    role: answered?.answer === 'CHANGE' && !isCustom(answered.to.role) ? answered.to.role : null,
    endsAt: answered?.answer === 'CHANGE' ? answered.to.endsAt : null,
  })
}

const settle = prepare<InReview & { grants: readonly string[]; outcome: string; by: string | null }, never>(
  (p) => sql<never>`
    update review_items set outcome = ${p.outcome}, settled_at = app_now(), settled_by = ${p.by}::uuid
    where account_id = ${p.account}::uuid and review_id = ${p.review}::uuid and grant_id = any(${p.grants}::uuid[])
      and outcome is null`,
)

/** Writes what came of grants in a review. */
export async function settleItems(
  tx: Tx,
  { accountId, id }: WhichReview,
  settled: {
    readonly grantIds: readonly GrantId[]
    readonly outcome: ItemOutcome
    readonly by: PersonId | null
  },
): Promise<void> {
  const { grantIds, outcome, by } = settled
  if (grantIds.length === 0) return
  await settle(tx, { account: accountId, review: id, grants: grantIds, outcome, by })
}

const keptOnes = prepare<InReview, never>(
  (p) => sql<never>`
    with kept as (
      update review_items i set outcome = 'KEPT', settled_at = app_now(), settled_by = i.answered_by
      from grants g
      where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid and i.outcome is null
        and i.answer = 'KEEP' and g.account_id = i.account_id and g.id = i.grant_id
        and i.answered_by <> g.person_id
        and g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now())
      returning i.account_id, i.grant_id, i.answered_at
    )
    update grants g set kept_at = kept.answered_at
    from kept where g.account_id = kept.account_id and g.id = kept.grant_id`,
)
const overOnes = prepare<InReview, never>(
  (p) => sql<never>`
    update review_items i set outcome = 'OVER', settled_at = app_now()
    from grants g
    where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid and i.outcome is null
      and g.account_id = i.account_id and g.id = i.grant_id
      and not (g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now()))`,
)

/** Settles what needs nobody any more: what has ended, and what was kept, whose next review is counted from that answer. */
export async function settleKept(tx: Tx, { accountId, id }: WhichReview): Promise<void> {
  const which = { account: accountId, review: id }
  await overOnes(tx, which)
  await keptOnes(tx, which)
}

const tally = prepare<InReview, { outcome: ItemOutcome; n: number }>(
  (p) => sql<{ outcome: ItemOutcome; n: number }>`
    select outcome, count(*)::int as n from review_items
    where account_id = ${p.account}::uuid and review_id = ${p.review}::uuid and outcome is not null group by outcome`,
)

/** How often each thing came of the grants of a review. */
export async function tallyOf(
  tx: Tx,
  { accountId, id }: { readonly accountId: AccountId; readonly id: ReviewId },
): Promise<Readonly<Record<string, number>>> {
  const rows = await tally(tx, { account: accountId, review: id })
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome.toLowerCase(), n]))
}
