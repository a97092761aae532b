import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { At, AtOrNull } from './columns.ts'

/** A role as it is stored; `CA` and `CV` stand for a custom role, in the whole account or in virtual accounts. */
export type RoleCode = 'SA' | 'AG' | 'SU' | 'SV' | 'CA' | 'VA' | 'VU' | 'VV' | 'CV'

/** Accounts, their parts and who holds what in them. */
export type AccountTables = {
  accounts: {
    id: string
    identifier: string
    name: string
    type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
    status: Generated<'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED'>
    visibility: Generated<'LISTED' | 'RESTRICTED'>
    time_zone: Generated<string>
    verified_domains: Generated<string[]>
    two_for_administrator: boolean | null
    show_administrators: Generated<'NAMES' | 'RELAY' | 'NONE'>
    weekend: Generated<number[]>
    holiday_country: Generated<string>
    holiday_region: Generated<string>
    quiet_from: string | null
    quiet_to: string | null
    patience: ColumnType<Record<string, number | readonly number[]>, string | undefined, string>
    settings_version: Generated<number>
    merged_into: string | null
    contact_name: Generated<string>
    contact_address: Generated<string>
    contact_confirmed_at: AtOrNull
    closed_at: AtOrNull
    words: GeneratedAlways<string>
    created_at: At
  }
  virtual_accounts: {
    account_id: string
    id: string
    parent_id: string | null
    name: string
    path: string[]
    is_default: Generated<boolean>
    restricted: Generated<boolean>
    closed_at: AtOrNull
    created_at: At
  }
  grants: {
    account_id: string
    id: string
    person_id: string
    role: RoleCode
    virtual_account_id: string | null
    source: 'REQUEST' | 'DIRECT' | 'GROUP' | 'RULE' | 'CREATION'
    request_id: string | null
    decision_id: string | null
    group_id: string | null
    custom_role_id: Generated<string | null>
    custom_actions: Generated<string[] | null>
    /** Whether it decides on access requests where it is held; the database computes it. */
    decides: GeneratedAlways<boolean>
    /** Whether it sees more of the account than its name and its virtual accounts; the database computes it. */
    manages: GeneratedAlways<boolean>
    given_by: string | null
    ends_at: AtOrNull
    revoked_at: AtOrNull
    revoked_by: string | null
    suspended_at: AtOrNull
    suspended_because: 'REVIEW' | null
    kept_at: AtOrNull
    created_at: At
  }
}
