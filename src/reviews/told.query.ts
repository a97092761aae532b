import { sql } from 'kysely'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import type { GrantedRole } from '../accounts/domain/roles.ts'
import { carries, grantedRole, grantIsActive } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { ReviewId } from './domain/review.ts'
import { answersFor, isUnanswered } from './progress.query.ts'

/** Somebody who is told. */
export type Told = { readonly personId: PersonId; readonly address: string; readonly locale: 'en' | 'fr' }

const told = sql`p.id as "personId", p.address, p.locale`
const isTold = sql<boolean>`p.status = 'ACTIVE' and p.mail_bounced_at is null`

const reviewers = prepare<{ account: string; review: string }, Told>(
  (v) => sql<Told>`
    select ${told} from people p
    where ${isTold} and p.id in (
        select g.person_id from grants g
        where g.account_id = ${v.account}::uuid and ${carries('change-people', ['SA', 'VA'])} and ${grantIsActive})
      and exists (
        select from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
        where i.account_id = ${v.account}::uuid and i.review_id = ${v.review}::uuid and ${isUnanswered}
          and ${answersFor(sql`p.id`)})
    order by p.id limit 500`,
)

/** Those who can give an answer that a review still lacks, and whom mail reaches. */
export function reviewersToTell(tx: Tx, account: string, review: string): Promise<Told[]> {
  return reviewers(tx, { account, review })
}

const administrators = prepare<{ account: string }, Told>(
  (v) => sql<Told>`
    select distinct on (p.id) ${told}
    from grants g join people p on p.id = g.person_id
    where g.account_id = ${v.account}::uuid and g.role = 'SA' and ${grantIsActive} and ${isTold}
    order by p.id`,
)

/** The administrators of an account whom mail reaches. */
export function administratorsToTell(tx: Tx, account: string): Promise<Told[]> {
  return administrators(tx, { account })
}

const one = prepare<{ person: string }, Told>(
  (v) => sql<Told>`select ${told} from people p where p.id = ${v.person}::uuid and ${isTold}`,
)

/** One person, when mail reaches them. */
export async function personToTell(tx: Tx, person: string): Promise<Told | undefined> {
  return (await one(tx, { person }))[0]
}

/** What a letter about a review says. */
export type ToldReview = {
  readonly accountName: string
  readonly identifier: string
  readonly timeZone: string
  readonly status: 'PLANNED' | 'OPEN' | 'CLOSED'
  readonly closesAt: Date
  /** Unanswered, and for this person to answer. */
  readonly mine: number
}

const review = prepare<{ account: string; review: string; person: string }, ToldReview>(
  (v) => sql<ToldReview>`
    select a.name as "accountName", a.identifier, p.time_zone as "timeZone", w.status, w.closes_at as "closesAt", (
        select count(*)::int from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
        where i.account_id = w.account_id and i.review_id = w.id and ${isUnanswered} and ${answersFor(sql`p.id`)}
      ) as mine
    from reviews w join accounts a on a.id = w.account_id
    join people p on p.id = ${v.person}::uuid and p.status = 'ACTIVE'
    where w.account_id = ${v.account}::uuid and w.id = ${v.review}::uuid and w.status <> 'PLANNED'`,
)

/** What there is to say about a review to one person; undefined when there is no such review or person any more. */
export async function reviewToTell(
  tx: Tx,
  which: { readonly account: string; readonly review: string; readonly person: string },
): Promise<ToldReview | undefined> {
  return (await review(tx, which))[0]
}

/** What a letter about suspended access says to its holder. */
export type ToldGrant = {
  readonly accountId: AccountId
  readonly accountName: string
  readonly timeZone: string
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
  readonly endsAt: Date | null
  readonly isSuspended: boolean
  readonly isOver: boolean
}

const grant = prepare<{ account: string; grant: string }, ToldGrant>(
  (v) => sql<ToldGrant>`
    select a.id as "accountId", a.name as "accountName", p.time_zone as "timeZone", ${grantedRole} as role,
      g.virtual_account_id as "virtualAccountId", g.ends_at as "endsAt", g.suspended_at is not null as "isSuspended",
      not (g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now())) as "isOver"
    from grants g join accounts a on a.id = g.account_id join people p on p.id = g.person_id and p.status = 'ACTIVE'
    where g.account_id = ${v.account}::uuid and g.id = ${v.grant}::uuid`,
)

/** What there is to say about a grant to its holder; undefined for somebody who is no longer there. */
export async function grantToTell(
  tx: Tx,
  which: { readonly account: string; readonly grant: GrantId },
): Promise<ToldGrant | undefined> {
  return (await grant(tx, which))[0]
}

/** The review an event or a mail is about. */
export function reviewIdIn(facts: Readonly<Record<string, unknown>>): ReviewId | undefined {
  const id = facts['reviewId']
  return typeof id === 'string' ? (id as ReviewId) : undefined
}
