import type { At } from './columns.ts'

/** Who stands in for whom. */
export type AwayTables = {
  delegates: { account_id: string; person_id: string; delegate_id: string; chosen_at: At }
}
