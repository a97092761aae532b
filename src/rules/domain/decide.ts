import { isOfTheHouse } from '../../accounts/domain/account.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import {
  covers,
  fits,
  type Given,
  holds,
  type Rights,
  rightsGiven,
  type Scope,
  type Tree,
  withChildren,
} from '../../accounts/domain/rights.ts'
import { type GrantedRole, isCustom, keyOf } from '../../accounts/domain/roles.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import {
  type Belonging,
  type Conditions,
  isGivable,
  type OwnRole,
  type Rule,
  type RuleBook,
  type RuleOutcome,
} from './rule.ts'

/** What somebody asks for, as rules see it. */
export type Asked = {
  readonly scope: Scope | { readonly kind: 'UNSURE' }
  readonly role: GrantedRole | null
  readonly endsAt: Date | null
}

/** Everything a rule may know of a request. */
export type Facts = {
  readonly now: Date
  readonly tree: Tree
  readonly account: { readonly verifiedDomains: readonly Identifier[] }
  readonly ask: Asked
  /** The domains of the beneficiary's verified addresses. */
  readonly verifiedDomains: readonly Identifier[]
  /** The user groups that the beneficiary is in. */
  readonly groups: readonly Belonging[]
  /** Requester and beneficiary, in every identity. */
  readonly people: readonly PersonId[]
  /** What the beneficiary holds; null where that is not known any more. */
  readonly held: Rights | null
  /** How many people could decide it: a rule acts in the place of somebody. */
  readonly deciders: number
  /** The roles of the account’s own. */
  readonly ownRoles: readonly OwnRole[]
  /** What those who decide in the account hold, without these people; only a rule that gives an own role asks. */
  readonly givers: readonly Rights[]
}

/** Why a request is left to people. */
export type LeftBecause =
  | 'NO_RULE'
  | 'REVIEW'
  | 'MANUAL_ONLY'
  | 'OWN_RULE'
  | 'UNPROVEN'
  | 'ADMINISTRATOR_ROLE'
  | 'OWN_ROLE'
  | 'ROLE_GONE'
  | 'NOT_CLEAR'
  | 'MORE_THAN_ASKED'
  | 'ALREADY_HELD'
  | 'NOBODY_BEHIND'

/** What the rules make of a request. */
export type Verdict =
  | { readonly kind: 'LEFT'; readonly because: LeftBecause; readonly rule: Rule | null }
  | { readonly kind: 'APPROVE'; readonly rule: Rule; readonly given: Given }
  | { readonly kind: 'DECLINE'; readonly rule: Rule; readonly en: string; readonly fr: string }

/**
 * What the account's rules make of a request: the first rule that it meets decides. Where that rule may not, a person
 * does, and no further rule is asked.
 */
export function decideByRules(book: RuleBook, facts: Facts): Verdict {
  const rule = rulesFor(book, facts.ask, facts.tree).find((one) => meets(one.conditions, facts))
  if (!rule) return { kind: 'LEFT', because: 'NO_RULE', rule: null }
  const left = (because: LeftBecause): Verdict => ({ kind: 'LEFT', because, rule })
  const { outcome } = rule
  if (outcome.kind === 'REVIEW') return left('REVIEW')
  if (isManualOnly(book, facts.ask.scope, facts.tree)) return left('MANUAL_ONLY')
  if (isOwn(book, rule, facts.people)) return left('OWN_RULE')
  if (outcome.kind === 'DECLINE') return { kind: 'DECLINE', rule, en: outcome.en, fr: outcome.fr }
  const given = givenBy(outcome, facts)
  if (typeof given === 'string') return left(given)
  const problem = givingProblem(book, rule, given, facts)
  return problem ? left(problem) : { kind: 'APPROVE', rule, given }
}

/**
 * The rules that are asked about what is asked, in their order: the account's, then those of virtual accounts that hold
 * the whole asked scope, from the topmost to the one furthest down.
 */
export function rulesFor(book: Pick<RuleBook, 'rules'>, ask: Asked, tree: Tree): readonly Rule[] {
  const on = book.rules.filter(({ enabled }) => enabled)
  const places = new Set(on.flatMap(({ place }) => (place === null ? [] : [place])))
  const around = [...places].filter((place) => isInside(ask.scope, place, tree))
  const ordered = around.toSorted((one, other) => depthOf(one, tree) - depthOf(other, tree))
  return [null, ...ordered].flatMap((place) => on.filter((rule) => rule.place === place))
}

