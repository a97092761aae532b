import { record } from '../../event-log/index.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { withdraw as mayWithdraw } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { findRequest, lockRequest, settleRequest } from '../requests.store.ts'

/** Takes the viewer's own open request back; approvers who had seen it are told. */
export async function withdraw(tx: Tx, viewer: Viewer, id: RequestId): Promise<Outcome<RequestId, Refusal>> {
  const found = await findRequest(tx, viewer, id)
  if (!found) return refuse({ code: 'not-found' })
  const request = await lockRequest(tx, found.accountId, id)
  const next = mayWithdraw(request, viewer.personId)
  if (!next.ok) return next
  const version = await settleRequest(tx, request, 'WITHDRAWN')
  if (version === undefined) return refuse({ code: 'stale-version', version: request.version })
  await record(tx, {
    type: 'access-request.withdrawn',
    account: request.accountId,
    actor: viewer.personId,
    request: id,
    facts: { version },
  })
  return done(id)
}
