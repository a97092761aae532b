import { type Administrator, maySurviveWithout } from '../../accounts/domain/last-administrator.ts'
import { fits, type Given, type Grant, isInForce, type Scope } from '../../accounts/domain/rights.ts'
import type { GrantSource } from '../../accounts/domain/events.ts'
import { isAdministratorRole, isSameRole, takesTwo } from '../../accounts/domain/roles.ts'
import type { Approver } from '../../access-requests/domain/approvers.ts'
import { signInProblem } from '../../access-requests/domain/deciding.ts'
import { endProblem } from '../../access-requests/domain/end-date.ts'
import { mayTake, takesTwoToEnd } from '../../access-requests/domain/taking-back.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { aboveOwn } from './adding.ts'
import type { Refusal } from './refusals.ts'

/** What must be known of an account to change or end what somebody holds in it. */
export type ChangeFacts = {
  readonly now: Date
  readonly administrators: readonly Administrator[]
  /** The account's setting; null is its default: two people, once two administer it. */
  readonly wantsTwo: boolean | null
}

type Held = Grant & { readonly source: GrantSource }

/** What one grant becomes: the same person, another role, place or end. */
export function changeGrant(
  grant: Held,
  to: Given,
  by: Approver,
  facts: ChangeFacts,
): Outcome<Given, Refusal> {
  const problem =
    takingProblem(grant, by, facts.now) ??
    givingProblem(to, by, facts.now) ??
    changeProblem(grant, to) ??
    twoProblem(grant, to, by, facts) ??
    guardProblem(grant, to, facts)
  if (problem) return refuse(problem)
  const isPowerful = isAdministratorRole(grant.role) || isAdministratorRole(to.role)
  if (isPowerful && signInProblem(by, facts.now)) return refuse({ code: 'recent-sign-in-needed' })
  return done(to)
}

/** Whether all that somebody holds may end at once: by whoever could give each part, or by themselves, who leave. */
export function endMembership(
  grants: readonly Held[],
  by: Approver,
  facts: ChangeFacts,
): Outcome<true, Refusal> {
  if (grants.length === 0) return refuse({ code: 'not-found' })
  for (const grant of grants) {
    if (!mayTake(grant, by)) return refuse({ code: 'above-own-rights', role: grant.role })
    if (takesTwoToEnd(grant, by, facts)) return refuse({ code: 'second-administrator-needed' })
  }
  const ids = grants.map(({ id }) => id)
  const administers = grants.some(({ role }) => takesTwo(role, 'change-administrators'))
  if (administers && !maySurviveWithout(facts.administrators, ids))
    return refuse({ code: 'last-administrator' })
  if (grants.some(({ role }) => isAdministratorRole(role)) && signInProblem(by, facts.now))
    return refuse({ code: 'recent-sign-in-needed' })
  return done(true)
}

/** The scope of one grant. */
export function scopeOf({ virtualAccountId }: Pick<Grant, 'virtualAccountId'>): Scope {
  return virtualAccountId === null
    ? { kind: 'ACCOUNT' }
    : { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }
}

function takingProblem(grant: Held, by: Approver, now: Date): Refusal | undefined {
  if (!mayTake(grant, by)) return { code: 'above-own-rights', role: grant.role }
  if (!isInForce(grant, now)) return { code: 'grant-already-over' }
  return grant.source === 'GROUP' || grant.source === 'RULE' ? { code: 'inherited' } : undefined
}

function givingProblem(to: Given, by: Approver, now: Date): Refusal | undefined {
  if (!fits(to.role, to.scope)) return { code: 'role-scope-mismatch' }
  const { scope } = to
  if (scope.kind === 'VIRTUAL' && !scope.virtualAccountIds.every((id) => by.rights.places.has(id)))
    return { code: 'unknown-virtual-account' }
  if (endProblem(to.endsAt, now)) return { code: 'end-out-of-range' }
  const above = aboveOwn(to, by)
  if (above === 'above-own-rights') return { code: above, role: to.role }
  return above && { code: above, latest: latestOf(to, by) }
}

function latestOf({ endsAt }: Given, by: Approver): Date {
  const ends = by.rights.held.flatMap((right) => (right.endsAt ? [right.endsAt.getTime()] : []))
  return ends.length > 0 ? new Date(Math.max(...ends)) : (endsAt ?? new Date(0))
}

function changeProblem(grant: Held, to: Given): Refusal | undefined {
  const isSame =
    isSameRole(grant.role, to.role) &&
    sameScope(scopeOf(grant), to.scope) &&
    grant.endsAt?.getTime() === to.endsAt?.getTime()
  return isSame ? { code: 'nothing-changed' } : undefined
}

function sameScope(one: Scope, other: Scope): boolean {
  if (one.kind === 'ACCOUNT' || other.kind === 'ACCOUNT') return one.kind === other.kind
  return one.virtualAccountIds.join() === other.virtualAccountIds.join()
}

/** Whether making or unmaking an administrator takes two people here, now. */
export function takesTwoHere({ administrators, wantsTwo }: Omit<ChangeFacts, 'now'>): boolean {
  const active = administrators.filter(({ isDisabled }) => !isDisabled)
  return wantsTwo ?? new Set(active.map(({ personId }) => personId)).size >= 2
}

// Making an administrator, and ending or shortening another's administration, takes two; one shortens one's own alone.
function twoProblem(grant: Held, to: Given, by: Approver, facts: ChangeFacts): Refusal | undefined {
  const was = takesTwo(grant.role, 'change-administrators')
  const becomes = takesTwo(to.role, 'change-administrators')
  if (!was && !becomes) return undefined
  const isLess = was && !(becomes && isLater(to.endsAt, grant.endsAt))
  if (isLess && by.personId === grant.personId) return undefined
  return takesTwoHere(facts) ? { code: 'second-administrator-needed' } : undefined
}

function isLater(end: Date | null, than: Date | null): boolean {
  if (than === null) return false
  return end === null || end > than
}

function guardProblem(grant: Held, to: Given, { administrators }: ChangeFacts): Refusal | undefined {
  if (!takesTwo(grant.role, 'change-administrators')) return undefined
  const staysWithoutEnd = takesTwo(to.role, 'change-administrators') && to.endsAt === null
  if (staysWithoutEnd || maySurviveWithout(administrators, [grant.id])) return undefined
  return { code: 'last-administrator' }
}
