import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { looksAlike } from '../../people/domain/look-alike.ts'
import { may, type Rights, withChildren } from './rights.ts'
import { type Action, actions, type GrantedRole, isCustom, keyOf, reachOf, roles } from './roles.ts'
import type { NamedTree, NamedVirtualAccount } from './tree.ts'

/** How many virtual accounts an account may have that are open. */
export const mostVirtualAccounts = 5_000
/** How many stand above each other at most. */
export const mostLevels = 20

/** Why a virtual account cannot be made, or not be put there. */
export type PlacingRefusal =
  | { readonly code: 'unknown-parent' }
  | { readonly code: 'name-taken' }
  | { readonly code: 'too-many'; readonly max: number }
  | { readonly code: 'too-deep'; readonly max: number }

/** Whether somebody may change what stands directly below a virtual account, or at the top of the account. */
export function mayArrangeBelow(rights: Rights, parentId: VirtualAccountId | null): boolean {
  return parentId === null
    ? may(rights, 'create-virtual-account', { kind: 'ACCOUNT' })
    : may(rights, 'change-virtual-account', { kind: 'VIRTUAL', virtualAccountIds: [parentId] })
}

/** Whether somebody may rename and restrict it. */
export function mayChangeIt(rights: Rights, id: VirtualAccountId): boolean {
  return may(rights, 'change-virtual-account', { kind: 'VIRTUAL', virtualAccountIds: [id] })
}

/** What somebody may do with a virtual account; DEFAULT stays as it is. */
export type Possible = Record<'add' | 'rename' | 'restrict' | 'move' | 'close', boolean>

/** What somebody may do with a virtual account. */
export function possibleWith(
  rights: Rights,
  one: Pick<NamedVirtualAccount, 'id' | 'parentId' | 'isDefault'>,
): Possible {
  const add = mayArrangeBelow(rights, one.id)
  const change = !one.isDefault && mayChangeIt(rights, one.id)
  const arrange = !one.isDefault && mayArrangeBelow(rights, one.parentId)
  return { add, rename: change, restrict: change, move: arrange && change, close: arrange && change }
}

/** The virtual account of this id. */
export function placeIn(tree: NamedTree, id: VirtualAccountId): NamedVirtualAccount | undefined {
  return tree.virtualAccounts.find((one) => one.id === id)
}

/** Those directly below it, or at the top, in order. */
export function childrenIn(tree: NamedTree, parentId: VirtualAccountId | null): NamedVirtualAccount[] {
  return tree.virtualAccounts.filter((one) => one.parentId === parentId)
}

/** Whether one of that name can stand there; `except` is itself, when it is there already. */
export function placing(
  tree: NamedTree,
  { name, parentId, except }: { name: string; parentId: VirtualAccountId | null; except?: VirtualAccountId },
): Outcome<NamedVirtualAccount | null, PlacingRefusal> {
  const parent = parentId === null ? null : placeIn(tree, parentId)
  if (parent === undefined) return refuse({ code: 'unknown-parent' })
  if (isTaken(tree, { name, parent, except })) return refuse({ code: 'name-taken' })
  if (except === undefined && tree.virtualAccounts.length >= mostVirtualAccounts)
    return refuse({ code: 'too-many', max: mostVirtualAccounts })
  const height = except === undefined ? 1 : heightOf(tree, except)
  if ((parent?.path.length ?? 0) + height > mostLevels) return refuse({ code: 'too-deep', max: mostLevels })
  return done(parent)
}

type Naming = {
  readonly name: string
  readonly parent: NamedVirtualAccount | null
  readonly except: VirtualAccountId | undefined
}

function isTaken(tree: NamedTree, naming: Naming): boolean {
  const { name, parent, except } = naming
  const beside = childrenIn(tree, parent?.id ?? null).filter(({ id }) => id !== except)
  if (beside.some((one) => one.name.toLowerCase() === name.toLowerCase())) return true
  const slashed = name.includes('/') || tree.virtualAccounts.some((one) => one.name.includes('/'))
  return slashed && readsAsAnother(tree, naming)
}

// “Paris / Lab” at the top would read as the Lab below Paris wherever names are written from the top.
function readsAsAnother(tree: NamedTree, { name, parent, except }: Naming): boolean {
  const names = new Map(tree.virtualAccounts.map((one) => [one.id, one.name]))
  const written = (path: readonly VirtualAccountId[], last: string) =>
    [...path.map((id) => names.get(id) ?? ''), last]
      .join('/')
      .split('/')
      .map((part) => part.trim().toLowerCase())
      .join('/')
  const wanted = written(parent?.path ?? [], name)
  return tree.virtualAccounts.some(
    (one) => one.id !== except && written(one.path.slice(0, -1), one.name) === wanted,
  )
}

