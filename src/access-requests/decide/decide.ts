import { endMomentOf, type WrittenEnd } from '../../accounts/domain/end-moment.ts'
import type { Chosen, Given } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, recorded } from '../../accounts/domain/roles.ts'
import {
  accountOf,
  giveGrants,
  holdGrantsOf,
  roleToGive,
  type StoredGrant,
  treeOf,
} from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import { type GrantId, newId, type PersonId, type RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type Approver, administratorsFor } from '../domain/approvers.ts'
import type { Approval, Approve, ApproveFacts, Decline } from '../domain/deciding.ts'
import { approve, decline } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { DeclineCode } from '../domain/request.ts'
import type { StoredRequest } from '../requests.row.ts'
import {
  approverOf,
  candidatesOf,
  type Decider,
  holdAbsent,
  holdFirstApproval,
  lockVisible,
  type Seen,
} from './decide.store.ts'
import { insertDecision, insertFirstApproval } from './decision.store.ts'
import { endSuperfluous, recordReplaced } from './replace.ts'

/** Until when the approver gives: without end, as asked for, until a moment, or as written by the account's clocks. */
export type GivenEnd =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'ASKED' }
  | { readonly kind: 'AT'; readonly at: Date }
  | { readonly kind: 'WRITTEN'; readonly end: WrittenEnd }

/** What an approver sends; an administrator role needs `confirmed`, a second press that says what it does; `replace`: what the new access contains is ended. */
export type ApproveForm = Pick<Approve, 'note' | 'version'> &
  Pick<Chosen, 'role' | 'scope'> & {
    readonly end: GivenEnd
    readonly confirmed: boolean
    readonly replace?: boolean
  }
/** What a declining approver sends; `privateNote` is for those who decide, the text for the requester. */
export type DeclineForm = Decline & { readonly privateNote: string }

/** Why a decision was not taken; `confirmation-needed` is no fault: everything is right, and nothing is done yet. */
export type DecideRefusal =
  | Refusal
  | {
      readonly code: 'confirmation-needed'
      readonly given: Given
      readonly request: StoredRequest
      /** A second administrator must then agree. */
      readonly isFirst: boolean
    }
  | { readonly code: 'nothing-to-give' }

/** What was decided. `first` is the first of two approvals: nothing is given yet. */
export type Decided =
  | { readonly kind: 'approved' | 'first'; readonly request: StoredRequest; readonly given: Given }
  | { readonly kind: 'declined'; readonly request: StoredRequest; readonly code: DeclineCode }

type Locked = {
  readonly request: StoredRequest
  readonly by: Approver
  readonly standsInFor: readonly PersonId[]
}

/** Gives what the approver chose, or the first half of it; refuses by the same policy that shows the button. */
export async function approveRequest(
  tx: Tx,
  decider: Decider,
  id: RequestId,
  form: ApproveForm,
): Promise<Outcome<Decided, DecideRefusal>> {
  const seen = await lockVisible(tx, decider, id)
  if (!seen) return refuse({ code: 'not-found' })
  // Before any grant: whoever edits a role waits for those of its holders.
  const role = await roleToGive(tx, seen.request.accountId, form.role)
  if (!role.ok) return role
  const locked = await lock(tx, decider, seen)
  const { request, by } = locked
  const given: Given = { role: role.value, scope: form.scope, endsAt: endOf(form.end, request) }
  const sent = { given, note: form.note, version: form.version }
  const allowed = approve(request, by, sent, await factsOf(tx, locked, decider.now, given))
  if (!allowed.ok) return allowed
  if (isAdministratorRole(given.role) && !form.confirmed)
    return refuse({ code: 'confirmation-needed', given, request, isFirst: allowed.value.kind !== 'FINAL' })
  return allowed.value.kind === 'FINAL'
    ? giveAccess(tx, locked, { approval: allowed.value, form, now: decider.now })
    : agreeFirst(tx, locked, sent)
}

/** Declines the request with a code and a text that the requester reads. */
export async function declineRequest(
  tx: Tx,
  decider: Decider,
  id: RequestId,
  form: DeclineForm,
): Promise<Outcome<Decided, DecideRefusal>> {
  const seen = await lockVisible(tx, decider, id)
  if (!seen) return refuse({ code: 'not-found' })
  const locked = await lock(tx, decider, seen)
  const { request, by, standsInFor } = locked
  const allowed = decline(request, by, form, decider.now)
  if (!allowed.ok) return allowed
  const decisionId = newId<'decision'>()
  const version = await insertDecision(tx, {
    ...decisionBy(locked),
    id: decisionId,
    code: form.code,
    note: allowed.value.text,
    privateNote: form.privateNote,
    block: allowed.value.block,
  })
  if (version === undefined) return refuse({ code: 'stale-version', version: request.version })
  await record(tx, {
    type: 'access-request.declined',
    account: request.accountId,
    actor: by.personId,
    request: request.id,
    subject: request.beneficiaryId,
    facts: { version, decisionId, code: form.code, block: form.block, standsInFor },
  })
  return done({ kind: 'declined', request, code: form.code })
}

