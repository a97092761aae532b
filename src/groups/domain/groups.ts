import { covers, fits, may, type Rights, type Scope } from '../../accounts/domain/rights.ts'
import {
  type GrantedRole,
  isAdministratorRole,
  isSameRole,
  type NamedRole,
} from '../../accounts/domain/roles.ts'
import type { Id, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { clean, lengthOf } from '../../kernel/written.ts'

export type GroupId = Id<'user-group'>

/** People who hold one role in one scope together. */
export type Group = {
  readonly id: GroupId
  readonly name: string
  readonly role: GrantedRole
  readonly scope: Scope
  readonly version: number
  readonly closedAt: Date | null
}

/** What somebody wants a group to be. */
export type WantedGroup = Pick<Group, 'name' | 'role' | 'scope'>

/** The same, with the role as somebody chose it. */
export type ChosenGroup = Omit<WantedGroup, 'role'> & { readonly role: NamedRole }

export const longestName = 80
/** How many people a group holds. */
export const mostMembers = 500

/** Why a group was not made or changed, or nobody put into it or taken out. */
export type GroupRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'name-unfit' }
  | { readonly code: 'name-taken' }
  | { readonly code: 'role-scope-mismatch' }
  | { readonly code: 'unknown-virtual-account' }
  | { readonly code: 'administrators-one-by-one' }
  | { readonly code: 'above-own-rights'; readonly role: GrantedRole }
  | { readonly code: 'role-gone' }
  | { readonly code: 'role-changed'; readonly role: GrantedRole }
  | { readonly code: 'recent-sign-in-needed' }
  | { readonly code: 'stale-version' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'closed' }
  | { readonly code: 'full'; readonly max: number }
  | { readonly code: 'not-a-member' }

/** Who changes groups: what they hold, and whether they typed their password just now. */
export type GroupActor = {
  readonly personId: PersonId
  readonly rights: Rights
  readonly signedInLately: boolean
}

/** Whether somebody may make such a group: they could give its role in all of its scope, without end. */
export function makeGroup(wanted: WantedGroup, by: GroupActor): Outcome<WantedGroup, GroupRefusal> {
  const name = clean(wanted.name)
  if (!isFitName(name)) return refuse({ code: 'name-unfit' })
  const problem = powerProblem(wanted, by)
  return problem ? refuse(problem) : done({ ...wanted, name })
}

/** Whether a group can be called so. */
export function isFitName(typed: string): boolean {
  const length = lengthOf(clean(typed))
  return length >= 1 && length <= longestName
}

/** Whether somebody may make another thing of a group; what it gave and what it will give must both be theirs to give. */
export function changeGroup(
  group: Group,
  wanted: WantedGroup & { readonly version: number },
  by: GroupActor,
): Outcome<WantedGroup & { readonly changesRights: boolean }, GroupRefusal> {
  const open = openProblem(group, by)
  if (open) return refuse(open)
  if (wanted.version !== group.version) return refuse({ code: 'stale-version' })
  const made = makeGroup(wanted, by)
  if (!made.ok) return made
  const changesRights = !gives(group, made.value)
  if (!changesRights && made.value.name === group.name) return refuse({ code: 'nothing-changed' })
  return done({ ...made.value, changesRights })
}

/** Whether somebody may end a group, and with it what everybody in it holds by it. */
export function closeGroup(group: Group, by: GroupActor): Outcome<true, GroupRefusal> {
  const problem = openProblem(group, by)
  return problem ? refuse(problem) : done(true)
}

/** Whether somebody may put so many more people into a group. */
export function addToGroup(
  group: Group,
  by: GroupActor,
  count: { readonly now: number; readonly more: number },
): Outcome<true, GroupRefusal> {
  const problem = openProblem(group, by)
  if (problem) return refuse(problem)
  return count.now + count.more > mostMembers ? refuse({ code: 'full', max: mostMembers }) : done(true)
}

/** Whether somebody may take one person out of a group; one's own way out is always open. */
export function removeFromGroup(group: Group, person: PersonId, by: GroupActor): Outcome<true, GroupRefusal> {
  if (group.closedAt !== null) return refuse({ code: 'closed' })
  if (person === by.personId) return done(true)
  return closeGroup(group, by)
}

/** Whether two groups give the same. */
export function gives(one: Pick<Group, 'role' | 'scope'>, other: Pick<Group, 'role' | 'scope'>): boolean {
  return isSameRole(one.role, other.role) && placesOf(one.scope) === placesOf(other.scope)
}

function placesOf(scope: Scope): string {
  return scope.kind === 'ACCOUNT' ? '' : scope.virtualAccountIds.toSorted().join()
}

function openProblem(group: Group, by: GroupActor): GroupRefusal | undefined {
  return group.closedAt !== null ? { code: 'closed' } : powerProblem(group, by)
}

function powerProblem(
  { role, scope }: Pick<Group, 'role' | 'scope'>,
  { rights, signedInLately }: GroupActor,
): GroupRefusal | undefined {
  if (role === 'SA') return { code: 'administrators-one-by-one' }
  if (!fits(role, scope)) return { code: 'role-scope-mismatch' }
  if (scope.kind === 'VIRTUAL') {
    const ids = scope.virtualAccountIds
    if (ids.length === 0 || !ids.every((id) => rights.places.has(id)))
      return { code: 'unknown-virtual-account' }
  }
  const mayDo = may(rights, 'change-groups', scope) && covers(rights, role, scope, null)
  if (!mayDo) return { code: 'above-own-rights', role }
  return isAdministratorRole(role) && !signedInLately ? { code: 'recent-sign-in-needed' } : undefined
}
