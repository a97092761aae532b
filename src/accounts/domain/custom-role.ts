import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { coverage, covers, type Rights, type Scope } from './rights.ts'
import {
  type Action,
  actions,
  type CustomRole,
  type GrantedRole,
  isAdministratorRole,
  reachOf,
} from './roles.ts'

/** How far the actions of a custom role reach: the whole account, or the virtual accounts it is held in. */
export type RoleReach = CustomRole['reach']

/** What every custom role contains, asked for or not. */
export const basicActions = ['see-account', 'see-virtual-accounts'] as const satisfies readonly Action[]

// What only the built-in administrator does, or somebody of the installation.
const neverOwn: readonly Action[] = ['change-administrators']

/** What an action is of no use without: who decides gives access, and who changes people has to see them. */
const needs: Partial<Record<Action, readonly Action[]>> = {
  'change-people': ['see-people'],
  'change-groups': ['see-people'],
  'decide-requests': ['see-requests', 'change-people'],
  'delegate-decisions': ['decide-requests'],
  'change-rules': ['see-requests'],
  'export-event-log': ['see-event-log'],
}

/**
 * The actions that a custom role of this reach may contain, in the order of the matrix: what the built-in
 * administrator of the same scope may do, but never the granting of administrators.
 */
export function customActions(reach: RoleReach): readonly Action[] {
  const builtIn = reach === 'ACCOUNT' ? 'SA' : 'VA'
  return actions.filter((action) => reachOf(builtIn, action) !== 'nowhere' && !neverOwn.includes(action))
}

/** What the action is of no use without, directly or by what it needs; itself not among them. */
export function neededBy(action: Action): readonly Action[] {
  return (needs[action] ?? []).flatMap((one) => [one, ...neededBy(one)])
}

/** The wished actions with the basic ones and all that they need, each once, in the order of the matrix. */
export function completed(wished: readonly Action[]): readonly Action[] {
  const all = new Set<Action>([...basicActions, ...wished, ...wished.flatMap(neededBy)])
  return actions.filter((action) => all.has(action))
}

/** What changes between two sets of actions; for whoever reads what they are about to do. */
export function changesBetween(before: readonly Action[], after: readonly Action[]): RoleChanges {
  return {
    gained: after.filter((action) => !before.includes(action)),
    lost: before.filter((action) => !after.includes(action)),
  }
}
export type RoleChanges = { readonly gained: readonly Action[]; readonly lost: readonly Action[] }

/** Somebody who holds the role, once for each place. */
export type RoleHolder = {
  readonly personId: PersonId
  readonly virtualAccountId: VirtualAccountId | null
  readonly endsAt: Date | null
}

/** Who writes a role: what they hold, and whether they typed their password just now. */
export type RoleAuthor = {
  readonly personId: PersonId
  readonly rights: Rights
  readonly signedInLately: boolean
}

/** Why a custom role was not made, changed or retired. */
export type CustomRoleRefusal =
  | { readonly code: 'unknown-action'; readonly action: Action }
  | { readonly code: 'incomplete'; readonly missing: readonly Action[] }
  | { readonly code: 'wider-than-author'; readonly actions: readonly Action[] }
  | { readonly code: 'own-role' }
  | { readonly code: 'recent-sign-in-needed' }
  | { readonly code: 'still-held'; readonly holders: number }

type Content = Pick<CustomRole, 'reach' | 'actions'>

/** Whether somebody may make such a role: they could give it somewhere. Nobody holds it yet. */
export function makeRole(wanted: Content, by: RoleAuthor): Outcome<true, CustomRoleRefusal> {
  const problem = contentProblem(wanted) ?? authorProblem(wanted, by)
  return problem ? refuse(problem) : done(true)
}

/**
 * Whether somebody may change what a role contains. For everybody who holds it, the new role is a grant: the author
 * must be able to give it in each of their places, as long as they hold it there, and the old one, too; and nobody
 * widens what they hold themselves.
 */
export function changeRole(
  role: CustomRole,
  after: readonly Action[],
  by: RoleAuthor,
  holders: readonly RoleHolder[],
): Outcome<RoleChanges, CustomRoleRefusal> {
  const wanted = { ...role, actions: after }
  const changes = changesBetween(role.actions, after)
  const problem =
    contentProblem(wanted) ??
    authorProblem(role, by) ??
    authorProblem(wanted, by) ??
    holdersProblem({ role, wanted, isWider: changes.gained.length > 0 }, by, holders)
  return problem ? refuse(problem) : done(changes)
}

/** Whether somebody may retire a role: nobody holds it any more, and they could give it somewhere. */
export function retireRole(
  role: CustomRole,
  by: RoleAuthor,
  holders: number,
): Outcome<true, CustomRoleRefusal> {
  if (holders > 0) return refuse({ code: 'still-held', holders })
  const problem = authorProblem(role, by)
  return problem ? refuse(problem) : done(true)
}

/** The actions that somebody could put into a role of this reach; the others are shown with the reason. */
export function actionsWithin(rights: Rights, reach: RoleReach): readonly Action[] {
  return customActions(reach).filter((action) =>
    isWithinSomewhere(rights, { reach, actions: completed([action]) }),
  )
}

/** Whether somebody writes roles of this reach at all: they change people somewhere in it. */
export function mayWriteRoles(rights: Rights, reach: RoleReach): boolean {
  return isWithinSomewhere(rights, { reach, actions: completed(['change-people']) })
}

function contentProblem({ reach, actions: contained }: Content): CustomRoleRefusal | undefined {
  const allowed = customActions(reach)
  const unknown = contained.find((action) => !allowed.includes(action))
  if (unknown !== undefined) return { code: 'unknown-action', action: unknown }
  const missing = changesBetween(contained, completed(contained)).gained
  return missing.length > 0 ? { code: 'incomplete', missing } : undefined
}

function authorProblem(wanted: Content, { rights }: RoleAuthor): CustomRoleRefusal | undefined {
  if (isWithinSomewhere(rights, wanted)) return undefined
  const own = actionsWithin(rights, wanted.reach)
  return { code: 'wider-than-author', actions: wanted.actions.filter((action) => !own.includes(action)) }
}

type Written = { readonly role: CustomRole; readonly wanted: CustomRole; readonly isWider: boolean }

function holdersProblem(
  { role, wanted, isWider }: Written,
  by: RoleAuthor,
  holders: readonly RoleHolder[],
): CustomRoleRefusal | undefined {
  const isTheirs = ({ virtualAccountId, endsAt }: RoleHolder) => {
    const scope = scopeAt(virtualAccountId)
    const takes = coverage(by.rights, role, scope).covered
    return takes && (isWider ? covers(by.rights, wanted, scope, endsAt) : true)
  }
  if (!holders.every(isTheirs)) return { code: 'wider-than-author', actions: [] }
  if (isWider && holders.some(({ personId }) => personId === by.personId)) return { code: 'own-role' }
  const isPowerful = isAdministratorRole(role) || isAdministratorRole(wanted)
  return holders.length > 0 && isPowerful && !by.signedInLately
    ? { code: 'recent-sign-in-needed' }
    : undefined
}

function isWithinSomewhere(rights: Rights, { reach, actions: contained }: Content): boolean {
  const role: GrantedRole = { ...nameless, reach, actions: contained }
  if (reach === 'ACCOUNT') return coverage(rights, role, scopeAt(null)).covered
  return [...rights.places].some((id) => coverage(rights, role, scopeAt(id)).covered)
}

const nameless = { id: '' as CustomRole['id'], name: '', version: 0 }

function scopeAt(id: VirtualAccountId | null): Scope {
  return id === null ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds: [id] }
}
