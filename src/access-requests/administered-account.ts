import { may, rightsOf } from '../accounts/domain/rights.ts'
import type { Action } from '../accounts/domain/roles.ts'
import { holdGrantsOf, type SeenAccount, seenAccount, treeOf } from '../accounts/index.ts'
import type { AccountId } from '../kernel/id.ts'
import type { Viewer } from '../people/index.ts'
import type { Database, Tx } from '../platform/db/index.ts'

/**
 * The account of this identifier for who sets its rules as a whole, or does this instead; undefined for others, as if
 * there were none.
 */
export async function administeredAccount(
  db: Database,
  viewer: Viewer,
  named: string,
  action: Action = 'change-rules',
): Promise<SeenAccount | undefined> {
  const found = await seenAccount(db, viewer, named)
  return found && may(found.rights, action, { kind: 'ACCOUNT' }) ? found : undefined
}

/** Whether the viewer sets the rules of the whole account now; their right is held until the transaction ends. */
export async function administersNow(
  tx: Tx,
  viewer: Pick<Viewer, 'personId' | 'now'>,
  accountId: AccountId,
): Promise<boolean> {
  const held = await holdGrantsOf(tx, { accountId, personId: viewer.personId })
  const rights = rightsOf(held, await treeOf(tx, accountId), viewer.now)
  return may(rights, 'change-rules', { kind: 'ACCOUNT' })
}
