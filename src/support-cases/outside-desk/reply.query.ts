import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

const find = prepare<{ id: string }, { account: AccountId }>(
  (p) => sql<{ account: AccountId }>`select c.account_id as account from cases c where c.id = ${p.id}::uuid`,
)

/** The account a case belongs to; undefined when there is no such case. */
export async function accountOfCase(tx: Tx, id: string): Promise<AccountId | undefined> {
  return (await find(tx, { id }))[0]?.account
}