function endOf(end: GivenEnd, request: StoredRequest): Date | null {
  if (end.kind === 'ASKED') return request.ask.endsAt
  if (end.kind === 'WRITTEN') return endMomentOf(end.end, request.accountTimeZone) ?? new Date(Number.NaN)
  return end.kind === 'AT' ? end.at : null
}

// The request is locked, then the decider's grants: whoever takes those away at this moment is waited for.
async function lock(tx: Tx, decider: Decider, { request, isDelegate }: Seen): Promise<Locked> {
  const { accountId } = request
  // They go out together, and are done in this order.
  const [grants, tree] = await Promise.all([
    holdGrantsOf(tx, { accountId, personId: decider.personId }),
    treeOf(tx, accountId),
  ])
  const by = approverOf(decider, grants, tree)
  const standsInFor = isDelegate ? await holdAbsent(tx, request, by, decider.now) : []
  return { request, by, standsInFor }
}

async function factsOf(tx: Tx, { request, by }: Locked, now: Date, given: Given): Promise<ApproveFacts> {
  if (given.role !== 'SA') return { now, wantsTwo: false, administrators: 0, firstApproval: null }
  const { tree } = by.rights
  const account = await accountOf(tx, request.accountId)
  const candidates = await candidatesOf(tx, request.accountId, { tree, now })
  return {
    now,
    wantsTwo: account.twoForAdministrator,
    administrators: administratorsFor(request, candidates),
    firstApproval: await holdFirstApproval(tx, request, { tree, now }),
  }
}

async function giveAccess(
  tx: Tx,
  locked: Locked,
  { approval, form, now }: { approval: Extract<Approval, { kind: 'FINAL' }>; form: ApproveForm; now: Date },
): Promise<Outcome<Decided, DecideRefusal>> {
  const { request } = locked
  const by = locked.by.personId
  const { given } = approval
  const id = newId<'decision'>()
  const giving = {
    accountId: request.accountId,
    personId: request.beneficiaryId,
    given,
    source: 'REQUEST',
    requestId: request.id,
    decisionId: id,
    by,
  } as const
  const [version, grantIds] = await Promise.all([
    insertDecision(tx, { ...decisionBy(locked), id, given, note: form.note }),
    giveGrants(tx, giving),
  ])
  if (version === undefined) return refuse({ code: 'stale-version', version: request.version })
  if (grantIds.length === 0) return refuse({ code: 'nothing-to-give' })
  const { tree } = locked.by.rights
  const ended = form.replace ? await endSuperfluous(tx, request, { given, tree, by, now }) : []
  await recordApproval(tx, locked, { approval, version, decisionId: id, grantIds, ended })
  await recordReplaced(tx, ended, by)
  return done({ kind: 'approved', request, given })
}

async function recordApproval(
  tx: Tx,
  { request, by, standsInFor }: Locked,
  what: {
    approval: Extract<Approval, { kind: 'FINAL' }>
    version: number
    decisionId: string
    grantIds: readonly GrantId[]
    ended: readonly StoredGrant[]
  },
): Promise<void> {
  const { approval, version, decisionId, grantIds, ended } = what
  await record(tx, {
    type: 'access-request.approved',
    account: request.accountId,
    actor: by.personId,
    request: request.id,
    subject: request.beneficiaryId,
    facts: {
      ...factsOfGiven(approval.given),
      version,
      decisionId,
      grantIds,
      firstApproverId: approval.firstApproverId,
      lessThanAsked: approval.isLessThanAsked,
      standsInFor,
      ...(ended.length === 0 ? {} : { replacedIds: ended.map(({ id }) => id) }),
    },
  })
}

async function agreeFirst(
  tx: Tx,
  locked: Locked,
  { given, note }: Approve,
): Promise<Outcome<Decided, DecideRefusal>> {
  const { request, by, standsInFor } = locked
  const isNew = await insertFirstApproval(tx, {
    ...decisionBy(locked),
    id: newId<'decision'>(),
    given,
    note,
  })
  if (!isNew) return refuse({ code: 'already-first-approver' })
  await record(tx, {
    type: 'access-request.first-approval',
    account: request.accountId,
    actor: by.personId,
    request: request.id,
    subject: request.beneficiaryId,
    facts: { ...factsOfGiven(given), version: request.version, standsInFor },
  })
  return done({ kind: 'first', request, given })
}

function decisionBy({ request, by, standsInFor }: Locked) {
  const { accountId, id, version } = request
  const rest = { given: null, code: null, privateNote: '', block: null }
  return { accountId, requestId: id, by: by.personId, standsInFor, version, ...rest }
}

function factsOfGiven({ role, scope, endsAt }: Given) {
  return {
    role: recorded(role),
    scope: scope.kind,
    virtualAccountIds: scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : [],
    endsAt: endsAt?.toISOString() ?? null,
  }
}
