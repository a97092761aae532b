import type { Generated } from 'kysely'
import type { AtOrNull } from './columns.ts'

type RoleCode = 'SA' | 'AG' | 'SU' | 'SV' | 'CA' | 'VA' | 'VU' | 'VV' | 'CV'

/** What is looked at again, and what was answered. */
export type ReviewTables = {
  reviews: {
    account_id: string
    id: string
    status: Generated<'PLANNED' | 'OPEN' | 'CLOSED'>
    selection: 'DUE' | 'ALL' | 'OUTSIDE' | 'ROLE' | 'PLACE'
    role: RoleCode | null
    custom_role_id: Generated<string | null>
    virtual_account_id: string | null
    started_by: string | null
    opens_at: Date
    opened_at: AtOrNull
    closes_at: AtOrNull
    closed_at: AtOrNull
    closed_because: 'ANSWERED' | 'TIME' | null
    items: Generated<number>
  }
  review_items: {
    account_id: string
    review_id: string
    grant_id: string
    person_id: string
    position: number
    is_outside: boolean
    answer: 'KEEP' | 'CHANGE' | 'REMOVE' | null
    answered_by: string | null
    answered_at: AtOrNull
    version: Generated<number>
    to_role: RoleCode | null
    to_ends_at: AtOrNull
    outcome: 'KEPT' | 'CHANGED' | 'REMOVED' | 'SUSPENDED' | 'LEFT' | 'OVER' | null
    settled_at: AtOrNull
    settled_by: string | null
  }
}
