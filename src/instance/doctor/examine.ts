import type { Database } from '../../platform/db/index.ts'
import {
  broken,
  canChangeHistory,
  type InvariantId,
  invariants,
  type Trouble,
  troubleOf,
} from './invariants.query.ts'

/** What the doctor found: for each invariant the rows that break it, and what deserves a look. */
export type Examined = {
  readonly broken: readonly { readonly id: InvariantId; readonly rows: readonly string[] }[]
  readonly examined: number
  readonly oneRole: boolean
  readonly trouble: Trouble
}

/** Checks everything that must always be true; changes nothing. */
export async function examine(db: Database): Promise<Examined> {
  const found: { id: InvariantId; rows: string[] }[] = []
  for (const invariant of invariants) {
    const rows = await broken(db, invariant)
    if (rows.length > 0) found.push({ id: invariant.id, rows })
  }
  return {
    broken: found,
    examined: invariants.length,
    oneRole: await canChangeHistory(db),
    trouble: await troubleOf(db),
  }
}
