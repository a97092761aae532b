import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull, Json } from './columns.ts'

/** Changes of whole accounts, identifiers that were given up, and lists that are taken in. */
export type AccountChangeTables = {
  former_identifiers: { identifier: string; account_id: string; reserved_until: ColumnType<Date, Date, Date> }
  account_changes: {
    account_id: string
    id: string
    kind: 'SUSPEND' | 'RESUME' | 'CLOSE' | 'MERGE' | 'IDENTIFIER' | 'TYPE' | 'LIST'
    what: Json<Record<string, string>>
    reason: string
    asked_by: string
    asked_at: ColumnType<Date, Date, never>
    lapses_at: ColumnType<Date, Date, never>
    first_by: string | null
    first_at: AtOrNull
    second_by: string | null
    settled_at: AtOrNull
    settled_by: string | null
    outcome: 'DONE' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED' | null
    answer: Generated<string>
    version: Generated<number>
  }
  imports: {
    id: string
    kind: 'ACCOUNTS' | 'VIRTUAL_ACCOUNTS' | 'PEOPLE' | 'ROLES'
    state: 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'DROPPED'
    content: Buffer
    sha256: Buffer
    lines: number
    at_line: Generated<number>
    fine: Generated<number>
    unchanged: Generated<number>
    wrong: Generated<number>
    started_by: string | null
    created_at: At
    changed_at: At
  }
  import_problems: { import_id: string; line: number; n: number; field: string; problem: string }
}
