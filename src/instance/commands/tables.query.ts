import { sql } from 'kysely'
import type { Database } from '../../platform/db/index.ts'

/** Whether the database has been migrated at all. */
export async function hasTables(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.installation') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}
