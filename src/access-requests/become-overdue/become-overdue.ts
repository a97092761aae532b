import { record } from '../../event-log/index.ts'
import type { Fired } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { DueStep } from '../by-clock.ts'
import { step } from '../domain/lifecycle.ts'
import { moveRequest } from '../requests.store.ts'

/** Notes that the time to answer has passed: everybody who could have decided is told, and so is the requester. */
export async function becomeOverdue(tx: Tx, { request }: DueStep): Promise<Fired> {
  const next = step(request, 'become-overdue')
  if (!next.ok || !(await moveRequest(tx, request, next.value.stage))) return 'CANCELLED'
  const { accountId: account, id, version } = request
  const about = { account, actor: null, request: id }
  await record(tx, { type: 'access-request.overdue', ...about, facts: { version } })
  return 'DONE'
}
