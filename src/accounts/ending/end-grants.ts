import { recorded } from '../domain/roles.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import type { ClockHandler, ClockHandlers, DueClock, Fired } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { endKinds, movedEnd, warningAt } from '../domain/ending.ts'
import { isReachable, maySurviveWithout } from '../domain/last-administrator.ts'
import { administratorsOf } from '../grants.store.ts'
import { type EndingGrant, lockEnding, markExpired, moveEnd, resetClocks } from './ending.store.ts'

/** What the clocks of rights that end do. */
export const endingClocks: ClockHandlers = {
  [endKinds.warn]: ofGrant(warn),
  [endKinds.keep]: ofGrant(async (tx, grant) => ((await keepLast(tx, grant)) ? 'DONE' : 'SKIPPED')),
  [endKinds.expire]: ofGrant(async (tx, grant) => {
    if (!(await keepLast(tx, grant))) await expire(tx, grant)
    return 'DONE'
  }),
}

type Step = (tx: Tx, grant: EndingGrant, clock: DueClock) => Promise<Fired>

/** The handler that does this to a right, when it still ends as the clock says; else the clock is none of it. */
function ofGrant(step: Step): ClockHandler {
  return async (tx, clock) => {
    const which = { accountId: clock.account as AccountId, id: clock.subject as GrantId }
    const grant = await lockEnding(tx, which)
    if (!grant) return 'CANCELLED'
    if (clock.kind === endKinds.expire && grant.endsAt > grant.now) {
      await resetClocks(tx, grant)
      return 'CANCELLED'
    }
    return step(tx, grant, clock)
  }
}

// Of two that come together only the nearer is told, and none of what gives nothing anyway.
async function warn(tx: Tx, grant: EndingGrant, { dueAt }: DueClock): Promise<Fired> {
  const warning = warningAt(grant.endsAt, grant.timeZone, grant.now)
  if (!warning || dueAt < warning.dueAt || grant.suspendedAt !== null || !grant.accountIsActive)
    return 'SKIPPED'
  await recordOf(tx, grant, 'grant.ending', { days: warning.days, endsAt: grant.endsAt.toISOString() })
  return 'DONE'
}

async function expire(tx: Tx, grant: EndingGrant): Promise<void> {
  await markExpired(tx, grant)
  await recordOf(tx, grant, 'grant.expired', { endsAt: grant.endsAt.toISOString() })
}

/**
 * The last administrator who can be reached goes on for a week when their right would end, even when that is noticed
 * only after it has: an account is never left alone by the clock. True when that was so.
 */
async function keepLast(tx: Tx, grant: EndingGrant): Promise<boolean> {
  const { role, suspendedAt, accountIsActive, holder, accountId, id } = grant
  if (role !== 'SA' || suspendedAt !== null || !accountIsActive || !isReachable(holder)) return false
  if (maySurviveWithout(await administratorsOf(tx, accountId), [id])) return false
  const endsAt = movedEnd(grant.endsAt, grant.now)
  await moveEnd(tx, grant, endsAt)
  const from = grant.endsAt.toISOString()
  await recordOf(tx, grant, 'grant.end-moved', { from, endsAt: endsAt.toISOString() })
  return true
}

type Facts = { readonly endsAt: string; readonly from?: string; readonly days?: number }

function recordOf(tx: Tx, grant: EndingGrant, type: string, facts: Facts): Promise<unknown> {
  return record(tx, {
    type,
    account: grant.accountId,
    actor: null,
    subject: grant.personId,
    ...(grant.requestId === null ? {} : { request: grant.requestId }),
    facts: {
      ...facts,
      grantId: grant.id,
      personId: grant.personId,
      role: recorded(grant.role),
      virtualAccountId: grant.virtualAccountId,
    },
  })
}