/** Whether all of a scope lies in a virtual account or below it. */
export function isInside(scope: Asked['scope'], place: VirtualAccountId, tree: Tree): boolean {
  if (scope.kind !== 'VIRTUAL' || scope.virtualAccountIds.length === 0) return false
  const within = withChildren(place, tree)
  return scope.virtualAccountIds.every((id) => within.has(id))
}

/** Whether people decide about this scope whatever the rules say: it reaches into what is locked. */
export function isManualOnly(
  { manualOnly }: Pick<RuleBook, 'manualOnly'>,
  scope: Asked['scope'],
  tree: Tree,
): boolean {
  if (manualOnly.length === 0) return false
  if (scope.kind !== 'VIRTUAL' || manualOnly.includes(null)) return true
  const asked = reachOf(scope.virtualAccountIds, tree)
  return manualOnly.some(
    (id) => id !== null && (asked.has(id) || [...withChildren(id, tree)].some((below) => asked.has(below))),
  )
}

/** Whether a request meets all conditions of a rule. */
export function meets({ who, roles, where, duration }: Conditions, facts: Facts): boolean {
  const { ask } = facts
  return (
    isAbout(who, facts) &&
    (roles.length === 0 || isAskedAs(roles, ask.role)) &&
    isAskedWhere(where, ask.scope, facts.tree) &&
    isAskedFor(duration, ask.endsAt, facts.now)
  )
}

function isAskedAs(roles: Conditions['roles'], role: Asked['role']): boolean {
  const key: string = role === null ? 'UNSURE' : keyOf(role)
  return roles.some((one) => one === key)
}

function isAbout(who: Conditions['who'], { account, verifiedDomains, groups }: Facts): boolean {
  if (who.kind === 'ANYBODY') return true
  if (who.kind === 'GROUPS') return who.groups.some(({ id }) => groups.some((one) => one.id === id))
  if (who.kind === 'DOMAINS') return verifiedDomains.some((domain) => who.domains.includes(domain))
  return isOfTheHouse(account, { verifiedDomains }) === (who.kind === 'INSIDE')
}

function isAskedWhere(where: Conditions['where'], scope: Asked['scope'], tree: Tree): boolean {
  if (where.kind === 'ANY') return true
  if (where.kind !== 'VIRTUAL') return where.kind === scope.kind
  if (scope.kind !== 'VIRTUAL' || scope.virtualAccountIds.length === 0) return false
  const within = reachOf(where.virtualAccountIds, tree)
  return scope.virtualAccountIds.every((id) => within.has(id))
}

function isAskedFor(duration: Conditions['duration'], endsAt: Date | null, now: Date): boolean {
  if (duration.kind === 'ANY') return true
  if (duration.kind === 'NO_END') return endsAt === null
  return endsAt !== null && isWithin(endsAt, duration.days, now)
}

// An end is chosen as a day and lasts to its evening, so that the last day counts whole.
function isWithin(endsAt: Date, days: number, now: Date): boolean {
  return endsAt <= daysAfter(now, days + 1)
}

// Who changed anything last may have arranged the rules for themselves: by an order, or by what they took away.
function isOwn(book: RuleBook, rule: Rule, people: readonly PersonId[]): boolean {
  return people.some((id) => id === rule.changedBy || id === book.changedBy)
}

type Approval = Extract<RuleOutcome, { kind: 'APPROVE' }>

function givenBy({ role, scope, days }: Approval, facts: Facts): Given | LeftBecause {
  const { ask, now, tree } = facts
  const found = roleBy(role, facts)
  if ('left' in found) return found.left
  const given = found.role
  const where = scope === 'ASKED' ? ask.scope : scope
  if (given === null || where.kind === 'UNSURE') return 'NOT_CLEAR'
  if (!isGivable(given)) return 'ADMINISTRATOR_ROLE'
  if (!fits(given, where) || !isKnown(where, tree)) return 'NOT_CLEAR'
  return { role: given, scope: where, endsAt: endBy(days, ask.endsAt, now) }
}

type RoleBy = { readonly role: GrantedRole | null } | { readonly left: LeftBecause }

