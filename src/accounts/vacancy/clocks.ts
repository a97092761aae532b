import { record } from '../../event-log/index.ts'
import type { ClaimId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import {
  type ClockHandler,
  type ClockHandlers,
  type NewClock,
  setClocks,
} from '../../platform/clocks/index.ts'
import { daysToProve, endNotice, stepClaim } from '../domain/claim.ts'
import { lockClaim, moveClaim, type StoredClaim } from './claims.store.ts'
import { end } from './decide-claim.ts'

/** What happens to claims by itself: the notice ends, agents are told again, or nothing was proven in time. */
export const claimClocks: ClockHandlers = {
  'claim.end-notice': afterNotice,
  'claim.lapse': lapse,
  'claim.nudge': nudge,
  'claim.nudge-documents': nudge,
}

const daysBetweenNudges = 3

/** The clocks of a claim that waits for agents, who are told again every few days. */
export function nudgingClocks(
  { status, openedAt, now }: Pick<StoredClaim, 'status' | 'openedAt' | 'now'>,
  n: number,
): NewClock[] {
  const dueAt = daysAfter(now, daysBetweenNudges)
  if (status !== 'OPEN') return [{ kind: 'claim.nudge', n, dueAt }]
  return [lapseClock(openedAt), { kind: 'claim.nudge-documents', n, dueAt }]
}

/** The clock that ends a claim which nothing proves. */
export function lapseClock(openedAt: Date): NewClock {
  return { kind: 'claim.lapse', n: 1, dueAt: daysAfter(openedAt, daysToProve) }
}

async function afterNotice(...[tx, { subject }]: Parameters<ClockHandler>): ReturnType<ClockHandler> {
  const claim = await lockClaim(tx, subject as ClaimId)
  const allowed = claim && endNotice(claim, claim.now)
  if (!claim || !allowed?.ok) return 'SKIPPED'
  await moveClaim(tx, claim, allowed.value)
  const waiting = nudgingClocks({ ...claim, status: allowed.value }, 1)
  await setClocks(tx, { account: claim.accountId, subject: claim.id }, waiting)
  await record(tx, {
    type: 'claim.notice-over',
    account: claim.accountId,
    actor: null,
    subject: claim.claimantId,
    facts: { claimId: claim.id },
  })
  return 'DONE'
}

async function nudge(...[tx, { subject, n }]: Parameters<ClockHandler>): ReturnType<ClockHandler> {
  const claim = await lockClaim(tx, subject as ClaimId)
  const waits = claim?.status === 'WITH_SUPPORT' || (claim?.status === 'OPEN' && claim.documentsAt !== null)
  if (!claim || !waits) return 'SKIPPED'
  await setClocks(tx, { account: claim.accountId, subject: claim.id }, nudgingClocks(claim, n + 1))
  await record(tx, {
    type: 'claim.agents-nudged',
    account: claim.accountId,
    actor: null,
    subject: claim.claimantId,
    facts: { claimId: claim.id, n },
  })
  return 'DONE'
}

async function lapse(...[tx, { subject }]: Parameters<ClockHandler>): ReturnType<ClockHandler> {
  const claim = await lockClaim(tx, subject as ClaimId)
  if (!claim || !stepClaim(claim.status, 'lapse').ok) return 'SKIPPED'
  await end(tx, claim, { status: 'LAPSED', type: 'claim.lapsed', by: null })
  return 'DONE'
}