function heightOf(tree: NamedTree, id: VirtualAccountId): number {
  const level = placeIn(tree, id)?.path.length ?? 1
  const below = tree.virtualAccounts.filter(({ path }) => path.includes(id)).map(({ path }) => path.length)
  return Math.max(level, ...below) - level + 1
}

/** The one beside it whose name a reader could take for this one. */
export function lookAlikeBeside(
  tree: NamedTree,
  { name, parentId, except }: { name: string; parentId: VirtualAccountId | null; except?: VirtualAccountId },
): NamedVirtualAccount | undefined {
  return childrenIn(tree, parentId).find((one) => one.id !== except && looksAlike(one.name, name))
}

/** Where it could stand: not below itself, nor where it is. */
export function mayStandBelow(
  tree: NamedTree,
  one: NamedVirtualAccount,
  parentId: VirtualAccountId | null,
): boolean {
  return parentId !== one.parentId && (parentId === null || !withChildren(one.id, tree).has(parentId))
}

/** A grant as far as it tells what somebody holds in a virtual account. */
export type HeldAt = {
  readonly personId: PersonId
  readonly role: GrantedRole
  /** Null for the whole account. */
  readonly virtualAccountId: VirtualAccountId | null
}

/** What a move changes for one person in the virtual account that is moved, and in all below it. */
export type ChangedRights = {
  readonly personId: PersonId
  readonly gained: readonly GrantedRole[]
  readonly lost: readonly GrantedRole[]
}

/** The way to a virtual account before a move, and after it; both end with itself. */
export type Ways = {
  readonly before: readonly VirtualAccountId[]
  readonly after: readonly VirtualAccountId[]
}

/**
 * Who gains or loses a right when a virtual account moves, by what they may do there before and after; whoever may do
 * the same by another role is left out. Pass every grant in force of everybody who holds something on either way.
 */
export function changedByMove(grants: readonly HeldAt[], { before, after }: Ways): ChangedRights[] {
  return [...Map.groupBy(grants, ({ personId }) => personId)]
    .map(([personId, held]) => ({ personId, ...difference(rolesOn(held, before), rolesOn(held, after)) }))
    .filter(({ gained, lost }) => gained.length > 0 || lost.length > 0)
}

type Carried = ReadonlyMap<string, GrantedRole>

function rolesOn(held: readonly HeldAt[], way: readonly VirtualAccountId[]): Carried {
  const there = held.filter(({ virtualAccountId: at }) => at === null || way.includes(at))
  return new Map(there.map(({ role }) => [keyOf(role), role]))
}

function difference(before: Carried, after: Carried) {
  const [could, can] = [actionsOn(before.values()), actionsOn(after.values())]
  const adds = (role: GrantedRole, known: ReadonlySet<Action>) =>
    [...actionsOn([role])].some((one) => !known.has(one))
  return {
    gained: sorted(after).filter((role) => !before.has(keyOf(role)) && adds(role, could)),
    lost: sorted(before).filter((role) => !after.has(keyOf(role)) && adds(role, can)),
  }
}

// Built-in roles in their order, then the account's own by name.
function sorted(carried: Carried): GrantedRole[] {
  const own = [...carried.values()].filter(isCustom)
  return [
    ...roles.filter((role) => carried.has(role)),
    ...own.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  ]
}

function actionsOn(held: Iterable<GrantedRole>): ReadonlySet<Action> {
  const all = [...held]
  return new Set(actions.filter((action) => all.some((role) => reachOf(role, action) !== 'nowhere')))
}

/** An open request that names virtual accounts. */
export type AskedPlaces = { readonly id: string; readonly virtualAccountIds: readonly VirtualAccountId[] }

/** Whether other administrators of virtual accounts decide a request after a move; account administrators always may. */
export function decidersChange(
  request: AskedPlaces,
  grants: readonly HeldAt[],
  wayTo: {
    before(id: VirtualAccountId): readonly VirtualAccountId[]
    after(id: VirtualAccountId): readonly VirtualAccountId[]
  },
): boolean {
  const deciders = (way: (id: VirtualAccountId) => readonly VirtualAccountId[]) => {
    const administrating = grants.filter(({ role }) => role === 'VA')
    const people = new Set(administrating.map(({ personId }) => personId))
    const covers = (person: PersonId) =>
      request.virtualAccountIds.every((id) =>
        administrating.some(
          ({ personId, virtualAccountId: at }) => personId === person && at !== null && way(id).includes(at),
        ),
      )
    return [...people].filter(covers).sort().join()
  }
  return deciders(wayTo.before) !== deciders(wayTo.after)
}
