import { type Administrator, maySurviveWithout } from '../../accounts/domain/last-administrator.ts'
import { coverage, type Grant, isOver, type Scope } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, takesTwo } from '../../accounts/domain/roles.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Approver } from './approvers.ts'
import { signInProblem } from './deciding.ts'
import type { Refusal } from './refusals.ts'

/** What must be known of an account to take a grant back in it. */
export type TakeBackFacts = {
  readonly now: Date
  readonly administrators: readonly Administrator[]
  /** The account's setting; null is its default: two people, once two administer it. */
  readonly wantsTwo: boolean | null
}

/**
 * The grant after it was taken back by somebody who could give it, or by its holder, who leaves. The last reachable
 * administrator of an account stays, and another administrator is removed by two people: see `removing.ts`.
 */
export function takeBack(grant: Grant, by: Approver, facts: TakeBackFacts): Outcome<Grant, Refusal> {
  const ending = endingProblem(grant, by, facts)
  if (ending) return refuse(ending)
  if (takesTwoToEnd(grant, by, facts)) return refuse({ code: 'second-administrator-needed' })
  const stale = passwordProblem(grant, by, facts.now)
  return stale ? refuse(stale) : done({ ...grant, revokedAt: facts.now })
}

/** Whether somebody who wants this grant to end needs a second person; its holder leaves alone. */
export function takesTwoToEnd(
  grant: Grant,
  by: Pick<Approver, 'personId'>,
  { administrators, wantsTwo }: TakeBackFacts,
): boolean {
  if (!takesTwo(grant.role, 'change-administrators') || by.personId === grant.personId) return false
  return wantsTwo ?? countOf(administrators) >= 2
}

/** What keeps this grant from being ended by this person, whoever else agrees. */
export function endingProblem(grant: Grant, by: Approver, facts: TakeBackFacts): Refusal | undefined {
  if (!mayTake(grant, by)) return { code: 'above-own-rights', role: grant.role }
  if (isOver(grant, facts.now)) return { code: 'grant-already-over' }
  const isOfAdministrator = takesTwo(grant.role, 'change-administrators')
  if (isOfAdministrator && !maySurviveWithout(facts.administrators, [grant.id]))
    return { code: 'last-administrator' }
  return undefined
}

/** What is missing when a role that administers something is to end, and the password was not typed lately. */
export function passwordProblem(grant: Grant, by: Approver, now: Date): Refusal | undefined {
  return isAdministratorRole(grant.role) ? signInProblem(by, now) : undefined
}

/** Whether somebody could end the grant as far as their rights go: whoever could give it, or its holder. */
export function mayTake(grant: Grant, by: Approver): boolean {
  if (by.isDisabled) return false
  if (by.personId === grant.personId) return true
  const { accountId, role, virtualAccountId } = grant
  const scope: Scope =
    virtualAccountId === null
      ? { kind: 'ACCOUNT' }
      : { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }
  return by.rights.tree.accountId === accountId && coverage(by.rights, role, scope).covered
}

function countOf(administrators: readonly Administrator[]): number {
  const active = administrators.filter(({ isDisabled }) => !isDisabled)
  return new Set(active.map(({ personId }) => personId)).size
}
