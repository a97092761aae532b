import { record } from '../../event-log/index.ts'
import type { AccountId, CaseId, PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { resolveCaseOf } from '../../support-cases/index.ts'
import { handBack as mayHandBack } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { StoredRequest } from '../requests.row.ts'
import { approversOf, findRequest, lockRequest, moveRequest, type Sight } from '../requests.store.ts'
import { waitingWithSupport } from './hand-back.store.ts'

/** Whether somebody's office hands requests back. */
export function handsBack({ isSupport, isOperator }: Pick<Viewer, 'isSupport' | 'isOperator'>): boolean {
  return isSupport || isOperator
}

/**
 * Gives a request back to its administrators, now that one of them can be reached: they are told, an answer is
 * expected by a new date, and its case is resolved. Gives the case, null when it has none.
 */
export async function handBack(
  tx: Tx,
  viewer: Sight,
  id: RequestId,
): Promise<Outcome<CaseId | null, Refusal>> {
  const found = handsBack(viewer) ? await findRequest(tx, viewer, id) : undefined
  if (!found) return refuse({ code: 'not-found' })
  return giveBack(tx, await lockRequest(tx, found.accountId, id), viewer.personId)
}

/** What an account's requests with support come to once somebody administers it again: they are given back. */
export async function handBackAll(
  tx: Tx,
  { accountId, by }: { readonly accountId: AccountId; readonly by: PersonId },
): Promise<void> {
  for (const { id } of await waitingWithSupport(tx, accountId))
    await giveBack(tx, await lockRequest(tx, accountId, id), by)
}

async function giveBack(
  tx: Tx,
  request: StoredRequest,
  by: PersonId,
): Promise<Outcome<CaseId | null, Refusal>> {
  if (by === request.requesterId || by === request.beneficiaryId) return refuse({ code: 'own-request' })
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const reachable = approvers.filter((approver) => approver.reachable).length
  const next = mayHandBack(request, { reachable })
  if (!next.ok) return next
  const { accountId, version } = request
  if (!(await moveRequest(tx, request, 'WITH_ADMINS'))) return refuse({ code: 'stale-version', version })
  const caseId = await resolveCaseOf(tx, request, { by, because: 'HANDED_BACK' })
  const facts = { version, reachable }
  const { id } = request
  await record(tx, { type: 'access-request.handed-back', account: accountId, actor: by, request: id, facts })
  return done(caseId ?? null)
}
