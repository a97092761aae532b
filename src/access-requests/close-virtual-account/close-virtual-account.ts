import { createHash } from 'node:crypto'
import {
  type Arranger,
  type HeldTree,
  holdPlace,
  lockGrantsIn,
  type NamedTree,
  type NamedVirtualAccount,
  type PlaceUnavailable,
  revokeGrant,
  type StoredGrant,
  treeOf,
  writeClosed,
} from '../../accounts/index.ts'
import { withChildren } from '../../accounts/domain/rights.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { writeAmendment } from '../changes.store.ts'
import { reschedule } from '../clocks.store.ts'
import { closeRequest } from '../close/close.ts'
import type { AskedScope } from '../domain/request.ts'
import { readRequest } from '../requests.store.ts'
import type { StoredRequest } from '../requests.row.ts'
import { recordRevoked } from '../take-back/take-back.ts'
import { lockRequestsNaming } from './close-virtual-account.store.ts'

/** Which virtual account is closed, with all below it; `mark` names what was shown of that, null where nobody looked. */
export type Closing = {
  readonly account: AccountId
  readonly id: VirtualAccountId
  readonly mark: string | null
}

/** Why it was not closed. */
export type CloseRefusal = PlaceUnavailable | { readonly code: 'changed-meanwhile' }

/** What was closed: itself and all below it, the roles that ended, the requests that asked for it. */
export type Closed = {
  readonly places: readonly VirtualAccountId[]
  readonly grants: number
  readonly requests: number
}

/** Whoever closes; at the command line somebody answers for it too. */
export type Closer = NonNullable<Arranger>

/** Names what closing would end, so that what is confirmed is what was shown. */
export function markOf(ends: {
  readonly places: readonly string[]
  readonly grants: readonly string[]
  readonly requests: readonly string[]
}): string {
  const said = [ends.places, ends.grants, ends.requests].map((ids) => ids.toSorted())
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16)
}

/**
 * Closes a virtual account and all below it: every role in them ends, and an open request for them goes on without them,
 * or is closed when it asked for nothing else. Requests are locked first, then grants, then the tree: the order in which
 * whoever decides or takes back locks them.
 */
export async function closeVirtualAccount(
  tx: Tx,
  by: Closer,
  { account, id, mark }: Closing,
): Promise<Outcome<Closed, CloseRefusal>> {
  const expected = [...withChildren(id, await treeOf(tx, account))]
  const locked = await lockRequestsNaming(tx, account, expected)
  const grants = await lockGrantsIn(tx, account, expected)
  const held = await holdPlace(tx, by, { account, id }, 'close')
  if (!held.ok) return held
  const ends = await whatEnds(tx, held.value)
  const lockedIds = { places: expected, grants: grants.map((one) => one.id), requests: locked }
  if (markOf(lockedIds) !== ends.mark) return refuse({ code: 'changed-meanwhile' })
  if (mark !== null && mark !== ends.mark) return refuse({ code: 'changed-meanwhile' })
  await writeClosed(tx, account, ends.places)
  for (const grant of grants) await revokeGrant(tx, { accountId: account, id: grant.id, by: by.personId })
  await leaveOutOf(tx, by.personId, { account, places: ends.places, requests: locked })
  for (const grant of grants) await recordRevoked(tx, grant, by.personId)
  await record(tx, {
    type: 'virtual-account.closed',
    account,
    actor: by.personId,
    facts: { virtualAccountId: id, virtualAccountIds: ends.places },
  })
  return done({ places: ends.places, grants: grants.length, requests: locked.length })
}

type Ends = {
  readonly places: readonly VirtualAccountId[]
  readonly grants: readonly StoredGrant[]
  readonly mark: string
}

// The same again under the lock of the tree: nobody gives a role or moves anything any more.
async function whatEnds(
  tx: Tx,
  { tree, place }: HeldTree & { readonly tree: NamedTree; readonly place: NamedVirtualAccount },
): Promise<Ends> {
  const places = [...withChildren(place.id, tree)]
  const grants = await lockGrantsIn(tx, tree.accountId, places)
  const requests = await lockRequestsNaming(tx, tree.accountId, places)
  const mark = markOf({ places, grants: grants.map(({ id }) => id), requests })
  return { places, grants, mark }
}

/** Which requests go on without which virtual accounts. */
type Leaving = {
  readonly account: AccountId
  readonly places: readonly VirtualAccountId[]
  readonly requests: readonly StoredRequest['id'][]
}

/** Takes closed virtual accounts out of open requests that are locked; one that asks for nothing else is closed. */
export async function leaveOutOf(
  tx: Tx,
  by: PersonId | null,
  { account, places, requests }: Leaving,
): Promise<void> {
  for (const id of requests) {
    const request = await readRequest(tx, account, id)
    const { scope } = request.ask
    if (scope.kind !== 'VIRTUAL') continue
    const left = scope.virtualAccountIds.filter((one) => !places.includes(one))
    if (left.length === 0) {
      await closeRequest(tx, { accountId: account, id }, { because: 'PLACE_CLOSED', by })
    } else {
      const gone = scope.virtualAccountIds.filter((one) => places.includes(one))
      await narrow(tx, by, { request, scope: { kind: 'VIRTUAL', virtualAccountIds: left }, gone })
    }
  }
}

async function narrow(
  tx: Tx,
  by: PersonId | null,
  { request, scope, gone }: { request: StoredRequest; scope: AskedScope; gone: readonly VirtualAccountId[] },
): Promise<void> {
  const ask = { ...request.ask, scope }
  if (!(await writeAmendment(tx, request, { ask, reason: request.reason }))) return
  await reschedule(tx, request)
  await record(tx, {
    type: 'access-request.narrowed',
    account: request.accountId,
    actor: by,
    request: request.id,
    facts: { version: request.version + 1, virtualAccountIds: gone },
  })
}
