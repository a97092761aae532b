import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { Scope } from '../../accounts/domain/rights.ts'
import {
  type Action,
  type CustomRole,
  type CustomRoleId,
  type GrantedRole,
  isCustom,
  type NamedRole,
  type Role,
} from '../../accounts/domain/roles.ts'
import type { Id, PersonId, VirtualAccountId } from '../../kernel/id.ts'

export type RuleId = Id<'rule'>

/** The built-in roles that a rule can give: none of them gives power over others, nor speaks for the account. */
export const givableRoles = ['VV', 'VU', 'SV', 'SU'] as const satisfies readonly Role[]
export type GivableRole = (typeof givableRoles)[number]

/** What a role of the account’s own that a rule gives may contain: seeing and using, nothing that is done to others. */
export const givableActions = [
  'see-account',
  'see-virtual-accounts',
  'use',
  'see-people',
  'see-requests',
  'see-event-log',
  'export-event-log',
] as const satisfies readonly Action[]

/** Whether a rule can give the role. */
export function isGivable(role: GrantedRole): boolean {
  if (!isCustom(role)) return (givableRoles as readonly Role[]).includes(role)
  return role.actions.every((action) => (givableActions as readonly Action[]).includes(action))
}

/** A role of the account’s own as rules know it. */
export type OwnRole = CustomRole & {
  /** Nobody gives it any more, and no rule either. */
  readonly isRetired: boolean
  /** The last who wrote it: no rule gives it to them. */
  readonly changedBy: PersonId | null
}

/** A role of the account’s own as a rule names it, at the version that its author saw. */
export type NamedOwnRole = Exclude<NamedRole, Role>

/** A user group as a rule names it: what it was called when the rule was written. */
export type NamedGroup = { readonly id: Id<'user-group'>; readonly name: string }

/** An open user group, with the scope of what it gives: whoever administers all of that puts people in. */
export type Belonging = { readonly id: NamedGroup['id']; readonly scope: Scope }

/** An open user group that a rule can name. */
export type NameableGroup = NamedGroup & Belonging

/** Whom a rule is about. */
export type Who =
  | { readonly kind: 'ANYBODY' }
  /** A verified address in a domain that the account has proved. */
  | { readonly kind: 'INSIDE' }
  | { readonly kind: 'OUTSIDE' }
  /** A verified address in one of these domains. */
  | { readonly kind: 'DOMAINS'; readonly domains: readonly Identifier[] }
  /** In one of these user groups of the account. */
  | { readonly kind: 'GROUPS'; readonly groups: readonly NamedGroup[] }

/** Where it is asked for; of virtual accounts those below them count, too. */
export type Where =
  | { readonly kind: 'ANY' }
  | { readonly kind: 'ACCOUNT' }
  | { readonly kind: 'VIRTUAL'; readonly virtualAccountIds: readonly VirtualAccountId[] }
  | { readonly kind: 'UNSURE' }

/** For how long it is asked for, in whole days. */
export type Duration =
  | { readonly kind: 'ANY' }
  | { readonly kind: 'AT_MOST'; readonly days: number }
  | { readonly kind: 'NO_END' }

/** Which requests a rule is about; all of its conditions hold for each of them. */
export type Conditions = {
  readonly who: Who
  /** The asked role, one of the account’s own by its id; UNSURE where it is left to the administrator. None: any. */
  readonly roles: readonly (Role | CustomRoleId | 'UNSURE')[]
  readonly where: Where
  readonly duration: Duration
}

/** What becomes of a request that a rule is about. */
export type RuleOutcome =
  | {
      readonly kind: 'APPROVE'
      /** One of the account’s own is given as it is when the rule decides. */
      readonly role: GivableRole | NamedOwnRole | 'ASKED'
      readonly scope: Scope | 'ASKED'
      /** At most so many days; null: as asked, also without an end. */
      readonly days: number | null
    }
  /** In at least one language; the requester reads their own. */
  | { readonly kind: 'DECLINE'; readonly en: string; readonly fr: string }
  /** A person decides, and no further rule is asked. */
  | { readonly kind: 'REVIEW' }

/** What a rule says. */
export type Draft = { readonly conditions: Conditions; readonly outcome: RuleOutcome }

/** A rule of an account, or of one of its virtual accounts. */
export type Rule = Draft & {
  readonly id: RuleId
  /** The virtual account whose rule it is; null: the whole account's. */
  readonly place: VirtualAccountId | null
  readonly version: number
  readonly enabled: boolean
  /** The last who wrote, moved or switched it. */
  readonly changedBy: PersonId
}

/** All rules of an account, those of one list in their order, and where people decide whatever they say. */
export type RuleBook = {
  readonly version: number
  /** The last who changed anything in it; null before the first change. */
  readonly changedBy: PersonId | null
  readonly rules: readonly Rule[]
  /** The virtual accounts where only people decide; null stands for the whole account. */
  readonly manualOnly: readonly (VirtualAccountId | null)[]
}

/** The rules of an account that has never had one. */
export const emptyBook: RuleBook = { version: 0, changedBy: null, rules: [], manualOnly: [] }

/** The rules of one list, in their order. */
export function listOf(book: Pick<RuleBook, 'rules'>, place: VirtualAccountId | null): readonly Rule[] {
  return book.rules.filter((rule) => rule.place === place)
}

/** Whether the rule gives a role of the account’s own: this one, or any. */
export function givesOwn({ outcome }: Pick<Rule, 'outcome'>, id?: CustomRoleId): boolean {
  if (outcome.kind !== 'APPROVE' || typeof outcome.role === 'string') return false
  return id === undefined || outcome.role.custom === id
}

/** How many rules one list holds. */
export const mostRules = 50
/** The longest time in days that a rule speaks of. */
export const mostDays = 3650
export const mostDomains = 20
export const mostGroups = 20
