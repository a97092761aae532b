import { record } from '../../event-log/index.ts'
import type { Fired } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { DueStep } from '../by-clock.ts'
import { reschedule } from '../clocks.store.ts'

/** Tells the support desk once more about a request that lies there, which nobody else watches. */
export async function nudgeSupport(tx: Tx, { request, clock }: DueStep): Promise<Fired> {
  await reschedule(tx, request)
  const { accountId: account, id, version } = request
  const facts = { version, n: clock.n }
  await record(tx, { type: 'access-request.support-nudged', account, actor: null, request: id, facts })
  return 'DONE'
}
