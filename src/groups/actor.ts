import { rightsGiven, rightsOf, type Tree } from '../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../accounts/index.ts'
import { signInProblem } from '../access-requests/domain/deciding.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Viewer } from '../people/index.ts'
import type { Tx } from '../platform/db/index.ts'
import type { GroupActor } from './domain/groups.ts'

/** Who changes groups: somebody signed in, or an operator at the machine, who may do what an administrator may. */
export type GroupChanger =
  | Pick<Viewer, 'personId' | 'now' | 'authenticatedAt'>
  | { readonly personId: PersonId; readonly now: Date; readonly atTheMachine: true }

/** Who acts, with what they hold for sure until the transaction ends, and the account's tree. */
export async function actorIn(
  tx: Tx,
  changer: GroupChanger,
  accountId: AccountId,
): Promise<{ readonly by: GroupActor; readonly tree: Tree }> {
  const { personId, now } = changer
  const tree = await treeOf(tx, accountId)
  if ('atTheMachine' in changer) {
    const whole = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
    return { tree, by: { personId, rights: rightsGiven(whole, tree), signedInLately: true } }
  }
  const rights = rightsOf(await holdGrantsOf(tx, { accountId, personId }), tree, now)
  const signedInLately = signInProblem({ passwordTypedAt: changer.authenticatedAt }, now) === undefined
  return { tree, by: { personId, rights, signedInLately } }
}
