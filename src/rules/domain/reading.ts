import type { Identifier } from '../../accounts/domain/identifier.ts'
import {
  covers,
  fits,
  may,
  type Rights,
  type Scope,
  type Tree,
  withChildren,
} from '../../accounts/domain/rights.ts'
import { type GrantedRole, isCustom, isVirtualRole, roles as builtIn } from '../../accounts/domain/roles.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readWritten } from '../../kernel/written.ts'
import { isKeptFor } from './decide.ts'
import {
  type Conditions,
  type Draft,
  isGivable,
  mostDays,
  mostDomains,
  mostGroups,
  type NameableGroup,
  type OwnRole,
  type RuleOutcome,
  type Where,
  type Who,
} from './rule.ts'

/** What must be known to judge what somebody wrote as a rule. */
export type Setting = {
  readonly tree: Tree
  readonly account: { readonly verifiedDomains: readonly Identifier[] }
  /** The virtual account whose rule it is; null: the whole account's. */
  readonly place: VirtualAccountId | null
  /** The open user groups that the rule names. */
  readonly groups: readonly NameableGroup[]
  /** The roles of the account’s own. */
  readonly ownRoles: readonly OwnRole[]
  /** What its author holds. */
  readonly rights: Rights
}

/** What is wrong with a rule, by the part that it is wrong in. */
export type DraftProblems = {
  readonly domains?: 'none' | 'many' | 'unproven' | 'nothing-proven'
  readonly groups?: 'none' | 'many' | 'gone' | 'narrow' | 'nothing-proven'
  readonly who?: 'unproven'
  readonly where?: 'none' | 'outside'
  readonly days?: 'range'
  readonly roles?: 'gone'
  readonly role?: 'scope' | 'gone' | 'changed' | 'power' | 'wider'
  readonly give?: 'none' | 'outside'
  readonly giveDays?: 'range'
  readonly text?: 'none' | 'length'
  readonly outcome?: 'authority-ends'
}

/** Whether somebody may change the rules of the account, or of one of its virtual accounts. */
export function mayChangeRules(rights: Rights, place: VirtualAccountId | null): boolean {
  return may(rights, 'change-rules', scopeOf(place))
}

/**
 * A rule as it is kept, in what was written. Nobody lets a rule give what they could not give themselves without an end,
 * and only a proof lets it approve.
 */
export function readDraft(draft: Draft, setting: Setting): Outcome<Draft, DraftProblems> {
  const { conditions, outcome } = draft
  const problems = {
    ...whoProblems(conditions.who, outcome, setting),
    ...askedProblem(conditions.roles, setting),
    ...whereProblems(conditions.where, setting),
    ...daysProblem('days', conditions.duration.kind === 'AT_MOST' ? conditions.duration.days : null),
    ...outcomeProblems(outcome, setting),
  }
  if (Object.keys(problems).length > 0) return refuse(problems)
  const called = { ...conditions, who: named(conditions.who, setting) }
  return done({ conditions: called, outcome: outcome.kind === 'DECLINE' ? cleaned(outcome) : outcome })
}

// What is kept is what the groups are called now, whatever was sent.
function named(who: Who, { groups }: Setting): Who {
  if (who.kind !== 'GROUPS') return who
  const found = groups.filter(({ id }) => who.groups.some((one) => one.id === id))
  return { kind: 'GROUPS', groups: found.map(({ id, name }) => ({ id, name })) }
}

function whoProblems(who: Who, { kind }: RuleOutcome, setting: Setting): DraftProblems {
  const { account } = setting
  const approves = kind === 'APPROVE'
  if (who.kind === 'GROUPS') return groupsProblem(who.groups, approves, setting)
  if (who.kind !== 'DOMAINS') {
    if (!approves) return {}
    if (who.kind !== 'INSIDE') return { who: 'unproven' }
    return account.verifiedDomains.length === 0 ? { domains: 'nothing-proven' } : {}
  }
  if (who.domains.length === 0) return { domains: 'none' }
  if (who.domains.length > mostDomains) return { domains: 'many' }
  const proven = who.domains.every((domain) => account.verifiedDomains.includes(domain))
  return approves && !proven ? { domains: 'unproven' } : {}
}

function groupsProblem(
  asked: Extract<Who, { kind: 'GROUPS' }>['groups'],
  approves: boolean,
  { account, groups, place, tree }: Setting,
): DraftProblems {
  if (asked.length === 0) return { groups: 'none' }
  if (asked.length > mostGroups) return { groups: 'many' }
  const found = asked.map(({ id }) => groups.find((one) => one.id === id))
  if (found.includes(undefined)) return { groups: 'gone' }
  if (!approves) return {}
  if (account.verifiedDomains.length === 0) return { groups: 'nothing-proven' }
  return found.every((group) => group && isKeptFor(place, group.scope, tree)) ? {} : { groups: 'narrow' }
}

function askedProblem(asked: Conditions['roles'], { ownRoles }: Setting): DraftProblems {
  const known = new Set<string>(['UNSURE', ...builtIn, ...inUse(ownRoles).map(({ id }) => id)])
  return asked.every((role) => known.has(role)) ? {} : { roles: 'gone' }
}

