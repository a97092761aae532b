import { sql } from 'kysely'
import { type AccountId, type Id, type VirtualAccountId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Conditions, OwnRole, RuleId, RuleOutcome } from './domain/rule.ts'
import { roleNamesIn } from './role-names.query.ts'
import type { RuleChange } from './rules.store.ts'

/** One version of a rule, with who made it. */
export type RuleVersion = {
  readonly id: Id<'rule-version'>
  readonly ruleId: RuleId
  readonly version: number
  readonly what: RuleChange
  readonly place: VirtualAccountId | null
  readonly position: number
  readonly conditions: Conditions
  readonly outcome: RuleOutcome
  /** The names of the account’s own roles that it names, or named before. */
  readonly ownRoles: readonly Pick<OwnRole, 'id' | 'name'>[]
  /** What the version before said; null when this is the first. */
  readonly before: { readonly conditions: Conditions; readonly outcome: RuleOutcome } | null
  readonly changedAt: Date
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  /** Nothing is left of whoever made it. */
  readonly erased: boolean
}

const versions = prepare<
  { account: string; after: string | null; places: readonly string[]; all: boolean; limit: number },
  RuleVersion
>(
  (p) => sql<RuleVersion>`
    select v.id, v.rule_id as "ruleId", v.version, v.what, v.virtual_account_id as place, v.position, v.conditions,
      v.outcome, case when o.id is not null then json_build_object('conditions', o.conditions, 'outcome', o.outcome) end
        as before, ${roleNamesIn('v', 'o')} as "ownRoles",
      v.changed_at as "changedAt", w.first_name as "firstName", w.last_name as "lastName",
      w.preferred_first_name as "preferredFirstName", w.address, w.status = 'ERASED' as erased
    from rule_versions v
    join people w on w.id = v.changed_by
    left join rule_versions o on o.account_id = v.account_id and o.rule_id = v.rule_id and o.version = v.version - 1
    where v.account_id = ${p.account}::uuid and (${p.after}::uuid is null or v.id < ${p.after}::uuid)
      and (${p.all}::boolean or v.virtual_account_id = any(${p.places}::uuid[]))
    order by v.id desc limit ${p.limit}::int`,
)

/** What was changed in an account's rules, the last first; only in these virtual accounts' rules, or in all. */
export function versionsOf(
  db: Database,
  accountId: AccountId,
  part: {
    readonly places: readonly VirtualAccountId[] | 'ALL'
    readonly after: string | null
    readonly limit: number
  },
): Promise<RuleVersion[]> {
  const all = part.places === 'ALL'
  const places = part.places === 'ALL' ? [] : part.places
  return versions(db, { account: accountId, after: part.after, places, all, limit: part.limit })
}

/** What a rule says at one of its versions. */
export type SaidRule = Pick<
  RuleVersion,
  'ruleId' | 'version' | 'place' | 'position' | 'conditions' | 'outcome' | 'ownRoles'
>

const said = prepare<{ account: string; rule: string; version: number }, SaidRule>(
  (p) => sql<SaidRule>`
    select v.rule_id as "ruleId", v.version, v.virtual_account_id as place, v.position, v.conditions, v.outcome,
      ${roleNamesIn('v')} as "ownRoles"
    from rule_versions v
    where v.account_id = ${p.account}::uuid and v.rule_id = ${p.rule}::uuid and v.version = ${p.version}::int`,
)

/** What a rule said when it decided. */
export async function ruleAt(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly ruleId: RuleId; readonly version: number },
): Promise<SaidRule | undefined> {
  const { accountId, ruleId, version } = which
  return (await said(db, { account: accountId, rule: ruleId, version }))[0]
}
