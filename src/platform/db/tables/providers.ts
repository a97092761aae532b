import type { Generated } from 'kysely'
import type { At } from './columns.ts'

/** Identity providers that people sign in with. */
export type ProviderTables = {
  sign_in_providers: {
    id: string
    name: string
    issuer: string
    client_id: string
    client_secret: string
    is_on: Generated<boolean>
    version: Generated<number>
    created_at: At
  }
  provider_domains: { domain: string; provider_id: string; confirmed_at: At }
  spent_states: { hash: Buffer; spent_at: At }
}