function inUse(ownRoles: readonly OwnRole[]): readonly OwnRole[] {
  return ownRoles.filter(({ isRetired }) => !isRetired)
}

function whereProblems(where: Where, setting: Setting): DraftProblems {
  if (where.kind === 'VIRTUAL') {
    if (where.virtualAccountIds.length === 0) return { where: 'none' }
    return areInside(where.virtualAccountIds, setting) ? {} : { where: 'outside' }
  }
  return setting.place !== null && where.kind !== 'ANY' ? { where: 'outside' } : {}
}

function outcomeProblems(outcome: RuleOutcome, setting: Setting): DraftProblems {
  if (outcome.kind === 'REVIEW') return {}
  if (outcome.kind === 'DECLINE') return textProblem(outcome)
  return {
    ...givingProblems(outcome, setting),
    ...daysProblem('giveDays', outcome.days),
    ...(hasAuthority(setting) ? {} : ({ outcome: 'authority-ends' } as const)),
  }
}

function givingProblems(outcome: Extract<RuleOutcome, { kind: 'APPROVE' }>, setting: Setting): DraftProblems {
  const found = roleIn(outcome.role, setting)
  if (typeof found === 'string') return { role: found }
  const { scope } = outcome
  const problem = scope === 'ASKED' ? undefined : givenScopeProblem(scope, setting)
  if (problem) return { give: problem }
  const { role } = found
  if (role === null) return {}
  if (!goesWith(role, scope, setting)) return { role: 'scope' }
  return isCustom(role) && !couldGive(role, scope, setting) ? { role: 'wider' } : {}
}

function goesWith(role: GrantedRole, scope: Approval['scope'], { place }: Setting): boolean {
  return scope === 'ASKED' ? place === null || isVirtualRole(role) : fits(role, scope)
}

type Approval = Extract<RuleOutcome, { kind: 'APPROVE' }>

function roleIn(
  named: Approval['role'],
  { ownRoles }: Setting,
): { readonly role: GrantedRole | null } | NonNullable<DraftProblems['role']> {
  if (named === 'ASKED') return { role: null }
  if (typeof named === 'string') return { role: named }
  const role = inUse(ownRoles).find(({ id }) => id === named.custom)
  if (!role) return 'gone'
  if (role.version !== named.version) return 'changed'
  return isGivable(role) ? { role } : 'power'
}

function couldGive(role: GrantedRole, scope: Approval['scope'], { rights, place, tree }: Setting): boolean {
  return covers(rights, role, scopeGiven({ role, scope, place }, tree), null)
}

/** The widest scope in which a rule gives a role of the account’s own; whoever writes either could give it there. */
export function scopeGiven(
  given: {
    readonly role: GrantedRole
    readonly scope: Approval['scope']
    readonly place: VirtualAccountId | null
  },
  tree: Tree,
): Scope {
  const { role, scope, place } = given
  if (scope !== 'ASKED') return scope
  if (place !== null || !isVirtualRole(role)) return scopeOf(place)
  return { kind: 'VIRTUAL', virtualAccountIds: tree.virtualAccounts.map(({ id }) => id) }
}

function givenScopeProblem(scope: Scope, setting: Setting): DraftProblems['give'] {
  if (scope.kind === 'ACCOUNT') return setting.place === null ? undefined : 'outside'
  if (scope.virtualAccountIds.length === 0) return 'none'
  return areInside(scope.virtualAccountIds, setting) ? undefined : 'outside'
}

// All that a rule can give is within these two.
function hasAuthority({ rights, place }: Setting): boolean {
  const scope = scopeOf(place)
  return covers(rights, place === null ? 'SU' : 'VU', scope, null)
}

function scopeOf(place: VirtualAccountId | null): Scope {
  return place === null ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds: [place] }
}

function areInside(ids: readonly VirtualAccountId[], { tree, place }: Setting): boolean {
  const known = place === null ? new Set(tree.virtualAccounts.map(({ id }) => id)) : withChildren(place, tree)
  return ids.every((id) => known.has(id))
}

function daysProblem(field: 'days' | 'giveDays', days: number | null): DraftProblems {
  if (days === null || (Number.isInteger(days) && days >= 1 && days <= mostDays)) return {}
  return { [field]: 'range' }
}

const bounds = { min: 10, max: 1000 }

function textProblem({ en, fr }: { readonly en: string; readonly fr: string }): DraftProblems {
  const written = [en, fr].filter((text) => text.trim() !== '')
  if (written.length === 0) return { text: 'none' }
  return written.every((text) => readWritten(text, bounds).ok) ? {} : { text: 'length' }
}

function cleaned({ en, fr }: { readonly en: string; readonly fr: string }) {
  const read = (text: string) => {
    const written = readWritten(text, bounds)
    return written.ok ? written.value : ''
  }
  return { kind: 'DECLINE', en: read(en), fr: read(fr) } as const
}
