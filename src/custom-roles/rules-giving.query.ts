import { sql } from 'kysely'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { WhichRole } from './custom-roles.store.ts'
import type { GivingRule } from './domain/places-given.ts'

const giving = prepare<{ account: string; id: string }, GivingRule>(
  (p) => sql<GivingRule>`
    select r.id, r.virtual_account_id as place, r.outcome from rules r
    where r.account_id = ${p.account}::uuid and r.outcome -> 'role' ->> 'custom' = ${p.id}
    order by r.id`,
)

/** The rules that give a role. Hold the role itself first: then no rule begins to give it before the transaction ends. */
export function rulesGiving(db: Database | Tx, { accountId, id }: WhichRole): Promise<GivingRule[]> {
  return giving(db, { account: accountId, id })
}
