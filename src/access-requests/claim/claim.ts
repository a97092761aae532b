import { record } from '../../event-log/index.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { claimOn, dropClaim, lockSeen, writeClaim } from '../conversation.store.ts'
import { claim as mayClaim } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { speakerOn } from '../speaker.ts'

/** Tells colleagues that the viewer is looking at a request, for some hours; nobody is kept from deciding by it. */
export async function claim(tx: Tx, viewer: Viewer, id: RequestId): Promise<Outcome<RequestId, Refusal>> {
  const request = await lockSeen(tx, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  const held = await claimOn(tx, request)
  const allowed = mayClaim(request, speakerOn(request, viewer), held, viewer.now)
  if (!allowed.ok) return allowed
  await writeClaim(tx, request, allowed.value)
  await record(tx, {
    type: 'access-request.claimed',
    account: request.accountId,
    actor: viewer.personId,
    request: id,
    facts: { version: request.version, until: allowed.value.until.toISOString() },
  })
  return done(id)
}

/** Lets go of the viewer's own claim; nothing happens when it has lapsed already. */
export async function release(tx: Tx, viewer: Viewer, id: RequestId): Promise<Outcome<RequestId, Refusal>> {
  const request = await lockSeen(tx, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  if (!(await dropClaim(tx, request, viewer.personId))) return done(id)
  await record(tx, {
    type: 'access-request.claim-released',
    account: request.accountId,
    actor: viewer.personId,
    request: id,
    facts: { version: request.version },
  })
  return done(id)
}
