import type { AccountId } from '../../kernel/id.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { isReachable } from '../domain/last-administrator.ts'
import { administratorsOf } from '../grants.store.ts'

/** Whether nobody who administers the account can be reached, in person or by a delegate. */
export async function isVacant(db: Database | Tx, accountId: AccountId): Promise<boolean> {
  return !(await administratorsOf(db, accountId)).some(isReachable)
}
