import type { ClockHandlers, Fired } from '../platform/clocks/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { lapseClock } from './ask-for-colleague/ask-for-colleague.ts'
import { lapseOnBehalf } from './ask-for-colleague/settle-on-behalf.ts'
import { becomeOverdue } from './become-overdue/become-overdue.ts'
import { byClock, type DueStep } from './by-clock.ts'
import { clockKinds } from './domain/schedule.ts'
import { escalateByClock } from './escalate/escalate.ts'
import { expire, warnOfExpiry } from './expire/expire.ts'
import { leaveUnanswered, warnOfSilence } from './leave-unanswered/leave-unanswered.ts'
import { nudgeSupport } from './nudge-support/nudge-support.ts'
import { remindByClock } from './remind-by-clock/remind-by-clock.ts'

/** What the clocks of requests do. */
export const clockHandlers: ClockHandlers = {
  [clockKinds.remind]: byClock(remindByClock),
  [clockKinds.becomeOverdue]: byClock(becomeOverdue),
  [clockKinds.escalate]: byClock(escalate),
  [clockKinds.warnOfExpiry]: byClock(warnOfExpiry),
  [clockKinds.expire]: byClock(expire),
  [clockKinds.warnOfSilence]: byClock(warnOfSilence),
  [clockKinds.leaveUnanswered]: byClock(leaveUnanswered),
  [clockKinds.nudgeSupport]: byClock(nudgeSupport),
  [lapseClock]: lapseOnBehalf,
}

async function escalate(tx: Tx, { request }: DueStep): Promise<Fired> {
  return (await escalateByClock(tx, request)).ok ? 'DONE' : 'CANCELLED'
}
