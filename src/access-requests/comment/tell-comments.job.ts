import { record } from '../../event-log/index.ts'
import type { AccountId, RequestId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Handler } from '../../platform/jobs/index.ts'
import { takeUntold, type Which } from '../conversation.store.ts'
import { type Side, sides } from '../domain/conversation.ts'
import { isOpen } from '../domain/request.ts'
import { readRequest } from '../requests.store.ts'

/** The worker's handler of `tell-comments`: whatever one side has written meanwhile goes out in one mail. */
export const tellComments: Handler = async ({ account, key }) => {
  const [id, named] = key.split(' ')
  const side = sides.find((one) => one === named)
  const which = { accountId: account as AccountId, id: id as RequestId }
  return async (tx) => {
    if (side) await tell(tx, which, side)
  }
}

async function tell(tx: Tx, which: Which, side: Side): Promise<void> {
  const request = await readRequest(tx, which.accountId, which.id)
  const untold = await takeUntold(tx, which, side)
  // What was decided meanwhile is told by its own mail; the words stay on the request's page.
  if (!untold || !isOpen(request)) return
  await record(tx, {
    type: 'access-request.comments-mailed',
    account: which.accountId,
    actor: null,
    request: which.id,
    facts: { version: request.version, side, ...untold },
  })
}
