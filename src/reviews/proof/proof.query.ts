import { sql } from 'kysely'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { type Database, prepare, withTimes } from '../../platform/db/index.ts'
import type { ItemOutcome } from '../domain/review.ts'
import { liesWithin } from '../progress.query.ts'
import { type ItemRow, itemsAs, type Listed } from '../review/items.query.ts'
import { reviewColumns, type StoredReview, type WhichReview } from '../reviews.store.ts'

/** Where an account's chain of events stands. */
export type Head = { readonly seq: number; readonly hash: string }

/** A review with its lines, who started it, and where the account's chain stands. */
export type Proven = {
  readonly review: StoredReview
  readonly rows: readonly ItemRow[]
  readonly head: Head | null
  /** How many lines came to what, also those that are not listed. */
  readonly came: Readonly<Partial<Record<ItemOutcome, number>>>
  /** Nobody when the calendar did. */
  readonly starter: string | null
}

// One question for a page that has asked for the viewer and the account already.
const read = prepare<Listed, Proven>((p) => {
  const { account, review } = p
  return sql<Proven>`
    select (select row_to_json(one) from (
        select ${reviewColumns} from reviews w where w.account_id = ${account}::uuid and w.id = ${review}::uuid
      ) one) as review,
      coalesce((select json_agg(i) from (${itemsAs(p, 'all')}) i), '[]') as rows,
      (select json_build_object('seq', h.seq, 'hash', encode(h.hash, 'hex')) from chain_heads h
        where h.account_id = ${account}::uuid) as head,
      coalesce((select json_object_agg(n.outcome, n.n) from (
        select i.outcome, count(*)::int as n from review_items i
        join grants g on g.account_id = i.account_id and g.id = i.grant_id
        where i.account_id = ${account}::uuid and i.review_id = ${review}::uuid and i.outcome is not null
          and ${liesWithin(p.within)}
        group by i.outcome) n), '{}') as came,
      (select trim(coalesce(nullif(s.preferred_first_name, ''), s.first_name) || ' ' || s.last_name)
        from reviews w join people s on s.id = w.started_by
        where w.account_id = ${account}::uuid and w.id = ${review}::uuid) as starter
    where exists (select from reviews w
      where w.account_id = ${account}::uuid and w.id = ${review}::uuid and w.status <> 'PLANNED')`
})

/** What a review proves; undefined when there is none that was opened. */
export async function provenBy(
  db: Database,
  { accountId, id }: WhichReview,
  as: {
    readonly person: PersonId
    readonly within: readonly VirtualAccountId[] | null
    readonly limit: number
  },
): Promise<Proven | undefined> {
  const [found] = await read(db, { account: accountId, review: id, only: null, after: 0, ...as })
  return (
    found && {
      ...found,
      review: withTimes(found.review),
      rows: found.rows.map((row) => withTimes(row, ['since'])),
    }
  )
}
