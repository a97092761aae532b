import { sql } from 'kysely'
import { type Database, prepare } from '../platform/db/index.ts'
import { type Sight, sightOf, visibleTo } from './requests.store.ts'

const among = prepare<{ ids: readonly string[]; person: string; seesAll: boolean }, { id: string }>(
  (p) => sql<{ id: string }>`
    select r.id from access_requests r where r.id = any(${p.ids}::uuid[]) and ${visibleTo(p)}`,
)

/** Those of these requests that the viewer may see. */
export async function visibleAmong(db: Database, viewer: Sight, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await among(db, { ids, ...sightOf(viewer) })
  return rows.map(({ id }) => id)
}
