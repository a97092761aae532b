import { sql } from 'kysely'
import type { RoleHolder } from '../accounts/domain/custom-role.ts'
import { seatsOf, type Tree } from '../accounts/domain/rights.ts'
import type { CustomRole } from '../accounts/domain/roles.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import { scopeGiven } from '../rules/domain/reading.ts'
import type { Rule, RuleOutcome } from '../rules/domain/rule.ts'
import type { WhichRole } from './custom-roles.store.ts'

/** A rule, on or off, that gives a role of the account's own. */
export type GivingRule = Pick<Rule, 'id' | 'place'> & {
  readonly outcome: Extract<RuleOutcome, { kind: 'APPROVE' }>
}

const giving = prepare<{ account: string; id: string }, GivingRule>(
  (p) => sql<GivingRule>`
    select r.id, r.virtual_account_id as place, r.outcome from rules r
    where r.account_id = ${p.account}::uuid and r.outcome -> 'role' ->> 'custom' = ${p.id}
    order by r.id`,
)

/** The rules that give a role. Hold the role itself first: then no rule begins to give it before the transaction ends. */
export function rulesGiving(db: Database | Tx, { accountId, id }: WhichRole): Promise<GivingRule[]> {
  return giving(db, { account: accountId, id })
}

const nobody = '' as PersonId

/** Where rules give a role, as if somebody held it there without an end: who widens it gives it to them. */
export function placesGiven(
  role: CustomRole,
  rules: readonly GivingRule[],
  tree: Tree,
): readonly RoleHolder[] {
  const places = rules.flatMap(({ place, outcome }) =>
    seatsOf(scopeGiven({ role, scope: outcome.scope, place }, tree)),
  )
  return [...new Set(places)].map((virtualAccountId) => ({
    personId: nobody,
    virtualAccountId,
    endsAt: null,
  }))
}
