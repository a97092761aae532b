import type { RoleHolder } from '../../accounts/domain/custom-role.ts'
import { seatsOf, type Tree } from '../../accounts/domain/rights.ts'
import type { CustomRole } from '../../accounts/domain/roles.ts'
import type { PersonId } from '../../kernel/id.ts'
import { scopeGiven } from '../../rules/domain/reading.ts'
import type { Rule, RuleOutcome } from '../../rules/domain/rule.ts'

/** A rule, on or off, that gives a role of the account's own. */
export type GivingRule = Pick<Rule, 'id' | 'place'> & {
  readonly outcome: Extract<RuleOutcome, { kind: 'APPROVE' }>
}

const nobody = '' as PersonId

/** Where rules give a role, as if somebody held it there without an end: who widens it gives it to them. */
export function placesGiven(
  role: CustomRole,
  rules: readonly GivingRule[],
  tree: Tree,
): readonly RoleHolder[] {
  const open = new Set(tree.virtualAccounts.map(({ id }) => id))
  const places = rules
    .flatMap(({ place, outcome }) => seatsOf(scopeGiven({ role, scope: outcome.scope, place }, tree)))
    // In a virtual account that is closed a rule gives nothing.
    .filter((id) => id === null || open.has(id))
  return [...new Set(places)].map((virtualAccountId) => ({
    personId: nobody,
    virtualAccountId,
    endsAt: null,
  }))
}
