import type { At } from './columns.ts'

/** Who stands in for whom, and who is mailed only once a request is late. */
export type AwayTables = {
  backup_approvers: { account_id: string; person_id: string; chosen_at: At }
  delegates: { account_id: string; person_id: string; delegate_id: string; chosen_at: At }
}
