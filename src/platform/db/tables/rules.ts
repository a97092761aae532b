import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull, Json } from './columns.ts'

/** What accounts decide without a person, and from whom they take no request. */
export type RuleTables = {
  rule_books: {
    account_id: string
    version: Generated<number>
    changed_by: string | null
    changed_at: At
  }
  rules: {
    account_id: string
    id: string
    virtual_account_id: string | null
    position: number
    version: Generated<number>
    enabled: Generated<boolean>
    conditions: Json<Record<string, unknown>>
    outcome: Json<Record<string, unknown>>
    changed_by: string
    changed_at: At
  }
  rule_versions: {
    account_id: string
    id: string
    rule_id: string
    version: number
    what: 'ADDED' | 'CHANGED' | 'SWITCHED_ON' | 'SWITCHED_OFF' | 'MOVED_UP' | 'MOVED_DOWN' | 'REMOVED'
    virtual_account_id: string | null
    position: number
    conditions: Json<Record<string, unknown>>
    outcome: Json<Record<string, unknown>>
    changed_by: string
    changed_at: At
  }
  manual_only: {
    account_id: string
    id: string
    virtual_account_id: string | null
    set_by: string
    set_at: At
  }
  blocks: {
    account_id: string
    id: string
    person_id: string
    request_id: string | null
    decision_id: string | null
    virtual_account_ids: string[] | null
    reason: Generated<string>
    blocked_by: string
    blocked_at: At
    blocked_until: ColumnType<Date, Date, Date>
    lifted_at: AtOrNull
    lifted_by: string | null
  }
}
