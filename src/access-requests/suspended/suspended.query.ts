import { sql } from 'kysely'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { administersOnceResumed } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type RequestRow, requestOf, type StoredRequest } from '../requests.row.ts'
import { requestColumns, requestSource } from '../requests.store.ts'

const find = prepare<{ id: string; person: string }, RequestRow>(
  (p) => sql<RequestRow>`
    select ${requestColumns} from ${requestSource}
    where r.id = ${p.id}::uuid and a.status = 'SUSPENDED' and ${administersOnceResumed(p.person)}`,
)

/** The request with this id, when this person would see it but for its account being suspended. */
export async function findSuspended(
  db: Database,
  personId: PersonId,
  id: RequestId,
): Promise<StoredRequest | undefined> {
  const [row] = await find(db, { id, person: personId })
  return row && requestOf(row)
}
