import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import {
  type Action,
  actionsOf,
  type GrantedRole,
  isVirtualRole,
  type NamedRole,
  reachOf,
  roles,
} from './roles.ts'

/** One person holds one role at one scope of one account, possibly until a date. */
export type Grant = {
  readonly id: GrantId
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly role: GrantedRole
  /** Where a virtual role is held; null for a role in the whole account. */
  readonly virtualAccountId: VirtualAccountId | null
  readonly endsAt: Date | null
  readonly revokedAt: Date | null
  /** Since when it gives nothing until somebody keeps it; null: it is not suspended. */
  readonly suspendedAt: Date | null
}

/** One virtual account in the tree; rows with more columns fit. */
export type VirtualAccount = { readonly id: VirtualAccountId; readonly parentId: VirtualAccountId | null }

/** All virtual accounts of one account. */
export type Tree = { readonly accountId: AccountId; readonly virtualAccounts: readonly VirtualAccount[] }

/** Where something is given or done: the whole account, or every one of the named virtual accounts. */
export type Scope =
  | { readonly kind: 'ACCOUNT' }
  | { readonly kind: 'VIRTUAL'; readonly virtualAccountIds: readonly VirtualAccountId[] }

/** One point of a scope: the account as a whole, or one virtual account. */
type Place = VirtualAccountId | 'ACCOUNT'

/** A role that is to be given in a scope, possibly until a date. */
export type Given = { readonly role: GrantedRole; readonly scope: Scope; readonly endsAt: Date | null }

/** The same as somebody chose it, by the names of roles and places alone. */
export type Chosen = Omit<Given, 'role'> & { readonly role: NamedRole }

/** A grant in force, with the places it is held in: the account, or a virtual account and all below it. */
export type Right = {
  readonly role: GrantedRole
  readonly within: ReadonlySet<Place>
  readonly endsAt: Date | null
}

/** Everything somebody holds in one account at one moment; make it with `rightsOf`. */
export type Rights = {
  readonly tree: Tree
  /** The virtual accounts of the tree; nobody has a right in one that is not among them. */
  readonly places: ReadonlySet<VirtualAccountId>
  readonly held: readonly Right[]
}

/** How long somebody could give a role: until the end of their own right, null for without end; or not at all. */
export type Coverage = { readonly covered: false } | { readonly covered: true; readonly until: Date | null }

// Ends compared as numbers, so that "without end" is the greatest of them and "never held" the least.
const withoutEnd = Number.POSITIVE_INFINITY
const never = Number.NEGATIVE_INFINITY

/** Whether the grant gives anything at `now`; past its end it gives nothing from that millisecond on. */
export function isInForce(grant: Pick<Grant, 'endsAt' | 'revokedAt' | 'suspendedAt'>, now: Date): boolean {
  return grant.suspendedAt === null && !isOver(grant, now)
}

/** Whether the grant has ended for good; one that is suspended has not. */
export function isOver(grant: Pick<Grant, 'endsAt' | 'revokedAt'>, now: Date): boolean {
  // Asked this way round, an end that is no date has passed.
  return grant.revokedAt !== null || !(grant.endsAt === null || now < grant.endsAt)
}

/**
 * What one person holds in one account at `now`. Grants of another account, ended, revoked, in a virtual account that
 * is gone, or whose role does not fit their scope give nothing. Pass the grants of one person only.
 */
export function rightsOf(grants: readonly Grant[], tree: Tree, now: Date): Rights {
  const held = grants
    .filter((grant) => grant.accountId === tree.accountId && isInForce(grant, now))
    .flatMap((grant) => rightFrom(grant, tree))
  return rightsIn(tree, held)
}

/** What somebody would hold who was given the role in the scope and nothing else. */
export function rightsGiven(given: Given, tree: Tree): Rights {
  const { role, scope, endsAt } = given
  return rightsIn(
    tree,
    seatsOf(scope).flatMap((virtualAccountId) => rightFrom({ role, virtualAccountId, endsAt }, tree)),
  )
}

/** Where the grants of a scope are held, one grant each: null for the whole account, else each virtual account once. */
export function seatsOf(scope: Scope): readonly (VirtualAccountId | null)[] {
  return scope.kind === 'ACCOUNT' ? [null] : [...new Set(scope.virtualAccountIds)]
}

/** Whether the rights allow the action in the whole scope; an empty or unknown scope allows nothing. */
export function may(rights: Rights, action: Action, scope: Scope): boolean {
  return allowedUntil(rights, action, scope) > never
}

