import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Given, Tree } from '../../accounts/domain/rights.ts'
import { treeOf } from '../../accounts/index.ts'
import { isLess } from '../domain/deciding.ts'
import type { ClosedBecause } from '../domain/events.ts'
import { step } from '../domain/lifecycle.ts'
import type { Refusal } from '../domain/refusals.ts'
import { lockRequest, settleRequest } from '../requests.store.ts'
import { type Closable, lockOpenRequestsFor, type OpenFor, openRequestsOf } from './close.store.ts'

/** Why the request ends though nobody decided it, and whose act brought that about; null when nobody's. */
export type Closing = { readonly because: ClosedBecause; readonly by: PersonId | null }

/**
 * Closes an open request that has become pointless; its requester is told why. It records an event, so call it at the
 * end of a transaction.
 */
export async function closeRequest(
  tx: Tx,
  { accountId, id }: { readonly accountId: AccountId; readonly id: RequestId },
  { because, by }: Closing,
): Promise<Outcome<RequestId, Refusal>> {
  const request = await lockRequest(tx, accountId, id)
  const next = step(request, 'close')
  if (!next.ok) return next
  const version = (await settleRequest(tx, request, 'CLOSED')) ?? next.value.version
  const facts = { version, because }
  await record(tx, { type: 'access-request.closed', account: accountId, actor: by, request: id, facts })
  return done(id)
}

/** Closes every open request of an account, or by or for a person, or both; gives how many. */
export async function closeRequests(tx: Tx, which: Closable, closing: Closing): Promise<number> {
  const open = await openRequestsOf(tx, which)
  let closed = 0
  for (const one of open) if ((await closeRequest(tx, one, closing)).ok) closed++
  return closed
}

/** Whether an open request asks for nothing beyond what was given directly, so that it has become pointless. */
export function isAnsweredBy({ ask }: OpenFor, given: Given, tree: Tree): boolean {
  return !isLess(ask, given, tree)
}

/** Closes what somebody has open in an account that is answered by what was given to them directly. */
export async function closeAllAnswered(
  tx: Tx,
  { accountId, by }: { readonly accountId: AccountId; readonly by: PersonId | null },
  { person, given }: { readonly person: PersonId; readonly given: Given },
): Promise<void> {
  const tree = await treeOf(tx, accountId)
  for (const request of await lockOpenRequestsFor(tx, accountId, [person])) {
    if (!isAnsweredBy(request, given, tree)) continue
    await closeRequest(tx, { accountId, id: request.id }, { because: 'GIVEN_DIRECTLY', by })
  }
}
