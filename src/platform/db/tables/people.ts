import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { At, AtOrNull, Json } from './columns.ts'

/** People and what belongs to them alone. */
export type PeopleTables = {
  people: {
    id: string
    address: string
    verified_at: AtOrNull
    status: Generated<'ACTIVE' | 'DISABLED' | 'ERASED'>
    first_name: Generated<string>
    last_name: Generated<string>
    preferred_first_name: Generated<string>
    company: Generated<string>
    country: Generated<string>
    site_address: Generated<string>
    company_phone: Generated<string>
    directory_id: string | null
    owned_fields: ColumnType<Record<string, { system: string; href?: string }>, string | undefined, string>
    locale: Generated<'en' | 'fr'>
    time_zone: Generated<string>
    is_support: Generated<boolean>
    is_operator: Generated<boolean>
    mail_bounced_at: AtOrNull
    away_from: AtOrNull
    away_until: AtOrNull
    away_note: Generated<string>
    demo: Generated<boolean>
    merged_into: string | null
    merged_at: AtOrNull
    words: GeneratedAlways<string>
    created_at: At
  }
  links: {
    hash: Buffer
    purpose: 'VERIFY' | 'RESET' | 'CHANGE_ADDRESS' | 'SIGN_IN' | 'FIRST_OPERATOR'
    person_id: string | null
    address: string | null
    payload: ColumnType<Record<string, string>, string | undefined, string>
    expires_at: ColumnType<Date, Date, Date>
    used_at: AtOrNull
    created_at: At
  }
  personal_tokens: {
    person_id: string
    id: string
    name: string
    prefix: string
    hash: Buffer
    scopes: string[]
    expires_at: ColumnType<Date, Date, Date>
    revoked_at: AtOrNull
    last_used_at: AtOrNull
    created_at: At
  }
  limits: { bucket: string; window_start: ColumnType<Date, Date, Date>; count: number }
  look_ups: { person_id: string; identifier: string; hit: boolean; looked_at: At }
  drafts: { person_id: string; form: string; content: Json<Record<string, unknown>>; updated_at: At }
  idempotency_keys: {
    person_id: string
    key: string
    fingerprint: Buffer
    account_id: string | null
    object_id: string | null
    answer: Json<Record<string, unknown>>
    created_at: At
  }
}
