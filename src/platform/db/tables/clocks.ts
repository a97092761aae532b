import type { ColumnType, Generated } from 'kysely'
import type { AtOrNull } from './columns.ts'

/** What happens at a time by itself. */
export type ClockTables = {
  clocks: {
    account_id: string
    subject_id: string
    kind: string
    n: Generated<number>
    due_at: ColumnType<Date, Date, Date>
    irreversible: Generated<boolean>
    noticed_at: AtOrNull
    held_until: AtOrNull
    failures: Generated<number>
    settled_at: AtOrNull
    outcome: 'DONE' | 'SKIPPED' | null
  }
}
