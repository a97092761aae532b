import { rightsOf, type Tree } from '../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../accounts/index.ts'
import { signInProblem } from '../access-requests/domain/deciding.ts'
import type { AccountId } from '../kernel/id.ts'
import type { Viewer } from '../people/index.ts'
import type { Tx } from '../platform/db/index.ts'
import type { GroupActor } from './domain/groups.ts'

/** Who acts, with what they hold for sure until the transaction ends, and the account's tree. */
export async function actorIn(
  tx: Tx,
  viewer: Viewer,
  accountId: AccountId,
): Promise<{ readonly by: GroupActor; readonly tree: Tree }> {
  const tree = await treeOf(tx, accountId)
  const held = await holdGrantsOf(tx, { accountId, personId: viewer.personId })
  const rights = rightsOf(held, tree, viewer.now)
  const signedInLately = signInProblem({ passwordTypedAt: viewer.authenticatedAt }, viewer.now) === undefined
  return { tree, by: { personId: viewer.personId, rights, signedInLately } }
}
