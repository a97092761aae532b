import type { ColumnType, Generated } from 'kysely'
import type { RoleCode } from './accounts.ts'
import type { At, AtOrNull, Json } from './columns.ts'

/** Cases of the support desk, what was said and proved in them, and what agents propose. */
export type CaseTables = {
  cases: {
    account_id: string
    id: string
    reference: string
    request_id: string | null
    cause: 'NOBODY_REACHABLE' | 'ESCALATED_BY_HAND' | 'ESCALATED_BY_CLOCK' | 'PORTAL_TROUBLE' | 'VACANT'
    status: Generated<'OPEN' | 'WAITING_REQUESTER' | 'WAITING_ACCOUNT' | 'RESOLVED' | 'CLOSED'>
    opened_at: At
    requester_id: string | null
    opened_by: string | null
    page: Generated<string>
    error_reference: Generated<string>
    evidence: Json<Record<string, unknown>>
    assigned_to: string | null
    answer_due_at: ColumnType<Date, Date, Date>
    first_answered_at: AtOrNull
    changed_at: At
    resolved_at: AtOrNull
    closed_at: AtOrNull
    version: Generated<number>
  }
  case_messages: {
    account_id: string
    case_id: string
    id: string
    room: 'REQUESTER' | 'ACCOUNT' | 'INTERNAL'
    side: 'REQUESTER' | 'ACCOUNT' | 'SUPPORT'
    author_id: string | null
    text: string
    by_mail: Generated<boolean>
    sent_at: At
  }
  case_files: {
    account_id: string
    case_id: string
    id: string
    name: string
    type: 'image/png' | 'image/jpeg' | 'application/pdf' | 'text/plain'
    bytes: number
    sha256: Buffer
    content: Buffer
    added_by: string
    added_at: At
  }
  support_proposals: {
    account_id: string
    id: string
    case_id: string
    request_id: string
    request_version: number
    verdict: 'APPROVE' | 'DECLINE'
    role: RoleCode | null
    scope: 'ACCOUNT' | 'VIRTUAL' | null
    virtual_account_ids: Generated<string[]>
    ends_at: AtOrNull
    code: string | null
    note: string
    grounds: string
    proposed_by: string
    proposed_at: ColumnType<Date, Date, never>
    state: Generated<'PROPOSED' | 'CONFIRMED' | 'DROPPED'>
    settled_by: string | null
    settled_at: AtOrNull
  }
  support_looks: { account_id: string; subject_id: string; person_id: string; looked_at: At }
}
