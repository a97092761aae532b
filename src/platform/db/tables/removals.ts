import type { ColumnType, Generated } from 'kysely'
import type { AtOrNull } from './columns.ts'

/** Proposals to remove an account administrator, which takes two people. */
export type RemovalTables = {
  administrator_removals: {
    account_id: string
    id: string
    grant_id: string
    proposed_by: string
    reason: string
    proposed_at: ColumnType<Date, Date, never>
    lapses_at: ColumnType<Date, Date, never>
    notice_ends_at: ColumnType<Date | null, Date | null, never>
    settled_at: AtOrNull
    settled_by: string | null
    outcome: 'CONFIRMED' | 'UNOPPOSED' | 'GIVEN_UP' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED' | null
    answer: Generated<string>
  }
}
