import { record } from '../../event-log/index.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { openCase } from '../../support-cases/index.ts'
import { writeReminder } from '../changes.store.ts'
import { remind as mayRemind } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { tellsBackups, toldAmong } from '../domain/telling.ts'
import { evidenceOf } from '../escalate/evidence.query.ts'
import type { StoredRequest } from '../requests.row.ts'
import { approversOf, findRequest, lockRequest, moveRequest } from '../requests.store.ts'

/** What came of it: the administrators were reminded, or the support desk was told because none can be reached. */
export type Reminded = 'reminded' | 'routed'

/**
 * Reminds those who may decide of the viewer's own request. When none of them can be reached, the request goes to the
 * support desk instead, and no reminder is used.
 */
export async function remind(tx: Tx, viewer: Viewer, id: RequestId): Promise<Outcome<Reminded, Refusal>> {
  const found = await findRequest(tx, viewer, id)
  if (!found) return refuse({ code: 'not-found' })
  const request = await lockRequest(tx, found.accountId, id)
  // Nobody is looked for in an account that stands still.
  const { status, stage } = request
  if (request.accountStatus === 'SUSPENDED') return refuse({ code: 'not-possible-now', status, stage })
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const reachable = approvers.filter((approver) => approver.reachable).length
  const recipients = toldAmong(approvers, { late: tellsBackups(request) }).length
  const next = mayRemind(request, viewer.personId, { reachable }, viewer.now)
  if (!next.ok)
    return next.refusal.code === 'nobody-reachable' ? routeToSupport(tx, request, viewer.personId) : next
  const n = next.value.remindersByHand
  if (!(await writeReminder(tx, request, { n, by: viewer.personId, recipients }))) {
    return refuse({ code: 'stale-version', version: request.version })
  }
  await record(tx, {
    type: 'access-request.reminded',
    account: request.accountId,
    actor: viewer.personId,
    request: id,
    facts: { version: request.version, n, byHand: true, recipients },
  })
  return done('reminded')
}

/** Sends a request whose administrators cannot be reached to the support desk; `by` null: a clock found it out. */
export async function routeToSupport(
  tx: Tx,
  request: StoredRequest,
  by: PersonId | null,
): Promise<Outcome<Reminded, Refusal>> {
  const { accountId, id, version } = request
  if (request.stage === 'WITH_SUPPORT') return refuse({ code: 'nobody-reachable' })
  if (!(await moveRequest(tx, request, 'WITH_SUPPORT'))) return refuse({ code: 'stale-version', version })
  const about = { account: accountId, actor: by, request: id }
  const facts = { version }
  await record(tx, { type: 'access-request.routed-to-support', ...about, facts }, { quiet: by !== null })
  const opening = { accountId, requestId: id, cause: 'NOBODY_REACHABLE', by } as const
  await openCase(tx, { ...opening, evidence: await evidenceOf(tx, request) })
  return done('routed')
}
