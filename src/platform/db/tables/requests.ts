import type { ColumnType, Generated } from 'kysely'
import type { RoleCode } from './accounts.ts'
import type { At, AtOrNull, Json } from './columns.ts'

/** Access requests, and what was decided about them. */
export type RequestTables = {
  access_requests: {
    account_id: string
    id: string
    reference: string
    requester_id: string
    beneficiary_id: string
    status: 'PENDING' | 'INFO_REQUESTED' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'CLOSED'
    stage: Generated<'WITH_ADMINS' | 'OVERDUE' | 'WITH_SUPPORT'>
    version: Generated<number>
    amendments: Generated<number>
    status_changes: Generated<number>
    ask_scope: 'ACCOUNT' | 'VIRTUAL' | 'UNSURE'
    ask_virtual_account_ids: Generated<string[]>
    ask_named: Generated<string>
    ask_role: RoleCode | null
    ask_custom_role_id: Generated<string | null>
    ask_custom_role_version: Generated<number | null>
    ask_ends_at: AtOrNull
    reason: string
    account_name: string
    profile: Json<Record<string, string>>
    previous_request_id: string | null
    past_rules: Generated<boolean>
    submitted_at: ColumnType<Date, Date, never>
    due_at: ColumnType<Date, Date, Date>
    expires_at: ColumnType<Date, Date, Date>
    last_reminded_at: AtOrNull
    last_reminded_by_hand_at: AtOrNull
    reminders_by_hand: Generated<number>
    first_viewed_at: AtOrNull
    settled_at: AtOrNull
    clock_from: At
    working_days_spent: Generated<number>
    clock_stopped_at: AtOrNull
    clock_stopped_for: 'INFORMATION' | 'SUPPORT' | 'ACCOUNT' | null
    clock_round: Generated<number>
    awaiting_since: AtOrNull
    awaitings: Generated<number>
    next_step: 'ANSWER_EXPECTED' | 'TO_SUPPORT' | 'EXPIRES' | 'EXPIRES_UNANSWERED' | 'SUPPORT_CHECKS' | null
    next_step_at: AtOrNull
  }
  amendments: {
    account_id: string
    request_id: string
    version: number
    ask: Json<Record<string, unknown>>
    reason: string
    amended_at: At
  }
  decisions: {
    account_id: string
    id: string
    request_id: string
    decided_by: string | null
    rule_id: Generated<string | null>
    rule_version: Generated<number | null>
    verdict: 'APPROVE' | 'DECLINE'
    final: boolean
    request_version: number
    role: RoleCode | null
    custom_role_id: Generated<string | null>
    custom_role_version: Generated<number | null>
    scope: 'ACCOUNT' | 'VIRTUAL' | null
    virtual_account_ids: Generated<string[]>
    ends_at: AtOrNull
    code: string | null
    note: Generated<string>
    private_note: Generated<string>
    for_ids: Generated<string[]>
    block_until: AtOrNull
    decided_at: ColumnType<Date, Date, never>
  }
  views: { account_id: string; request_id: string; person_id: string; version: number; first_at: At }
  reminders: {
    account_id: string
    request_id: string
    kind: 'BY_HAND' | 'BY_CLOCK'
    n: number
    sent_by: string | null
    recipients: number
    reminded_at: ColumnType<Date, Date, never>
  }
}
