import { record } from '../../event-log/index.ts'
import type { AccountId, CaseId, PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { openCase } from '../../support-cases/index.ts'
import { escalate as mayEscalate, escalateByClock as mayEscalateByClock } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { StoredRequest } from '../requests.row.ts'
import { findRequest, lockRequest, moveRequest } from '../requests.store.ts'
import { escalationFacts } from './escalate.store.ts'
import { evidenceOf } from './evidence.query.ts'

/** Passes the viewer's own request on to support, once its administrators had their time; gives the case. */
export async function escalate(tx: Tx, viewer: Viewer, id: RequestId): Promise<Outcome<CaseId, Refusal>> {
  const found = await findRequest(tx, viewer, id)
  if (!found) return refuse({ code: 'not-found' })
  const request = await lockRequest(tx, found.accountId, id)
  const { status, stage } = request
  if (request.accountStatus === 'SUSPENDED') return refuse({ code: 'not-possible-now', status, stage })
  const facts = await escalationFacts(tx, request)
  const next = mayEscalate(request, viewer.personId, facts, viewer.now)
  return next.ok ? passOn(tx, request, viewer.personId) : next
}

/** Passes a request on to support because it waited too long; refused when it no longer waits for its administrators. */
export async function escalateByClock(
  tx: Tx,
  { accountId, id }: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<Outcome<CaseId, Refusal>> {
  const request = await lockRequest(tx, accountId, id)
  const next = mayEscalateByClock(request)
  return next.ok ? passOn(tx, request, null) : next
}

async function passOn(
  tx: Tx,
  request: StoredRequest,
  by: PersonId | null,
): Promise<Outcome<CaseId, Refusal>> {
  const { accountId, id, version } = request
  const evidence = await evidenceOf(tx, request)
  if (!(await moveRequest(tx, request, 'WITH_SUPPORT'))) return refuse({ code: 'stale-version', version })
  const byHand = by !== null
  const facts = { version, byHand }
  await record(tx, { type: 'access-request.escalated', account: accountId, actor: by, request: id, facts })
  const cause = byHand ? 'ESCALATED_BY_HAND' : 'ESCALATED_BY_CLOCK'
  return done(await openCase(tx, { accountId, requestId: id, cause, by, evidence }))
}
