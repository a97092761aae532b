import { sql } from 'kysely'
import { type Database, prepare } from '../../platform/db/index.ts'

const linked = prepare<Record<never, never>, { id: string; n: number }>(
  () => sql<{ id: string; n: number }>`
    select p.id, (select count(*)::int from auth.account a where a."providerId" = p.id::text) as n
    from sign_in_providers p`,
)

/** How many people are linked with each provider. */
export async function linkedWith(db: Database): Promise<ReadonlyMap<string, number>> {
  return new Map((await linked(db, {})).map(({ id, n }) => [id, n]))
}
