import type { AccountId, GrantId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import { maySurviveWithout } from './domain/last-administrator.ts'
import { administratorsOf, lockAdministratorsFor } from './grants.store.ts'

/**
 * Whether the account keeps a reachable administrator, without end, when these grants end, are suspended or get an end.
 * Ask before you write, in the same transaction: the administrators stay as they are until it is over. Grants of other
 * roles are nothing to guard.
 */
export async function keepsAdministrator(
  tx: Tx,
  accountId: AccountId,
  endedGrantIds: readonly GrantId[],
): Promise<boolean> {
  if (endedGrantIds.length === 0) return true
  if (!(await lockAdministratorsFor(tx, accountId, endedGrantIds))) return true
  return maySurviveWithout(await administratorsOf(tx, accountId), endedGrantIds)
}
