import { type RawBuilder, sql } from 'kysely'
import type { Given } from '../../accounts/domain/rights.ts'
import { codeOf, type GrantedRole, isCustom } from '../../accounts/domain/roles.ts'
import type { AccountId, DecisionId, PersonId, RequestId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Placeholders, prepare, type Tx } from '../../platform/db/index.ts'
import type { RuleId } from '../../rules/domain/rule.ts'
import { stoppingClocks } from '../clocks.store.ts'
import type { DeclineCode } from '../domain/request.ts'

/** A decision as it is written. */
export type NewDecision = {
  readonly id: DecisionId
  readonly accountId: AccountId
  readonly requestId: RequestId
  /** Who decides; null: a rule does. */
  readonly by: PersonId | null
  readonly rule?: { readonly id: RuleId; readonly version: number }
  /** Those who are away and for whom they decide. */
  readonly standsInFor: readonly PersonId[]
  readonly version: number
  readonly given: Given | null
  readonly code: DeclineCode | null
  readonly note: string
  readonly privateNote: string
  /** Until when the person is blocked; null without `until` is for ever. */
  readonly block: { readonly until: Date | null } | null
}

type DecisionRow = {
  id: string
  account: string
  request: string
  by: string | null
  rule: string | null
  ruleVersion: number | null
  absent: readonly string[]
  verdict: 'APPROVE' | 'DECLINE'
  final: boolean
  version: number
  role: string | null
  customRole: string | null
  customRoleVersion: number | null
  scope: string | null
  virtualAccounts: readonly string[]
  endsAt: Date | null
  code: string | null
  note: string
  privateNote: string
  blocked: boolean
  blockUntil: Date | null
}

const inserting = (p: Placeholders<DecisionRow>) => sql`
    insert into decisions (account_id, id, request_id, decided_by, rule_id, rule_version, for_ids, verdict, final,
      request_version, role, custom_role_id, custom_role_version, scope, virtual_account_ids, ends_at, code, note, private_note, block_until, decided_at)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.request}::uuid, ${p.by}::uuid, ${p.rule}::uuid, ${p.ruleVersion}::int,
      ${p.absent}::uuid[], ${p.verdict}, ${p.final},
      ${p.version}::int, ${p.role}, ${p.customRole}::uuid, ${p.customRoleVersion}::int, ${p.scope}, ${p.virtualAccounts}::uuid[], ${p.endsAt}::timestamptz, ${p.code},
      ${p.note}, ${p.privateNote},
      case when ${p.blocked}::boolean then coalesce(${p.blockUntil}::timestamptz, 'infinity') end, app_now())`

// Who decides for a part of the account blocks for what was asked of it, and no more.
const blockedParts = (by: RawBuilder<unknown>) => sql`
  case when not exists (
      select from grants g
      where g.account_id = r.account_id and g.person_id = ${by}::uuid and g.role = 'SA' and ${grantIsActive}
    ) then nullif(r.ask_virtual_account_ids, '{}') end`

const insertHalf = prepare<DecisionRow, { id: string }>(
  (p) => sql<{ id: string }>`${inserting(p)} on conflict do nothing returning id`,
)
const blocking = (p: Placeholders<DecisionRow>) => sql`, blocked as (
      insert into blocks (account_id, id, person_id, request_id, decision_id, blocked_by, blocked_at, blocked_until,
        virtual_account_ids)
      select r.account_id, ${p.id}::uuid, r.beneficiary_id, r.id, ${p.id}::uuid, ${p.by}::uuid, app_now(),
        coalesce(${p.blockUntil}::timestamptz, 'infinity'), ${blockedParts(p.by)}
      from access_requests r
      where r.account_id = ${p.account}::uuid and r.id = ${p.request}::uuid
    )`
// PostgreSQL sets up all parts of a statement each time, so the seldom one is left out where nobody is blocked.
const insertingFinal = (alsoBlocking: boolean) =>
  prepare<DecisionRow & { status: string }, { version: number }>(
    (p) => sql<{ version: number }>`
      with decided as (${inserting(p)})${alsoBlocking ? blocking(p) : sql``},
      stopped as (${stoppingClocks(p.account, p.request)}), settled as (
        update access_requests set status = ${p.status}, version = version + 1, status_changes = status_changes + 1,
          settled_at = app_now(), next_step = null, next_step_at = null
        where account_id = ${p.account}::uuid and id = ${p.request}::uuid
          and status in ('PENDING', 'INFO_REQUESTED') and version = ${p.version}::int
        returning version
      )
      select version from settled`,
  )
const insertFinal = insertingFinal(false)
const insertFinalAndBlock = insertingFinal(true)

/** Writes the first of two approvals; false when this person has given it before. */
export async function insertFirstApproval(tx: Tx, decision: NewDecision): Promise<boolean> {
  return (await insertHalf(tx, rowOf(decision, false))).length === 1
}

/** Writes the decision that settles a request, and settles it; gives its new version, undefined when it moved on. */
export async function insertDecision(tx: Tx, decision: NewDecision): Promise<number | undefined> {
  const status = decision.given ? 'APPROVED' : 'DECLINED'
  const insert = decision.block ? insertFinalAndBlock : insertFinal
  const [settled] = await insert(tx, { ...rowOf(decision, true), status })
  return settled?.version
}

function rowOf(decision: NewDecision, final: boolean): DecisionRow {
  const { block } = decision
  return {
    id: decision.id,
    account: decision.accountId,
    request: decision.requestId,
    by: decision.by,
    rule: decision.rule?.id ?? null,
    ruleVersion: decision.rule?.version ?? null,
    absent: decision.standsInFor,
    final,
    version: decision.version,
    ...columnsOf(decision.given),
    code: decision.code,
    note: decision.note,
    privateNote: decision.privateNote,
    blocked: block !== null,
    blockUntil: block?.until ?? null,
  }
}

const noRole = { role: null, customRole: null, customRoleVersion: null }

function columnsOfRole(role: GrantedRole) {
  const custom = isCustom(role) ? { customRole: role.id, customRoleVersion: role.version } : undefined
  return { ...noRole, role: codeOf(role), ...custom }
}

function columnsOf(given: Given | null) {
  if (given === null) {
    return { verdict: 'DECLINE' as const, ...noRole, scope: null, virtualAccounts: [], endsAt: null }
  }
  const { role, scope, endsAt } = given
  const virtualAccounts = scope.kind === 'VIRTUAL' ? [...new Set(scope.virtualAccountIds)] : []
  return { verdict: 'APPROVE' as const, ...columnsOfRole(role), scope: scope.kind, virtualAccounts, endsAt }
}
