import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull } from './columns.ts'

/** Claims to administer an account that nobody administers. */
export type VacancyTables = {
  claims: {
    account_id: string
    id: string
    reference: string
    claimant_id: string
    status: Generated<
      'OPEN' | 'NOTICE' | 'WITH_SUPPORT' | 'GRANTED' | 'REJECTED' | 'STOPPED' | 'WITHDRAWN' | 'LAPSED'
    >
    reason: string
    proof: 'DNS' | 'ROLE_MAIL' | 'DOCUMENTS' | null
    proof_domain: string | null
    proved_at: AtOrNull
    accepted_by: string | null
    documents_at: AtOrNull
    notice_ends_at: AtOrNull
    settled_at: AtOrNull
    settled_by: string | null
    answer: Generated<string>
    grant_id: string | null
    opened_at: At
    version: Generated<number>
  }
  claim_approvals: { account_id: string; claim_id: string; agent_id: string; approved_at: At }
  claim_links: {
    hash: Buffer
    account_id: string
    claim_id: string
    purpose: 'CONFIRM_DOMAIN' | 'STOP'
    person_id: string | null
    domain: string | null
    expires_at: ColumnType<Date, Date, Date>
    used_at: AtOrNull
  }
}
