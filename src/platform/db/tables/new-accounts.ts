import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull, Json } from './columns.ts'

/** What accounts agree to, applications for new ones, and how names look. */
export type NewAccountTables = {
  agreements: { account_id: string; id: string; created_at: At; retired_at: AtOrNull }
  agreement_versions: {
    account_id: string
    agreement_id: string
    version: number
    title_en: string
    title_fr: string
    text_en: string
    text_fr: string
    required_from: ColumnType<Date, Date, never>
    published_at: At
    published_by: string | null
  }
  agreement_acceptances: {
    account_id: string
    agreement_id: string
    version: number
    person_id: string
    accepted_at: At
  }
  account_looks: { account_id: string; name_looks: string | null; identifier_looks: string | null }
  account_applications: {
    account_id: string
    id: string
    reference: string
    requester_id: string
    whose: 'OWN' | 'OTHER'
    identifier: string
    name: string
    type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
    reason: string
    insists: Generated<string>
    profile: Json<object>
    nominee_address: string
    nominee_round: Generated<number>
    nominee_asked_at: AtOrNull
    reminders: Generated<number>
    reminded_at: AtOrNull
    status:
      | 'CHECKING'
      | 'ACTION_NEEDED'
      | 'AWAITING_NOMINEE'
      | 'ACTIVE'
      | 'DECLINED'
      | 'WITHDRAWN'
      | 'EXPIRED'
    action: 'OPERATOR' | 'NOMINEE' | null
    checks: Generated<string[]>
    cleared_by: string | null
    cleared_at: AtOrNull
    proof: 'DNS' | 'ROLE_MAIL' | 'PROVIDER' | null
    proof_provider_id: string | null
    proved_at: AtOrNull
    version: Generated<number>
    submitted_at: ColumnType<Date, Date, Date>
    settled_at: AtOrNull
    new_account_id: string | null
  }
  application_steps: {
    account_id: string
    application_id: string
    n: number
    kind: string
    person_id: string | null
    note: Generated<string>
    at: At
  }
  application_links: {
    hash: Buffer
    account_id: string
    application_id: string
    purpose: 'CONFIRM_DOMAIN' | 'NOMINEE'
    domain: string | null
    round: number | null
    expires_at: ColumnType<Date, Date, Date>
    used_at: AtOrNull
  }
}
