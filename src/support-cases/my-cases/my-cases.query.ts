import { sql } from 'kysely'
import { type Database, prepare } from '../../platform/db/index.ts'
import { caseColumns, type CaseSight, caseSource, concernsAccountOf, type StoredCase } from '../case.store.ts'

/** One of somebody's cases; `isOwn`: it is theirs, else one of an account they administer. */
export type ListedCase = StoredCase & { readonly isOwn: boolean; readonly beginning: string }

const pageSize = 30

// A request's case is told by its cause; trouble with the portal by how the requester begins.
const beginning = sql`
  coalesce((
    select left(m.text, 120) from case_messages m
    where m.account_id = c.account_id and m.case_id = c.id and m.room = 'REQUESTER' order by m.id limit 1), '')`

const list = prepare<{ person: string; after: string | null }, ListedCase>(
  (p) => sql<ListedCase>`
    select ${caseColumns}, coalesce(c.requester_id = ${p.person}::uuid, false) as "isOwn",
      case when c.requester_id = ${p.person}::uuid then ${beginning} else '' end as beginning
    from ${caseSource}
    where (c.account_id, c.id) in (
        select own.account_id, own.id from cases own where own.requester_id = ${p.person}::uuid
        union
        select held.account_id, held.id from grants g join cases held on held.account_id = g.account_id
        where g.person_id = ${p.person}::uuid and g.role = 'SA' and g.revoked_at is null
          and g.suspended_at is null)
      and (c.requester_id = ${p.person}::uuid or ${concernsAccountOf(p.person)})
      and (${p.after}::uuid is null or c.id < ${p.after}::uuid)
    order by c.id desc limit ${sql.lit(pageSize + 1)}`,
)

/** The cases somebody has to do with, newest first, and the id after which the next page begins. */
export async function myCases(
  db: Database,
  viewer: CaseSight,
  after: string | null,
): Promise<{ cases: readonly ListedCase[]; next: string | undefined }> {
  const rows = await list(db, { person: viewer.personId, after })
  const cases = rows.slice(0, pageSize)
  return { cases, next: rows.length > pageSize ? cases.at(-1)?.id : undefined }
}
