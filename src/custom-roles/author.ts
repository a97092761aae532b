import type { RoleAuthor } from '../accounts/domain/custom-role.ts'
import { rightsGiven, rightsOf } from '../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../accounts/index.ts'
import { signInProblem } from '../access-requests/domain/deciding.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'

/** Who writes roles: somebody signed in, or an operator at the machine, who may write what an administrator may. */
export type RoleWriter =
  | { readonly personId: PersonId; readonly now: Date; readonly authenticatedAt: Date | null }
  | { readonly personId: PersonId; readonly now: Date; readonly atTheMachine: true }

/** Whoever writes a role, with what they hold for sure until the transaction ends. */
export async function authorIn(tx: Tx, by: RoleWriter, accountId: AccountId): Promise<RoleAuthor> {
  const { personId, now } = by
  const tree = await treeOf(tx, accountId)
  if ('atTheMachine' in by) {
    const whole = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
    return { personId, rights: rightsGiven(whole, tree), signedInLately: true }
  }
  const rights = rightsOf(await holdGrantsOf(tx, { accountId, personId }), tree, now)
  return { personId, rights, signedInLately: isRecent(by) }
}

/** Whether somebody typed their password just now. */
export function isRecent({
  authenticatedAt,
  now,
}: {
  readonly authenticatedAt: Date | null
  readonly now: Date
}): boolean {
  return signInProblem({ passwordTypedAt: authenticatedAt }, now) === undefined
}
