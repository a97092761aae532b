import { createHash } from 'node:crypto'
import type { PersonId } from '../kernel/id.ts'
import type { Database } from '../platform/db/index.ts'
import { countAttempt, type Limit } from '../platform/http/index.ts'

/** So many further pages of lists somebody can open in an hour: enough to read on, too few to copy a directory. */
const pages: Limit = { most: 60, seconds: 3_600 }

/**
 * Counts a further page of a list, named by where it begins; the same page again, as live updates fetch it, counts
 * once. Gives the seconds to wait when there were too many, else 0.
 */
export async function countPageTurn(db: Database, person: PersonId, after: string): Promise<number> {
  const mark = createHash('sha256').update(after).digest('base64url').slice(0, 22)
  const seen = { name: `page:${person}:${mark}`, limit: { ...pages, most: 1 } }
  const known = await db
    .selectFrom('limits')
    .select('bucket')
    .where('bucket', '=', seen.name)
    .limit(1)
    .executeTakeFirst()
  if (known) return 0
  const wait = await countAttempt(db, [{ name: `pages:${person}`, limit: pages }])
  if (wait === 0) await countAttempt(db, [seen])
  return wait
}
