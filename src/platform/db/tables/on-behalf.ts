import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull } from './columns.ts'

/** Requests for colleagues who have to confirm, and what became of several that were sent together. */
export type OnBehalfTables = {
  requests_on_behalf: {
    account_id: string
    id: string
    asked_by: string
    address: string
    beneficiary_id: string | null
    account_name: string
    status: Generated<'WAITING' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED'>
    wish: ColumnType<unknown, string, never>
    reason: string
    request_id: string | null
    asked_at: At
    lapses_at: ColumnType<Date, Date, never>
    settled_at: AtOrNull
  }
  sent_together: {
    person_id: string
    id: string
    outcomes: ColumnType<unknown, string, never>
    sent_at: At
  }
}
