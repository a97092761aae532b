import { record } from '../../event-log/index.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Fired } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type DueStep, isOutdone } from '../by-clock.ts'
import { keepAwaiting } from '../clocks.store.ts'
import { step } from '../domain/lifecycle.ts'
import { clockKinds } from '../domain/schedule.ts'
import { daysAfterLateWarning } from '../expire/expire.ts'
import { settleRequest } from '../requests.store.ts'

/** Ends a request whose requester did not answer what they were asked. */
export async function leaveUnanswered(tx: Tx, { request }: DueStep): Promise<Fired> {
  if (!step(request, 'leave-unanswered').ok) return 'CANCELLED'
  const version = await settleRequest(tx, request, 'EXPIRED')
  if (version === undefined) return 'CANCELLED'
  const about = { account: request.accountId, actor: null, request: request.id }
  const facts = { version, because: 'NOT_ANSWERED' }
  await record(tx, { type: 'access-request.expired', ...about, facts })
  return 'DONE'
}

/** Warns the requester that their answer is missing. When the warning itself comes late, so does the end. */
export async function warnOfSilence(tx: Tx, due: DueStep): Promise<Fired> {
  if (isOutdone(due)) return 'SKIPPED'
  const { request, clock, setting, schedule } = due
  const end = schedule.find(({ kind }) => kind === clockKinds.leaveUnanswered)?.dueAt ?? setting.now
  const isLate = end < daysAfter(setting.now, 1)
  const expiresAt = isLate ? daysAfter(setting.now, daysAfterLateWarning) : end
  if (isLate) await keepAwaiting(tx, request, daysAfter(expiresAt, -setting.patience.noAnswerDays))
  const about = { account: request.accountId, actor: null, request: request.id }
  const facts = { version: request.version, n: clock.n, expiresAt: expiresAt.toISOString() }
  await record(tx, { type: 'access-request.answer-missing', ...about, facts })
  return 'DONE'
}
