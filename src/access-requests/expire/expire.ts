import { record } from '../../event-log/index.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Fired } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type DueStep, isOutdone } from '../by-clock.ts'
import { keepExpiry } from '../clocks.store.ts'
import { step } from '../domain/lifecycle.ts'
import { settleRequest } from '../requests.store.ts'

/** Days that are left after a warning that comes too late. */
export const daysAfterLateWarning = 2

/** Ends a request that nobody decided. */
export async function expire(tx: Tx, { request }: DueStep): Promise<Fired> {
  if (!step(request, 'expire').ok) return 'CANCELLED'
  const version = await settleRequest(tx, request, 'EXPIRED')
  if (version === undefined) return 'CANCELLED'
  const about = { account: request.accountId, actor: null, request: request.id }
  const facts = { version, because: 'NOT_DECIDED' }
  await record(tx, { type: 'access-request.expired', ...about, facts })
  return 'DONE'
}

/** Warns both sides that a request will expire. When the warning itself comes late, so does the end. */
export async function warnOfExpiry(tx: Tx, due: DueStep): Promise<Fired> {
  if (isOutdone(due)) return 'SKIPPED'
  const { request, clock, setting } = due
  const isLate = request.expiresAt < daysAfter(setting.now, 1)
  const expiresAt = isLate ? daysAfter(setting.now, daysAfterLateWarning) : request.expiresAt
  if (isLate) await keepExpiry(tx, request, expiresAt)
  const about = { account: request.accountId, actor: null, request: request.id }
  const facts = { version: request.version, n: clock.n, expiresAt: expiresAt.toISOString() }
  await record(tx, { type: 'access-request.expiry-near', ...about, facts })
  return 'DONE'
}
