import { record } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { stopClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { answerOnBehalf, type OnBehalfRefusal } from '../domain/on-behalf.ts'
import { findNamed } from '../submit/look-up.ts'
import { type SubmitRefusal, submit } from '../submit/submit.ts'
import { lockOnBehalf, type OnBehalfId, settleOnBehalf } from './on-behalf.store.ts'

/**
 * The colleague confirms: what was asked for them becomes their request, in the same transaction and by the same rules
 * as if they had asked themselves. Whoever asked stays its requester.
 */
export async function confirmOnBehalf(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<Outcome<OnBehalfId, OnBehalfRefusal | SubmitRefusal>> {
  const one = await lockOnBehalf(tx, id)
  if (!one) return refuse({ code: 'not-found' })
  const by = { address: viewer.address, isVerified: viewer.verified }
  const allowed = answerOnBehalf(one, by, one.now)
  if (!allowed.ok) return allowed
  const { identifier, wish, reason } = one
  if (!(await findNamed(tx, viewer, identifier))) return refuse({ code: 'account-not-open' })
  const sent = await submit(tx, viewer, {
    identifier,
    wish: { ...wish, reason },
    key: id,
    askedBy: one.askedBy,
  })
  // The list to choose from was another one, for whoever asked.
  if (!sent.ok) return sent.refusal.code === 'unknown-virtual-account' ? refuse({ code: 'place-gone' }) : sent
  const request = sent.value.id
  await settleOnBehalf(tx, one, { status: 'CONFIRMED', at: one.now, beneficiary: viewer.personId, request })
  await stopClocks(tx, { account: one.accountId, subject: one.id })
  const facts = { onBehalfId: one.id, accountId: one.accountId }
  await record(tx, {
    type: 'on-behalf.confirmed',
    account: installation,
    actor: viewer.personId,
    subject: one.askedBy,
    facts,
  })
  return done(one.id)
}
