import { rightsGiven, type Tree } from '../accounts/domain/rights.ts'
import type { StoredGrant } from '../accounts/index.ts'
import { approverOf, type Decider } from '../access-requests/index.ts'

/** Who acts: somebody signed in, or an operator at the machine, who may do what an administrator may. */
export type Acting = Decider & { readonly atTheMachine?: true }

/** What whoever acts may do by what they hold, or at the machine. */
export function powerOf(
  decider: Acting,
  held: readonly StoredGrant[],
  tree: Tree,
): ReturnType<typeof approverOf> {
  const own = approverOf(decider, held, tree)
  if (!decider.atTheMachine) return own
  const whole = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  return { ...own, rights: rightsGiven(whole, tree), passwordTypedAt: decider.now }
}
