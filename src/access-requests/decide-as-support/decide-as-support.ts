import { giveGrants, treeOf } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import { type CaseId, type DecisionId, type GrantId, newId, type RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { caseOf } from '../../support-cases/index.ts'
import { insertDecision } from '../decide/decision.store.ts'
import {
  confirm as mayConfirm,
  propose as mayPropose,
  type SupportDecision,
  type SupportFacts,
} from '../domain/deciding-as-support.ts'
import type { Refusal } from '../domain/refusals.ts'
import { isLess } from '../domain/deciding.ts'
import type { StoredRequest } from '../requests.row.ts'
import { approversOf, findRequest, holdApprovers, lockRequest } from '../requests.store.ts'
import { keepProposal, proofsIn, proposalOf, settleProposal, type StoredProposal } from './proposals.store.ts'

/** What the first agent proposes: the decision, what the requester reads, and what the proof shows. */
export type Proposing = {
  readonly decision: SupportDecision
  readonly note: string
  readonly grounds: string
  readonly version: number
}

/** Whether support may decide here, as the installation's settings say. */
export type Allowing = { readonly isAllowed: boolean }

type Done = Outcome<CaseId, Refusal>
type Found = {
  readonly request: StoredRequest
  readonly caseId: CaseId
  readonly facts: SupportFacts
}

/** Proposes a decision that nobody of the account can take; a second agent must confirm it. */
export async function proposeDecision(
  tx: Tx,
  viewer: Viewer,
  id: RequestId,
  proposing: Proposing & Allowing,
): Promise<Done> {
  const found = await lock(tx, viewer, id, proposing)
  if (!found) return refuse({ code: 'not-found' })
  const { request, caseId, facts } = found
  const { decision, note, grounds, version } = proposing
  if (version !== request.version) return refuse({ code: 'stale-version', version: request.version })
  const isProposed = (await proposalOf(tx, request))?.version === request.version
  const allowed = mayPropose(request, viewer.personId, decision, { ...facts, isProposed })
  if (!allowed.ok) return allowed
  await dropStale(tx, viewer, request)
  const by = viewer.personId
  const proposalId = await keepProposal(tx, request, { caseId, by, decision, note, grounds })
  if (!proposalId) return refuse({ code: 'already-proposed' })
  await record(tx, {
    type: 'support-decision.proposed',
    ...aboutRequest(request, viewer),
    facts: { caseId, proposalId, version, ...factsOf(decision) },
  })
  return done(caseId)
}

// What was proposed for the request as it was before stands in nobody's way.
async function dropStale(tx: Tx, viewer: Viewer, request: StoredRequest): Promise<void> {
  const stale = await proposalOf(tx, request)
  if (stale) await settleProposal(tx, request, { id: stale.id, state: 'DROPPED', by: viewer.personId })
}

/** Drops what an agent proposed: by that agent, or by any other. */
export async function dropDecision(tx: Tx, viewer: Viewer, id: RequestId): Promise<Done> {
  const found = await lock(tx, viewer, id, { isAllowed: true })
  if (!found) return refuse({ code: 'not-found' })
  const { request, caseId } = found
  const proposal = await proposalOf(tx, request)
  const settled = { state: 'DROPPED', by: viewer.personId } as const
  if (!proposal || !(await settleProposal(tx, request, { id: proposal.id, ...settled })))
    return refuse({ code: 'proposal-gone' })
  const facts = { caseId, proposalId: proposal.id }
  await record(tx, { type: 'support-decision.dropped', ...aboutRequest(request, viewer), facts })
  return done(caseId)
}

/** Confirms what another agent proposed: the request is decided, and everybody who ever belonged to the account is told. */
export async function confirmDecision(
  tx: Tx,
  viewer: Viewer,
  id: RequestId,
  confirming: Allowing & { readonly proposalId: string },
): Promise<Done> {
  const found = await lock(tx, viewer, id, confirming)
  if (!found) return refuse({ code: 'not-found' })
  const { request, caseId, facts } = found
  const proposal = await proposalOf(tx, request)
  const meant = proposal?.id === confirming.proposalId ? proposal : null
  const allowed = mayConfirm(request, viewer.personId, meant, facts)
  if (!allowed.ok) return allowed
  if (!meant) return refuse({ code: 'proposal-gone' })
  const settled = { id: meant.id, state: 'CONFIRMED', by: viewer.personId } as const
  if (!(await settleProposal(tx, request, settled))) return refuse({ code: 'proposal-gone' })
  return decide(tx, viewer, found, meant).then((outcome) => (outcome.ok ? done(caseId) : outcome))
}

async function decide(
  tx: Tx,
  viewer: Viewer,
  { request, caseId, facts }: Found,
  proposal: StoredProposal,
): Promise<Outcome<DecisionId, Refusal>> {
  const id = newId<'decision'>()
  const { decision, note } = proposal
  const given = decision.verdict === 'APPROVE' ? decision.given : null
  const version = await insertDecision(tx, {
    id,
    accountId: request.accountId,
    requestId: request.id,
    by: viewer.personId,
    version: request.version,
    given,
    code: decision.verdict === 'DECLINE' ? decision.code : null,
    note,
    privateNote: '',
    block: null,
    standsInFor: [],
  })
  if (version === undefined) return refuse({ code: 'stale-version', version: request.version })
  const grantIds = await give(tx, viewer, request, { decision, id })
  if (given && grantIds.length === 0) return refuse({ code: 'already-held' })
  const lessThanAsked = given !== null && isLess(request.ask, given, facts.tree)
  const about = aboutRequest(request, viewer)
  const agents = { asSupport: true, firstApproverId: proposal.by, caseId }
  const approved = { ...factsOf(decision), version, decisionId: id, grantIds, lessThanAsked, ...agents }
  const declined = { ...factsOf(decision), version, decisionId: id, block: null, ...agents }
  await record(
    tx,
    given
      ? { type: 'access-request.approved', ...about, facts: approved }
      : { type: 'access-request.declined', ...about, facts: declined },
  )
  const confirmed = { caseId, proposalId: proposal.id, decisionId: id, ...factsOf(decision) }
  await record(tx, { type: 'support-decision.confirmed', ...about, facts: confirmed })
  return done(id)
}

async function give(
  tx: Tx,
  viewer: Viewer,
  request: StoredRequest,
  { decision, id }: { readonly decision: SupportDecision; readonly id: DecisionId },
): Promise<readonly GrantId[]> {
  if (decision.verdict === 'DECLINE') return []
  return giveGrants(tx, {
    accountId: request.accountId,
    personId: request.beneficiaryId,
    given: decision.given,
    source: 'REQUEST',
    requestId: request.id,
    decisionId: id,
    by: viewer.personId,
  })
}

// The request first, then whatever belongs to it: whoever decides it at this moment is waited for.
async function lock(
  tx: Tx,
  viewer: Viewer,
  id: RequestId,
  { isAllowed }: Allowing,
): Promise<Found | undefined> {
  const seen = viewer.isSupport ? await findRequest(tx, viewer, id) : undefined
  if (!seen) return undefined
  const request = await lockRequest(tx, seen.accountId, id)
  const caseId = await caseOf(tx, request)
  if (!caseId) return undefined
  // Else an administrator who is back at this moment would read that nobody could be reached.
  await holdApprovers(tx, { ...request, scope: request.ask.scope })
  const facts = await factsAbout(tx, viewer, request, { caseId, isAllowed })
  return { request, caseId, facts }
}

/** What must be known before support decides this request. */
export async function factsAbout(
  db: Parameters<typeof approversOf>[0],
  viewer: Viewer,
  request: StoredRequest,
  { caseId, isAllowed }: Allowing & { readonly caseId: CaseId },
): Promise<SupportFacts> {
  const approvers = await approversOf(db, { ...request, scope: request.ask.scope })
  return {
    isAllowed,
    reachable: approvers.filter(({ reachable }) => reachable).length,
    proofs: await proofsIn(db, request, caseId),
    tree: await treeOf(db, request.accountId),
    passwordTypedAt: viewer.authenticatedAt,
    now: viewer.now,
  }
}

function aboutRequest(request: StoredRequest, viewer: Viewer) {
  return {
    account: request.accountId,
    actor: viewer.personId,
    request: request.id,
    subject: request.beneficiaryId,
  }
}

function factsOf(decision: SupportDecision) {
  if (decision.verdict === 'DECLINE') return { verdict: decision.verdict, code: decision.code }
  const { role, scope, endsAt } = decision.given
  return {
    verdict: decision.verdict,
    role,
    scope: scope.kind,
    virtualAccountIds: scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : [],
    endsAt: endsAt?.toISOString() ?? null,
  }
}