/** Whether somebody holds all that the role would give in the scope, at least until `endsAt` (null: without end). */
export function holds(rights: Rights, role: GrantedRole, scope: Scope, endsAt: Date | null): boolean {
  return heldUntil(rights, role, scope) >= (endsAt?.getTime() ?? withoutEnd)
}

/**
 * How long somebody could give the role in the scope. They need the right to change people there and every single
 * action of the role: nobody grants more than they hold. Compared by actions, never by rank.
 */
export function coverage(rights: Rights, role: GrantedRole, scope: Scope): Coverage {
  const authority = allowedUntil(rights, 'change-people', scope)
  const until = Math.min(authority, fits(role, scope) ? heldUntil(rights, role, scope) : never)
  if (until === never) return { covered: false }
  return { covered: true, until: until === withoutEnd ? null : new Date(until) }
}

/** Whether somebody could give the role in the scope until `endsAt` (null: without end). */
export function covers(rights: Rights, role: GrantedRole, scope: Scope, endsAt: Date | null): boolean {
  const found = coverage(rights, role, scope)
  return found.covered && (found.until === null || (endsAt !== null && endsAt <= found.until))
}

/** Which of these roles somebody could give in the scope, in their order; for a picker. Of all built-in ones by default. */
export function grantableRoles(
  rights: Rights,
  scope: Scope,
  among: readonly GrantedRole[] = roles,
): readonly GrantedRole[] {
  return among.filter((role) => coverage(rights, role, scope).covered)
}

/** Whether the role can be held at such a scope: a virtual role in virtual accounts, the others in the whole account. */
export function fits(role: GrantedRole, scope: Scope): boolean {
  return isVirtualRole(role) === (scope.kind === 'VIRTUAL')
}

function rightsIn(tree: Tree, held: readonly Right[]): Rights {
  return { tree, places: new Set(tree.virtualAccounts.map(({ id }) => id)), held }
}

function rightFrom(grant: Pick<Grant, 'role' | 'virtualAccountId' | 'endsAt'>, tree: Tree): Right[] {
  const { role, virtualAccountId, endsAt } = grant
  if (isVirtualRole(role) !== (virtualAccountId !== null)) return []
  if (virtualAccountId === null) return [{ role, within: new Set<Place>(['ACCOUNT']), endsAt }]
  const within = withChildren(virtualAccountId, tree)
  return within.size === 0 ? [] : [{ role, within, endsAt }]
}

/** The virtual account and all below it; empty when there is no such virtual account. */
export function withChildren(id: VirtualAccountId, tree: Tree): ReadonlySet<VirtualAccountId> {
  const found = new Set(tree.virtualAccounts.filter((one) => one.id === id).map((one) => one.id))
  let before = 0
  while (before < found.size) {
    before = found.size
    for (const one of tree.virtualAccounts) {
      if (one.parentId !== null && found.has(one.parentId)) found.add(one.id)
    }
  }
  return found
}

function heldUntil(rights: Rights, role: GrantedRole, scope: Scope): number {
  const ends = actionsOf(role).map((action) =>
    allowedUntil(rights, action, reachOf(role, action) === 'everywhere' ? { kind: 'ACCOUNT' } : scope),
  )
  return Math.min(placesOf(rights, scope).length === 0 ? never : withoutEnd, ...ends)
}

function allowedUntil(rights: Rights, action: Action, scope: Scope): number {
  const places = placesOf(rights, scope)
  if (places.length === 0) return never
  return Math.min(...places.map((place) => allowedAtUntil(rights, action, place)))
}

function allowedAtUntil(rights: Rights, action: Action, place: Place): number {
  const ends = rights.held
    .filter((right) => reaches(right, action, place))
    .map((right) => right.endsAt?.getTime() ?? withoutEnd)
  return Math.max(never, ...ends)
}

function reaches({ role, within }: Right, action: Action, place: Place): boolean {
  const reach = reachOf(role, action)
  return reach === 'everywhere' || (reach === 'own' && within.has(place))
}

// The places of a scope; none when one of them is unknown, so that nobody has a right there.
function placesOf(rights: Rights, scope: Scope): readonly Place[] {
  if (scope.kind === 'ACCOUNT') return ['ACCOUNT']
  return scope.virtualAccountIds.every((id) => rights.places.has(id)) ? scope.virtualAccountIds : []
}
