import { sql } from 'kysely'
import { hasSay } from '../items.store.ts'
import type { GrantSource } from '../../accounts/domain/events.ts'
import type { GrantedRole, Role } from '../../accounts/domain/roles.ts'
import type { GrantId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { grantedRole, type nameOf } from '../../people/index.ts'
import { type Database, type Placeholders, prepare } from '../../platform/db/index.ts'
import type { Answer, ItemOutcome } from '../domain/review.ts'
import { answersFor, isUnanswered, liesWithin } from '../progress.query.ts'
import type { WhichReview } from '../reviews.store.ts'

type Name = Parameters<typeof nameOf>[0]

/** One grant of a review, as its list shows it. */
export type ItemRow = Name & {
  readonly position: number
  readonly grantId: GrantId
  readonly personId: PersonId
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly reference: string | null
  /** Who approved or gave it. */
  readonly giver: Name | null
  readonly since: Date
  readonly endsAt: Date | null
  readonly isOutside: boolean
  readonly isDisabled: boolean
  readonly isErased: boolean
  readonly isSuspended: boolean
  readonly isOver: boolean
  /** When and by whom it was ended; `again`: its group gives them something else since. Null: it was not, or ended by itself. */
  readonly ended: { readonly at: string; readonly by: Name | null; readonly again: boolean } | null
  readonly seenAt: Date | null
  readonly answer: Answer | null
  readonly answeredBy: PersonId | null
  readonly answeredAt: Date | null
  readonly answerer: Name | null
  readonly version: number
  readonly toRole: Role | null
  readonly toEndsAt: Date | null
  readonly outcome: ItemOutcome | null
  readonly settledAt: Date | null
  /** What came of it in an earlier review. */
  readonly before: { readonly at: string; readonly by: string | null } | null
  /** Whether the viewer answers for it. */
  readonly isTheirs: boolean
}

/** Which part of a review is listed. */
export const shows = ['all', 'open', 'outside', 'administrators', 'decided'] as const
export type Show = (typeof shows)[number]

/** What a page of a review's list is asked by. */
export type Listed = {
  account: string
  review: string
  person: string
  within: readonly string[] | null
  after: number
  only: readonly number[] | null
  limit: number
}

const named = (alias: string) => sql`json_build_object('firstName', ${sql.ref(`${alias}.first_name`)},
  'lastName', ${sql.ref(`${alias}.last_name`)}, 'preferredFirstName', ${sql.ref(`${alias}.preferred_first_name`)},
  'address', ${sql.ref(`${alias}.address`)})`

const narrowed: Readonly<Record<Show, ReturnType<typeof sql<boolean>>>> = {
  all: sql<boolean>`true`,
  open: isUnanswered,
  outside: sql<boolean>`i.is_outside`,
  administrators: hasSay,
  decided: sql<boolean>`(i.outcome is null and i.answer in ('CHANGE', 'REMOVE'))`,
}

/** SQL: a page of the list of a review, as `ItemRow`. */
export const itemsAs = (p: Placeholders<Listed>, show: Show) => sql<ItemRow>`
      select i.position, i.grant_id as "grantId", i.person_id as "personId", ${grantedRole} as role,
        g.virtual_account_id as "virtualAccountId", g.source, g.request_id as "requestId", r.reference,
        case when giver.id is not null then ${named('giver')} end as giver,
        g.created_at as since, g.ends_at as "endsAt", i.is_outside as "isOutside",
        p.status = 'DISABLED' as "isDisabled", p.status = 'ERASED' as "isErased",
        g.suspended_at is not null as "isSuspended",
        not (g.revoked_at is null and (g.ends_at is null or g.ends_at > (select app_now()))) as "isOver",
        case when g.revoked_at is not null then json_build_object('at', g.revoked_at,
          'by', case when ender.id is not null then ${named('ender')} end, 'again', exists (
            select from grants n where n.account_id = g.account_id and n.person_id = g.person_id
              and n.group_id = g.group_id and n.revoked_at is null)) end as ended,
        p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
        p.address, last.seen_on::timestamp at time zone 'UTC' as "seenAt", i.answer, i.answered_by as "answeredBy", i.answered_at as "answeredAt",
        case when b.id is not null then ${named('b')} end as answerer, i.version, i.to_role as "toRole",
        i.to_ends_at as "toEndsAt", i.outcome, i.settled_at as "settledAt", earlier.kept as before,
        ${answersFor(p.person, p.account)} as "isTheirs"
      from review_items i
      join grants g on g.account_id = i.account_id and g.id = i.grant_id
      join people p on p.id = i.person_id
      left join people b on b.id = i.answered_by and b.status <> 'ERASED'
      left join people ender on ender.id = g.revoked_by and ender.status <> 'ERASED'
      left join people giver on giver.id = g.given_by and giver.status <> 'ERASED'
      left join access_requests r on r.account_id = g.account_id and r.id = g.request_id
      left join person_activity last on last.person_id = i.person_id
      left join lateral (
        select json_build_object('at', o.answered_at, 'by', o.answered_by) as kept
        from review_items o
        where o.account_id = i.account_id and o.grant_id = i.grant_id and o.review_id <> i.review_id
          and o.outcome = 'KEPT'
        order by o.answered_at desc limit 1
      ) earlier on true
      where i.account_id = ${p.account}::uuid and i.review_id = ${p.review}::uuid
        and i.position > ${p.after}::int and (${p.only}::int[] is null or i.position = any(${p.only}::int[]))
        and ${liesWithin(p.within)} and ${narrowed[show]}
      order by i.position limit ${p.limit}::int`

const listOf = (show: Show) => prepare<Listed, ItemRow>((p) => itemsAs(p, show))
const lists = Object.fromEntries(shows.map((show) => [show, listOf(show)])) as Record<
  Show,
  ReturnType<typeof listOf>
>

/** What somebody sees of the grants of a review, by the names of their holders, after a place in the list. */
export function itemsOf(
  db: Database,
  { accountId, id }: WhichReview,
  what: {
    readonly person: PersonId
    readonly within: readonly VirtualAccountId[] | null
    readonly show: Show
    readonly after: number
    readonly limit: number
    /** These places in the list alone. */
    readonly only?: readonly number[]
  },
): Promise<ItemRow[]> {
  const { show, only = null, ...rest } = what
  return lists[show](db, { account: accountId, review: id, only, ...rest })
}
