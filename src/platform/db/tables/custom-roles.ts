import type { Generated } from 'kysely'
import type { At, AtOrNull } from './columns.ts'

/** The roles that accounts make for themselves, and what each was at every version. */
export type CustomRoleTables = {
  custom_roles: {
    account_id: string
    id: string
    name: string
    description: Generated<string>
    reach: 'ACCOUNT' | 'VIRTUAL'
    actions: string[]
    version: Generated<number>
    created_by: string | null
    created_at: At
    changed_at: At
    retired_at: AtOrNull
  }
  custom_role_versions: {
    account_id: string
    role_id: string
    version: number
    name: string
    description: string
    actions: string[]
    changed_by: string | null
    changed_at: At
  }
}
