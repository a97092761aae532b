import type { Generated } from 'kysely'
import type { RoleCode } from './accounts.ts'
import type { At, AtOrNull } from './columns.ts'

/** User groups of accounts, and their custom tags. */
export type GroupTables = {
  user_groups: {
    account_id: string
    id: string
    name: string
    role: Exclude<RoleCode, 'SA'>
    custom_role_id: Generated<string | null>
    virtual_account_ids: Generated<string[]>
    version: Generated<number>
    created_by: string | null
    created_at: At
    closed_at: AtOrNull
  }
  user_group_members: {
    account_id: string
    group_id: string
    person_id: string
    added_by: string | null
    added_at: At
  }
  custom_tags: {
    account_id: string
    id: string
    name: string
    created_by: string | null
    created_at: At
  }
  virtual_account_tags: { account_id: string; tag_id: string; virtual_account_id: string }
  person_tags: { account_id: string; tag_id: string; person_id: string }
}
