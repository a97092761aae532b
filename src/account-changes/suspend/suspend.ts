import { holdOpenRequests, orderPassingOn, rescheduleAccount } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readWritten } from '../../kernel/written.ts'
import type { Tx } from '../../platform/db/index.ts'
import { openVacancy } from '../../support-cases/index.ts'
import { actorIn, type By } from '../actor.ts'
import { holdAccounts, insertChange } from '../changes.store.ts'
import { type ChangeId, type ChangeRefusal, mayPause } from '../domain/change.ts'
import { reasonBounds } from '../reason.ts'
import { isAlone, writeResumed, writeSuspended } from './suspend.store.ts'

/** Whether an account pauses or goes on, and why, in the words of an operator. */
export type Pausing = {
  readonly accountId: AccountId
  readonly kind: 'SUSPEND' | 'RESUME'
  readonly reason: string
}

/**
 * Suspends an account, or lets it go on. Meanwhile nothing in it can be asked, decided or used; the clocks of its open
 * requests stand still, and go on from there. An account that comes back without an administrator gets a case.
 */
export async function pauseAccount(
  tx: Tx,
  by: By,
  { accountId, kind, reason }: Pausing,
): Promise<Outcome<ChangeId, ChangeRefusal>> {
  const text = readWritten(reason, reasonBounds)
  if (!text.ok) return refuse({ code: 'reason-unfit', problem: text.refusal })
  const requests = await holdOpenRequests(tx, accountId)
  const [account] = await holdAccounts(tx, [accountId])
  if (!account) return refuse({ code: 'not-found' })
  const { actor, now } = await actorIn(tx, by, accountId)
  const allowed = mayPause(account, actor, kind)
  if (!allowed.ok) return allowed
  const id = newId<'account-change'>()
  const change = { id, accountId, kind, what: {}, reason: text.value, by: by.personId, isFirst: true }
  await insertChange(tx, { ...change, now, lapsesAt: now, isDone: true })
  const grants = await (kind === 'SUSPEND' ? writeSuspended : writeResumed)(tx, accountId)
  await rescheduleAccount(tx, accountId)
  const type = kind === 'SUSPEND' ? 'account.suspended' : 'account.resumed'
  if (kind === 'RESUME' && (await isAlone(tx, accountId))) {
    await orderPassingOn(tx, accountId)
    await openVacancy(tx, { accountId, by: by.personId })
  }
  const facts = { changeId: id, requests: requests.length, grants }
  await record(tx, { type, account: accountId, actor: by.personId, facts })
  return done(id)
}
