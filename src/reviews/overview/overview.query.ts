import { type RawBuilder, sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, type Placeholders, prepare, withTimes } from '../../platform/db/index.ts'
import { comesDue } from '../items.store.ts'
import { answersFor, isUnanswered, liesWithin, type Progress } from '../progress.query.ts'
import { reviewColumns, type StoredReview } from '../reviews.store.ts'
import type { ItemOutcome } from '../domain/review.ts'

/** A review that is open, or ahead, with how far it has come. */
export type CurrentReview = StoredReview & Pick<Progress, 'total' | 'answered' | 'mine'>

type Values = { account: string; person: string; within: readonly string[] | null }

const currentFor = (p: Placeholders<Values>) => sql<CurrentReview>`
    select ${reviewColumns}, n.total, n.answered, n.mine
    from reviews w
    cross join lateral (
      select count(*)::int as total, count(*) filter (where not ${isUnanswered})::int as answered,
        count(*) filter (where ${isUnanswered} and ${answersFor(p.person, p.account)})::int as mine
      from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
      where i.account_id = w.account_id and i.review_id = w.id and ${liesWithin(p.within)}
    ) n
    where w.account_id = ${p.account}::uuid and w.status = 'OPEN' and n.total > 0
    order by w.id desc limit 20`
const current = prepare<Values, CurrentReview>(currentFor)

/** The open reviews of an account that somebody sees anything of, the newest first. */
export function currentReviews(
  db: Database,
  of: {
    readonly account: AccountId
    readonly person: PersonId
    readonly within: readonly VirtualAccountId[] | null
  },
): Promise<CurrentReview[]> {
  return current(db, of)
}

/** The next review of an account, and how many grants would be in it. */
export type NextReview = { readonly opensAt: Date; readonly n: number }

const nextFor = (p: Pick<Placeholders<Values>, 'account' | 'within'>) => sql<NextReview>`
    select w.opens_at as "opensAt", (
      select count(*)::int from grants g join people p on p.id = g.person_id join accounts a on a.id = g.account_id
      where g.account_id = w.account_id and ${grantIsActive} and ${liesWithin(p.within)}
        and ${comesDue(sql`w.opens_at + interval '1 month'`, sql`w.opens_at + interval '30 days'`)}) as n
    from reviews w where w.account_id = ${p.account}::uuid and w.status = 'PLANNED'`

/** A review that is over, with what came of it. */
export type PastReview = StoredReview & {
  readonly openedAt: Date
  readonly closedAt: Date
  readonly came: Readonly<Partial<Record<ItemOutcome, number>>>
  /** Its opening to the microsecond, where the list goes on. */
  readonly key: string
}

type Place = readonly [key: string, id: string] | null
type PastValues = Omit<Values, 'person'> & { afterKey: string | null; afterId: string | null; limit: number }
const pastFor = (p: Placeholders<PastValues>) => sql<PastReview>`
    select ${reviewColumns}, w.opened_at::text as key, coalesce(n.came, '{}') as came
    from reviews w
    cross join lateral (
      select json_object_agg(o.outcome, o.n) as came from (
        select i.outcome, count(*)::int as n
        from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
        where i.account_id = w.account_id and i.review_id = w.id and i.outcome is not null and ${liesWithin(p.within)}
        group by i.outcome
      ) o
    ) n
    where w.account_id = ${p.account}::uuid and w.status = 'CLOSED' and n.came is not null
      and (${p.afterKey}::text is null
        or (w.opened_at, w.id) < (${p.afterKey}::text::timestamptz, ${p.afterId}::uuid))
    order by w.opened_at desc, w.id desc limit ${p.limit}::int`
const past = prepare<PastValues, PastReview>(pastFor)

/** The reviews of an account that are over, the newest first. */
export function pastReviews(
  db: Database,
  of: {
    readonly account: AccountId
    readonly within: readonly VirtualAccountId[] | null
    readonly after: Place
    readonly limit: number
  },
): Promise<PastReview[]> {
  const { account, within, after, limit } = of
  return past(db, { account, within, limit, afterKey: after?.[0] ?? null, afterId: after?.[1] ?? null })
}

/** The reviews of an account: those that are open, the next one, and a page of those that are over. */
export type Overview = {
  readonly current: readonly CurrentReview[]
  readonly next: NextReview | undefined
  readonly past: readonly PastReview[]
}

const listOf = (rows: RawBuilder<unknown>) => sql`coalesce((select json_agg(l) from (${rows}) l), '[]')`
type Lists = { current: CurrentReview[]; next: NextReview[]; past: PastReview[] }
const overview = prepare<Values & PastValues, Lists>(
  (p) => sql<Lists>`
    select ${listOf(currentFor(p))} as current, ${listOf(nextFor(p))} as next, ${listOf(pastFor(p))} as past`,
)

/** The reviews of an account as somebody sees them, by one question. */
export async function overviewOf(
  db: Database,
  of: {
    readonly account: AccountId
    readonly person: PersonId
    readonly within: readonly VirtualAccountId[] | null
    readonly after: Place
    readonly limit: number
  },
): Promise<Overview> {
  const { after, ...rest } = of
  const [found] = await overview(db, { ...rest, afterKey: after?.[0] ?? null, afterId: after?.[1] ?? null })
  const { current: open = [], next: [planned] = [], past: over = [] } = found ?? {}
  return {
    current: open.map((one) => withTimes(one)),
    next: planned && withTimes(planned),
    past: over.map((one) => withTimes(one)),
  }
}
