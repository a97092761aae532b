import { sql } from 'kysely'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, type Placeholders, prepare, withTimes } from '../../platform/db/index.ts'
import { type Progress, progressAs } from '../progress.query.ts'
import { reviewColumns, type StoredReview, type WhichReview } from '../reviews.store.ts'
import { type ItemRow, itemsAs, type Listed, type Show, shows } from './items.query.ts'

/** A review with a page of its list, as somebody sees it. */
export type LookedAt = {
  readonly review: StoredReview
  readonly progress: Progress
  readonly rows: readonly ItemRow[]
  readonly administrators: { readonly n: number; readonly viewer: boolean }
}

// One question for a page that has asked for the viewer and the account already.
const pageOf = (show: Show) =>
  prepare<Listed, LookedAt>((p: Placeholders<Listed>) => {
    const { account, review, person } = p
    return sql<LookedAt>`
      select (select row_to_json(one) from (
          select ${reviewColumns} from reviews w where w.account_id = ${account}::uuid and w.id = ${review}::uuid
        ) one) as review,
        (select row_to_json(n) from (${progressAs(p)}) n) as progress,
        coalesce((select json_agg(i) from (${itemsAs(p, show)}) i), '[]') as rows,
        (select json_build_object('n', count(distinct p.id)::int,
            'viewer', coalesce(bool_or(p.id = ${person}::uuid), false))
          from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
          where g.account_id = ${account}::uuid and g.role = 'SA' and ${grantIsActive}) as administrators
      where exists (select from reviews w
        where w.account_id = ${account}::uuid and w.id = ${review}::uuid and w.status <> 'PLANNED')`
  })
const pages = Object.fromEntries(shows.map((show) => [show, pageOf(show)])) as Record<
  Show,
  ReturnType<typeof pageOf>
>

/** A review that was opened, with a page of its list; undefined when there is none. */
export async function lookAtReview(
  db: Database,
  { accountId, id }: WhichReview,
  as: {
    readonly person: PersonId
    readonly within: readonly VirtualAccountId[] | null
    readonly show: Show
    readonly after: number
    readonly limit: number
  },
): Promise<LookedAt | undefined> {
  const { show, ...rest } = as
  const [found] = await pages[show](db, { account: accountId, review: id, only: null, ...rest })
  return (
    found && {
      ...found,
      review: withTimes(found.review),
      rows: found.rows.map((row) => withTimes(row, ['since'])),
    }
  )
}
