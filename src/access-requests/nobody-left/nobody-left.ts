import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Handler } from '../../platform/jobs/index.ts'
import { routeToSupport } from '../remind/remind.ts'
import { approversOf, lockRequest } from '../requests.store.ts'
import { leftInAccount, leftWithNobody } from './nobody-left.store.ts'

export { passingOn } from './nobody-left.store.ts'

/**
 * Sends to support what waits for nobody who can be reached, now that mail no longer reaches this person. What is left
 * over of very many is found by the clocks that remind.
 */
export async function passOnWithout(tx: Tx, person: PersonId): Promise<void> {
  await passOn(tx, await leftWithNobody(tx, person))
}

/** The worker's handler of `pass-on`: the same for all that waits in an account which has lost its administrators. */
export const passOnJob: Handler = async ({ account }) => {
  return async (tx) => passOn(tx, await leftInAccount(tx, account as AccountId))
}

async function passOn(tx: Tx, left: Awaited<ReturnType<typeof leftInAccount>>): Promise<void> {
  for (const { accountId, id } of left) {
    const request = await lockRequest(tx, accountId, id)
    if (request.status !== 'PENDING') continue
    const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
    if (!approvers.some(({ reachable }) => reachable)) await routeToSupport(tx, request, null)
  }
}
