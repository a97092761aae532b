import type { Generated } from 'kysely'
import type { At, Json } from './columns.ts'

/** Calendars and settings; their columns on accounts are with the accounts. */
export type SettingsTables = {
  closed_days: { account_id: string; day: string; name: string }
  public_holidays: {
    country: string
    region: string
    year: number
    days: string[]
    names: Json<Record<string, { readonly en: string; readonly fr: string }>>
    edition: Generated<string>
    computed_at: At
  }
  setting_proposals: {
    account_id: string
    two_for_administrator: boolean | null
    proposed_by: string
    proposed_at: At
  }
  installation_settings: {
    sole: Generated<boolean>
    patience: Json<Record<string, number | readonly number[]>>
    version: Generated<number>
    name: string | null
    support_may_decide: boolean | null
    new_accounts_need_proof: boolean | null
    show_administrators: Generated<'NAMES' | 'RELAY' | 'NONE'>
    language: Generated<'en' | 'fr'>
    general_version: Generated<number>
  }
  answer_times: {
    account_id: string
    half_within_days: number | null
    most_within_days: number | null
    computed_at: At
  }
}
