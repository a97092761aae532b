import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { type ClockHandler, stopClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { answerOnBehalf, type OnBehalfRefusal, withdrawOnBehalf } from '../domain/on-behalf.ts'
import { lockOnBehalf, type OnBehalfId, settleOnBehalf, type StoredOnBehalf } from './on-behalf.store.ts'

type Settled = Outcome<OnBehalfId, OnBehalfRefusal>

/** The colleague does not want what was asked for them; whoever asked is told. */
export async function refuseOnBehalf(tx: Tx, viewer: Viewer, id: string): Promise<Settled> {
  const one = await lockOnBehalf(tx, id)
  if (!one) return refuse({ code: 'not-found' })
  const by = { address: viewer.address, isVerified: viewer.verified }
  const allowed = answerOnBehalf(one, by, one.now)
  if (!allowed.ok) return allowed
  await settleOnBehalf(tx, one, { status: 'REFUSED', at: one.now, beneficiary: viewer.personId })
  return end(tx, one, { type: 'on-behalf.refused', actor: viewer.personId })
}

/** Whoever asked takes it back. */
export async function takeBackOnBehalf(tx: Tx, viewer: Viewer, id: string): Promise<Settled> {
  const one = await lockOnBehalf(tx, id)
  if (!one) return refuse({ code: 'not-found' })
  const allowed = withdrawOnBehalf(one, viewer.personId, one.now)
  if (!allowed.ok) return allowed
  await settleOnBehalf(tx, one, { status: 'WITHDRAWN', at: one.now })
  return end(tx, one, { type: 'on-behalf.withdrawn', actor: viewer.personId })
}

/** Nobody confirmed in time; whoever asked is told. */
export async function lapseOnBehalf(
  ...[tx, { subject }]: Parameters<ClockHandler>
): ReturnType<ClockHandler> {
  const one = await lockOnBehalf(tx, subject)
  if (one?.status !== 'WAITING') return 'SKIPPED'
  await settleOnBehalf(tx, one, { status: 'LAPSED', at: one.now })
  await tell(tx, one, { type: 'on-behalf.lapsed', actor: null })
  return 'DONE'
}

type Ending = { readonly type: string; readonly actor: PersonId | null }

async function end(tx: Tx, one: StoredOnBehalf, ending: Ending): Promise<Settled> {
  await stopClocks(tx, { account: one.accountId, subject: one.id })
  await tell(tx, one, ending)
  return done(one.id)
}

async function tell(tx: Tx, one: StoredOnBehalf, ending: Ending): Promise<void> {
  const facts = { onBehalfId: one.id, accountId: one.accountId }
  await record(tx, { ...ending, account: installation, subject: one.askedBy, facts })
}
