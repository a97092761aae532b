import { type RawBuilder, sql } from 'kysely'
import { type Given, rightsOf, type Tree } from '../../accounts/domain/rights.ts'
import { codeOf, type GrantedRole, isCustom } from '../../accounts/domain/roles.ts'
import { grantColumns, holdGrantsOf, type StoredGrant } from '../../accounts/index.ts'
import type { AccountId, DecisionId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { decidedRole, grantIsActive, type Viewer } from '../../people/index.ts'
import { type Database, type Placeholders, prepare, type Tx } from '../../platform/db/index.ts'
import type { RuleId } from '../../rules/domain/rule.ts'
import { stoppingClocks } from '../clocks.store.ts'
import { type Approver, type Candidate, mayDecide } from '../domain/approvers.ts'
import type { FirstApproval } from '../domain/deciding.ts'
import type { DeclineCode } from '../domain/request.ts'
import type { StoredRequest } from '../requests.row.ts'
import { approversOf, isReachable, sightOf, visibleTo } from '../requests.store.ts'

/** The part of a viewer that a decision is made by. */
export type Decider = Pick<Viewer, 'personId' | 'isSupport' | 'isOperator' | 'authenticatedAt' | 'now'>

/** Somebody as an approver, from the grants they hold. */
export function approverOf(
  decider: Pick<Decider, 'personId' | 'now'> & { readonly authenticatedAt: Date | null },
  grants: readonly StoredGrant[],
  tree: Tree,
): Approver {
  return {
    personId: decider.personId,
    countsAs: [],
    isDisabled: false,
    rights: rightsOf(grants, tree, decider.now),
    passwordTypedAt: decider.authenticatedAt,
  }
}

type Seen = { accountId: AccountId; isDelegate: boolean }
const lockSeen = prepare<{ id: string; person: string; seesAll: boolean }, Seen>(
  (p) => sql<Seen>`
    select r.account_id as "accountId", exists (
      select from delegates d where d.account_id = r.account_id and d.delegate_id = ${p.person}::uuid) as "isDelegate"
    from access_requests r
    where r.id = ${p.id}::uuid and ${visibleTo(p)} for update of r`,
)

/**
 * Locks a request that the decider may see: what is read of it from now on is as it stays, with a decision that was
 * waited for. Gives its account, and whether anybody there chose the decider as a delegate.
 */
export async function lockVisible(
  tx: Tx,
  decider: Decider,
  id: RequestId,
): Promise<{ readonly accountId: AccountId; readonly isDelegate: boolean } | undefined> {
  const [seen] = await lockSeen(tx, { id, ...sightOf(decider) })
  return seen
}

/**
 * For whom a decision of this person counts too: those who are away, could decide the request themselves, and whose
 * delegate this is. What they hold is locked, so that nobody is named whose power is being taken away at this moment.
 */
export async function holdAbsent(
  tx: Tx,
  request: StoredRequest,
  by: Approver,
  now: Date,
): Promise<PersonId[]> {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const absent: PersonId[] = []
  for (const { personId, standIn } of approvers) {
    if (standIn !== by.personId) continue
    const grants = await holdGrantsOf(tx, { accountId: request.accountId, personId })
    const holder = approverOf({ personId, now, authenticatedAt: null }, grants, by.rights.tree)
    if (mayDecide(request, holder).ok) absent.push(personId)
  }
  return absent
}

type First = {
  by: PersonId
  role: Given['role']
  scope: 'ACCOUNT' | 'VIRTUAL'
  virtualAccountIds: VirtualAccountId[]
  endsAt: Date | null
  version: number
}
type Which = { account: string; request: string }

const firstOne = prepare<Which, First>(
  (p) => sql<First>`
    select d.decided_by as by, ${decidedRole('d')} as role, d.scope, d.virtual_account_ids as "virtualAccountIds", d.ends_at as "endsAt",
      d.request_version as version
    from decisions d
    join access_requests r on r.account_id = d.account_id and r.id = d.request_id and r.version = d.request_version
    where d.account_id = ${p.account}::uuid and d.request_id = ${p.request}::uuid
      and not d.final and d.verdict = 'APPROVE'
    order by d.decided_at desc, d.id desc limit 1`,
)

/** What the first of two approvals gave, while the request is still the one it was for. */
type StandingFirst = { readonly by: PersonId; readonly given: Given; readonly version: number }

/** The first of two approvals of a request as it is now. */
async function firstApprovalOf(
  db: Database | Tx,
  request: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<StandingFirst | null> {
  const [row] = await firstOne(db, { account: request.accountId, request: request.id })
  if (!row) return null
  const { by, version, role, scope, virtualAccountIds, endsAt } = row
  const given: Given = {
    role,
    endsAt,
    scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
  }
  return { by, version, given }
}

/** The same with what its author holds now, locked like the decider's own. */
export async function holdFirstApproval(
  tx: Tx,
  request: { readonly accountId: AccountId; readonly id: RequestId },
  facts: { readonly tree: Tree; readonly now: Date },
): Promise<FirstApproval | null> {
  const first = await firstApprovalOf(tx, request)
  if (!first) return null
  const grants = await holdGrantsOf(tx, { accountId: request.accountId, personId: first.by })
  const by = approverOf({ personId: first.by, now: facts.now, authenticatedAt: null }, grants, facts.tree)
  return { by, given: first.given, version: first.version }
}

const administrators = prepare<{ account: string }, StoredGrant & { reachable: boolean }>(
  (p) => sql<StoredGrant & { reachable: boolean }>`
    select ${grantColumns}, ${isReachable} as reachable
    from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}`,
)

/** The account's administrators as candidates to decide. */
export async function candidatesOf(
  db: Database | Tx,
  accountId: AccountId,
  facts: { readonly tree: Tree; readonly now: Date },
): Promise<Candidate[]> {
  const grants = await administrators(db, { account: accountId })
  return grants.map((grant) => ({
    personId: grant.personId,
    countsAs: [],
    rights: rightsOf([grant], facts.tree, facts.now),
    isDisabled: false,
    hasHardBounced: !grant.reachable,
    isAwayWithoutDelegate: false,
  }))
}

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
const insertFinal = prepare<DecisionRow & { status: string }, { version: number }>(
  (p) => sql<{ version: number }>`
    with decided as (${inserting(p)}), blocked as (
      insert into blocks (account_id, id, person_id, request_id, decision_id, blocked_by, blocked_at, blocked_until,
        virtual_account_ids)
      select r.account_id, ${p.id}::uuid, r.beneficiary_id, r.id, ${p.id}::uuid, ${p.by}::uuid, app_now(),
        coalesce(${p.blockUntil}::timestamptz, 'infinity'), ${blockedParts(p.by)}
      from access_requests r
      where r.account_id = ${p.account}::uuid and r.id = ${p.request}::uuid and ${p.blocked}::boolean
    ), stopped as (${stoppingClocks(p.account, p.request)}), settled as (
      update access_requests set status = ${p.status}, version = version + 1, status_changes = status_changes + 1,
        settled_at = app_now(), next_step = null, next_step_at = null
      where account_id = ${p.account}::uuid and id = ${p.request}::uuid
        and status in ('PENDING', 'INFO_REQUESTED') and version = ${p.version}::int
      returning version
    )
    select version from settled`,
)

/** Writes the first of two approvals; false when this person has given it before. */
export async function insertFirstApproval(tx: Tx, decision: NewDecision): Promise<boolean> {
  return (await insertHalf(tx, rowOf(decision, false))).length === 1
}

/** Writes the decision that settles a request, and settles it; gives its new version, undefined when it moved on. */
export async function insertDecision(tx: Tx, decision: NewDecision): Promise<number | undefined> {
  const status = decision.given ? 'APPROVED' : 'DECLINED'
  const [settled] = await insertFinal(tx, { ...rowOf(decision, true), status })
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
