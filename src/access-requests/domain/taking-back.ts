import { type Administrator, maySurviveWithout } from '../../accounts/domain/last-administrator.ts'
import { coverage, type Grant, isInForce, type Scope } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, takesTwo } from '../../accounts/domain/roles.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Approver } from './approvers.ts'
import { signInProblem } from './deciding.ts'
import type { Refusal } from './refusals.ts'

/**
 * The grant after it was taken back by somebody who could give it, or by its holder, who leaves. The last reachable
 * administrator of an account stays.
 */
export function takeBack(
  grant: Grant,
  by: Approver,
  administrators: readonly Administrator[],
  now: Date,
): Outcome<Grant, Refusal> {
  if (!mayTake(grant, by)) return refuse({ code: 'above-own-rights', role: grant.role })
  if (!isInForce(grant, now)) return refuse({ code: 'grant-already-over' })
  const isOfAdministrator = takesTwo(grant.role, 'change-administrators')
  if (isOfAdministrator && !maySurviveWithout(administrators, [grant.id])) {
    return refuse({ code: 'last-administrator' })
  }
  const stale = isAdministratorRole(grant.role) ? signInProblem(by, now) : undefined
  return stale ? refuse(stale) : done({ ...grant, revokedAt: now })
}

function mayTake(grant: Grant, by: Approver): boolean {
  if (by.isDisabled) return false
  if (by.personId === grant.personId) return true
  const { accountId, role, virtualAccountId } = grant
  const scope: Scope =
    virtualAccountId === null
      ? { kind: 'ACCOUNT' }
      : { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }
  return by.rights.tree.accountId === accountId && coverage(by.rights, role, scope).covered
}
