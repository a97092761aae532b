import { record } from '../../event-log/index.ts'
import type { ClaimId } from '../../kernel/id.ts'
import type { ClockHandler, ClockHandlers } from '../../platform/clocks/index.ts'
import { endNotice, stepClaim } from '../domain/claim.ts'
import { lockClaim, moveClaim } from './claims.store.ts'
import { end } from './decide-claim.ts'

/** What happens to claims by itself: the week's notice ends, or nothing was proven in time. */
export const claimClocks: ClockHandlers = { 'claim.end-notice': afterNotice, 'claim.lapse': lapse }

async function afterNotice(...[tx, { subject }]: Parameters<ClockHandler>): ReturnType<ClockHandler> {
  const claim = await lockClaim(tx, subject as ClaimId)
  const allowed = claim && endNotice(claim, claim.now)
  if (!claim || !allowed?.ok) return 'SKIPPED'
  await moveClaim(tx, claim, allowed.value)
  await record(tx, {
    type: 'claim.notice-over',
    account: claim.accountId,
    actor: null,
    subject: claim.claimantId,
    facts: { claimId: claim.id },
  })
  return 'DONE'
}

async function lapse(...[tx, { subject }]: Parameters<ClockHandler>): ReturnType<ClockHandler> {
  const claim = await lockClaim(tx, subject as ClaimId)
  if (!claim || !stepClaim(claim.status, 'lapse').ok) return 'SKIPPED'
  await end(tx, claim, { status: 'LAPSED', type: 'claim.lapsed', by: null })
  return 'DONE'
}
