import type { ColumnType, Generated } from 'kysely'
import type { RoleCode } from './accounts.ts'
import type { AtOrNull } from './columns.ts'

/** Who belongs to accounts, who is invited to, and what is worked off for many at once. */
export type MemberTables = {
  account_members: { account_id: string; person_id: string; sort_key: string }
  person_activity: { person_id: string; seen_on: string }
  invitations: {
    account_id: string
    id: string
    address: string
    address_hash: Buffer
    role: RoleCode
    custom_role_id: Generated<string | null>
    custom_role_version: Generated<number | null>
    virtual_account_ids: string[]
    ends_at: AtOrNull
    locale: 'en' | 'fr'
    invited_by: string
    invited_at: ColumnType<Date, Date, never>
    lapses_at: Date
    mailed: Generated<number>
    last_mailed_at: Date
    link_hash: Buffer | null
    settled_at: AtOrNull
    settled_by: string | null
    outcome: 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'LAPSED' | null
  }
  administrator_proposals: {
    account_id: string
    id: string
    person_id: string
    ends_at: AtOrNull
    proposed_by: string
    proposed_at: ColumnType<Date, Date, never>
    lapses_at: ColumnType<Date, Date, never>
    settled_at: AtOrNull
    settled_by: string | null
    outcome: 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED' | null
  }
  member_batches: {
    account_id: string
    id: string
    made_by: string
    made_at: ColumnType<Date, Date, never>
    lines: number
    confirmed_at: AtOrNull
    done: Generated<number>
    finished_at: AtOrNull
  }
  member_batch_lines: {
    account_id: string
    batch_id: string
    n: number
    line: number
    address: string
    role: string
    place: string
    ends: string
    outcome: string | null
  }
}
