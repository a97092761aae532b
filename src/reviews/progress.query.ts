import { type RawBuilder, sql } from 'kysely'
import { actionsOf, roles } from '../accounts/domain/roles.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { carries, grantIsActive, grantIsHeld } from '../people/index.ts'
import { type Database, type Placeholders, prepare, type Tx } from '../platform/db/index.ts'
import type { ReviewId } from './domain/review.ts'

/** How far a review has come, as somebody sees it. */
export type Progress = {
  readonly total: number
  readonly answered: number
  /** Waits for this person: unanswered, and theirs to answer. */
  readonly mine: number
  /** Was answered, and waits for this person to carry it out. */
  readonly toCarryOut: number
}

/** SQL: the item `i` of the grant `g` lies in these virtual accounts; null is the whole account. */
export function liesWithin(within: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${within}::uuid[] is null or g.virtual_account_id = any(${within}::uuid[]))`
}

// What the grant of this alias contains, as an array.
const actionsIn = (alias: string) => sql`
  case ${sql.join(
    roles.map(
      (role) => sql`when ${sql.ref(`${alias}.role`)} = ${sql.lit(role)} then ${arrayOf(actionsOf(role))}`,
    ),
    sql` `,
  )} else ${sql.ref(`${alias}.custom_actions`)} end`
const arrayOf = (some: readonly string[]) => sql`array[${sql.join(some.map((one) => sql.lit(one)))}]`

/** SQL: what the grant `own` gives is enough to take the grant `g`, where it reaches: who takes, could give it. */
const takes = sql<boolean>`(own.role in ('SA', 'VA')
  or coalesce(own.custom_actions @> array['change-people'] and own.custom_actions @> ${actionsIn('g')}, false))`

/** SQL: this person answers for the grant `g` of an item: not their own, and in an account or a part that they administer. */
export function answersFor(
  person: RawBuilder<unknown>,
  // Where it is known, whether they administer the account is asked once and not for each of thousands of grants.
  account: RawBuilder<unknown> = sql`g.account_id`,
): RawBuilder<boolean> {
  return sql<boolean>`(
    g.person_id <> ${person}::uuid and (
      exists (
        select from grants own
        where own.account_id = ${account}::uuid and own.person_id = ${person}::uuid and own.role = 'SA'
          and own.revoked_at is null and own.suspended_at is null
          and (own.ends_at is null or own.ends_at > (select app_now())))
      or exists (
        select from grants own
        where own.account_id = ${account}::uuid and own.person_id = ${person}::uuid
          and own.virtual_account_id is null and ${takes}
          and own.revoked_at is null and own.suspended_at is null
          and (own.ends_at is null or own.ends_at > (select app_now())))
      or exists (
        select from virtual_accounts v join grants own on own.account_id = v.account_id
          and own.virtual_account_id = any(v.path)
        where v.account_id = g.account_id and v.id = g.virtual_account_id and own.person_id = ${person}::uuid
          and ${takes} and own.revoked_at is null and own.suspended_at is null
          and (own.ends_at is null or own.ends_at > (select app_now())))))`
}

/** SQL: nobody has answered for the item `i` of the grant `g`, and somebody could. */
export const isUnanswered = sql<boolean>`(i.outcome is null and i.answer is null and ${grantIsHeld})`

/** SQL: what was answered for the item `i` is to be carried out. */
const isToCarryOut = sql<boolean>`(i.outcome is null and i.answer in ('CHANGE', 'REMOVE') and ${grantIsHeld})`

type Values = { account: string; review: string; person: string; within: readonly string[] | null }
/** SQL: how far a review has come in what somebody sees of it, as `Progress`. */
export const progressAs = (p: Placeholders<Values>) => sql<Progress>`
    select count(*)::int as total, count(*) filter (where not ${isUnanswered})::int as answered,
      count(*) filter (where ${isUnanswered} and ${answersFor(p.person, p.account)})::int as mine,
      count(*) filter (where ${isToCarryOut} and ${answersFor(p.person, p.account)})::int as "toCarryOut"
    from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
    where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid and ${liesWithin(p.within)}`
const read = prepare<Values, Progress>(progressAs)

/** How far a review has come in what somebody sees of it. */
export async function progressOf(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly id: ReviewId },
  as: { readonly personId: PersonId; readonly within: readonly VirtualAccountId[] | null },
): Promise<Progress> {
  const values = { account: which.accountId, review: which.id, person: as.personId, within: as.within }
  return (await read(db, values))[0] ?? { total: 0, answered: 0, mine: 0, toCarryOut: 0 }
}

/** A review that waits for somebody. */
export type WaitingReview = {
  readonly id: ReviewId
  readonly identifier: string
  readonly accountName: string
  readonly closesAt: Date
  readonly total: number
  readonly mine: number
}

/**
 * SQL: the reviews that wait for somebody, the one that closes first before the others. Every home page asks it, so the
 * account's administrators, who see all of it, are counted without looking at grants.
 */
export const waitingReviews = (person: RawBuilder<unknown>) => sql<WaitingReview>`
    select w.id, a.identifier, a.name as "accountName", w.closes_at as "closesAt", n.total, n.mine
    from (
      select g.account_id, bool_or(g.role = 'SA') as whole, bool_or(g.role = 'CA') as own from grants g
      where g.person_id = ${person}::uuid and ${carries('change-people', ['SA', 'VA'])} and ${grantIsActive}
      group by g.account_id
    ) held
    join reviews w on w.account_id = held.account_id and w.status = 'OPEN'
    join accounts a on a.id = w.account_id
    cross join lateral (
      select w.items - count(*) filter (where i.person_id = ${person}::uuid)::int as total,
        count(*) filter (where i.outcome is null and i.answer is null and i.person_id <> ${person}::uuid)::int as mine
      from review_items i
      where held.whole and i.account_id = w.account_id and i.review_id = w.id
      union all
      select count(*)::int, count(*) filter (where ${isUnanswered})::int
      from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
      where not held.whole and i.account_id = w.account_id and i.review_id = w.id and (g.virtual_account_id is not null or held.own)
        and ${answersFor(person)}
    ) n
    where n.mine > 0
    order by w.closes_at, w.id limit 5`
