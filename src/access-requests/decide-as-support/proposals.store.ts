import { sql } from 'kysely'
import type { Role } from '../../accounts/domain/roles.ts'
import type { CaseId, Id, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { GivenBySupport, Proposal, SupportDecision } from '../domain/deciding-as-support.ts'
import type { DeclineCode } from '../domain/request.ts'
import type { StoredRequest } from '../requests.row.ts'

/** The id of a decision that an agent proposed. */
export type ProposalId = Id<'support-proposal'>

/** A proposed decision as it is stored. */
export type StoredProposal = Proposal & {
  readonly id: ProposalId
  /** What the requester will read. */
  readonly note: string
  /** What the proof shows. */
  readonly grounds: string
  readonly proposedAt: Date
  readonly proposer: string
}

type Which = { account: string; request: string }
type NewRow = Which & {
  id: string
  caseId: string
  version: number
  verdict: SupportDecision['verdict']
  role: string | null
  scope: string | null
  virtualAccounts: readonly string[]
  endsAt: Date | null
  code: string | null
  note: string
  grounds: string
  by: string
}

const insert = prepare<NewRow, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into support_proposals (account_id, id, case_id, request_id, request_version, verdict, role, scope,
      virtual_account_ids, ends_at, code, note, grounds, proposed_by, proposed_at)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.caseId}::uuid, ${p.request}::uuid, ${p.version}::int, ${p.verdict},
      ${p.role}, ${p.scope}, ${p.virtualAccounts}::uuid[], ${p.endsAt}::timestamptz, ${p.code}, ${p.note},
      ${p.grounds}, ${p.by}::uuid, app_now())
    on conflict do nothing returning id`,
)

/** Keeps what an agent proposes; undefined when another decision is proposed for the request. */
export async function keepProposal(
  tx: Tx,
  request: StoredRequest,
  proposed: {
    readonly caseId: CaseId
    readonly by: PersonId
    readonly decision: SupportDecision
    readonly note: string
    readonly grounds: string
  },
): Promise<ProposalId | undefined> {
  const { caseId, by, decision, note, grounds } = proposed
  const id = newId<'support-proposal'>()
  const about = { account: request.accountId, request: request.id, id, caseId, version: request.version }
  const rows = await insert(tx, { ...about, ...columnsOf(decision), note, grounds, by })
  return rows.length === 1 ? id : undefined
}

function columnsOf(decision: SupportDecision) {
  const { verdict } = decision
  if (verdict === 'DECLINE') {
    return { verdict, role: null, scope: null, virtualAccounts: [], endsAt: null, code: decision.code }
  }
  const { role, scope, endsAt } = decision.given
  const virtualAccounts = scope.kind === 'VIRTUAL' ? [...new Set(scope.virtualAccountIds)] : []
  return { verdict, role, scope: scope.kind, virtualAccounts, endsAt, code: null }
}

type Row = {
  id: ProposalId
  by: PersonId
  version: number
  verdict: SupportDecision['verdict']
  role: Role
  scope: 'ACCOUNT' | 'VIRTUAL'
  virtualAccountIds: VirtualAccountId[]
  endsAt: Date | null
  code: DeclineCode
  note: string
  grounds: string
  proposedAt: Date
  proposer: string
}

const standing = prepare<Which, Row>(
  (p) => sql<Row>`
    select s.id, s.proposed_by as by, s.request_version as version, s.verdict, s.role, s.scope,
      s.virtual_account_ids as "virtualAccountIds", s.ends_at as "endsAt", s.code, s.note, s.grounds,
      s.proposed_at as "proposedAt",
      trim(coalesce(nullif(p.preferred_first_name, ''), p.first_name) || ' ' || p.last_name) as proposer
    from support_proposals s join people p on p.id = s.proposed_by
    where s.account_id = ${p.account}::uuid and s.request_id = ${p.request}::uuid and s.state = 'PROPOSED'`,
)

/** The decision that is proposed for a request; null when there is none. */
export async function proposalOf(
  db: Database | Tx,
  request: Pick<StoredRequest, 'accountId' | 'id'>,
): Promise<StoredProposal | null> {
  const [row] = await standing(db, { account: request.accountId, request: request.id })
  if (!row) return null
  const { id, by, version, note, grounds, proposedAt, proposer } = row
  return { id, by, version, note, grounds, proposedAt, proposer, decision: decisionIn(row) }
}

function decisionIn(row: Row): SupportDecision {
  if (row.verdict === 'DECLINE') return { verdict: row.verdict, code: row.code }
  const { role, endsAt, scope, virtualAccountIds } = row
  const given: GivenBySupport = {
    role,
    endsAt,
    scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
  }
  return { verdict: row.verdict, given }
}

const settle = prepare<
  { account: string; id: string; state: 'CONFIRMED' | 'DROPPED'; by: string },
  { id: string }
>(
  (p) => sql<{ id: string }>`
    update support_proposals set state = ${p.state}, settled_by = ${p.by}::uuid, settled_at = app_now()
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and state = 'PROPOSED' returning id`,
)

/** Ends a proposal; false when somebody was faster. */
export async function settleProposal(
  tx: Tx,
  request: Pick<StoredRequest, 'accountId'>,
  settled: { readonly id: ProposalId; readonly state: 'CONFIRMED' | 'DROPPED'; readonly by: PersonId },
): Promise<boolean> {
  return (await settle(tx, { account: request.accountId, ...settled })).length === 1
}

const proofs = prepare<{ account: string; caseId: string }, { n: number }>(
  (p) => sql<{ n: number }>`
    select count(*)::int as n from case_files f
    where f.account_id = ${p.account}::uuid and f.case_id = ${p.caseId}::uuid`,
)

/** How many files of proof the case holds. */
export async function proofsIn(
  db: Database | Tx,
  request: Pick<StoredRequest, 'accountId'>,
  caseId: CaseId | undefined,
): Promise<number> {
  if (!caseId) return 0
  const [row] = await proofs(db, { account: request.accountId, caseId })
  return row?.n ?? 0
}