// What is given “as asked” is a built-in role: whoever wrote the rule has seen no other.
function roleBy(role: Approval['role'], { ask, ownRoles }: Facts): RoleBy {
  if (role === 'ASKED')
    return ask.role !== null && isCustom(ask.role) ? { left: 'OWN_ROLE' } : { role: ask.role }
  if (typeof role === 'string') return { role }
  const own = ownRoles.find(({ id, isRetired }) => id === role.custom && !isRetired)
  return own ? { role: own } : { left: 'ROLE_GONE' }
}

function endBy(days: number | null, endsAt: Date | null, now: Date): Date | null {
  if (days === null || (endsAt !== null && isWithin(endsAt, days, now))) return endsAt
  return daysAfter(now, days)
}

function givingProblem(book: RuleBook, rule: Rule, given: Given, facts: Facts): LeftBecause | undefined {
  const { tree, held, ask } = facts
  if (!isProven(rule, facts)) return 'UNPROVEN'
  if (rule.place !== null && !isInside(given.scope, rule.place, tree)) return 'NOT_CLEAR'
  if (isManualOnly(book, given.scope, tree)) return 'MANUAL_ONLY'
  if (isMore(given, ask, tree)) return 'MORE_THAN_ASKED'
  if (held && holds(held, given.role, given.scope, given.endsAt)) return 'ALREADY_HELD'
  return standingProblem(given, facts)
}

// Of an own role the one who acts behind the rule must be able to give it now, as it is; and who wrote the role last
// has written what the rule gives.
function standingProblem({ role, scope, endsAt }: Given, facts: Facts): LeftBecause | undefined {
  if (facts.deciders === 0) return 'NOBODY_BEHIND'
  if (!isCustom(role)) return undefined
  const author = facts.ownRoles.find(({ id }) => id === role.id)?.changedBy
  if (facts.people.some((id) => id === author)) return 'OWN_RULE'
  return facts.givers.some((rights) => covers(rights, role, scope, endsAt)) ? undefined : 'NOBODY_BEHIND'
}

// The proof is looked at now: a domain that the account no longer has proves nothing.
function isProven({ conditions: { who }, place }: Rule, facts: Facts): boolean {
  const { account, verifiedDomains, groups, tree } = facts
  if (who.kind === 'ANYBODY' || who.kind === 'OUTSIDE') return false
  if (who.kind === 'GROUPS') {
    const named = groups.filter(({ id }) => who.groups.some((one) => one.id === id))
    if (!named.some(({ scope }) => isKeptFor(place, scope, tree))) return false
  }
  const counted = who.kind === 'DOMAINS' ? who.domains : account.verifiedDomains
  return verifiedDomains.some(
    (domain) => counted.includes(domain) && account.verifiedDomains.includes(domain),
  )
}

/**
 * Whether only people who administer all of a rule's place put others into a group of this scope: else whoever keeps a
 * small group would open what they could not give.
 */
export function isKeptFor(place: VirtualAccountId | null, scope: Scope, tree: Tree): boolean {
  if (scope.kind === 'ACCOUNT') return true
  return place !== null && reachOf(scope.virtualAccountIds, tree).has(place)
}

function isMore(given: Given, ask: Asked, tree: Tree): boolean {
  const role = ask.role ?? given.role
  const scope = ask.scope.kind === 'UNSURE' ? given.scope : ask.scope
  if (!fits(role, scope)) return true
  return !holds(rightsGiven({ role, scope, endsAt: ask.endsAt }, tree), given.role, given.scope, given.endsAt)
}

function isKnown(scope: Scope, tree: Tree): boolean {
  if (scope.kind === 'ACCOUNT') return true
  const ids = new Set(tree.virtualAccounts.map(({ id }) => id))
  return scope.virtualAccountIds.length > 0 && scope.virtualAccountIds.every((id) => ids.has(id))
}

function reachOf(ids: readonly VirtualAccountId[], tree: Tree): ReadonlySet<VirtualAccountId> {
  return new Set(ids.flatMap((id) => [...withChildren(id, tree)]))
}

function depthOf(id: VirtualAccountId, tree: Tree): number {
  const parents = new Map(tree.virtualAccounts.map((one) => [one.id, one.parentId]))
  let depth = 0
  for (let at = parents.get(id); at && depth < parents.size; at = parents.get(at)) depth++
  return depth
}
