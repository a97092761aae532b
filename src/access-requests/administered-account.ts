import { readIdentifier } from '../accounts/domain/identifier.ts'
import { may, rightsOf } from '../accounts/domain/rights.ts'
import { findAccount, grantsOf, holdGrantsOf, type StoredAccount, treeOf } from '../accounts/index.ts'
import type { Viewer } from '../people/index.ts'
import type { Database, Tx } from '../platform/db/index.ts'

/** The account of this identifier for who administers all of it; undefined for others, as if there were none. */
export async function administeredAccount(
  db: Database,
  viewer: Viewer,
  named: string,
): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(named)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  if (!account) return undefined
  const [held, tree] = await Promise.all([
    grantsOf(db, { accountId: account.id, personId: viewer.personId }),
    treeOf(db, account.id),
  ])
  return may(rightsOf(held, tree, viewer.now), 'change-rules', { kind: 'ACCOUNT' }) ? account : undefined
}

/** Whether the viewer administers all of the account now; their right is held until the transaction ends. */
export async function administersNow(
  tx: Tx,
  viewer: Pick<Viewer, 'personId' | 'now'>,
  accountId: StoredAccount['id'],
): Promise<boolean> {
  const held = await holdGrantsOf(tx, { accountId, personId: viewer.personId })
  const rights = rightsOf(held, await treeOf(tx, accountId), viewer.now)
  return may(rights, 'change-rules', { kind: 'ACCOUNT' })
}
