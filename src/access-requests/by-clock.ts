import { afterQuietHours } from '../accounts/domain/calendar.ts'
import type { AccountId, RequestId } from '../kernel/id.ts'
import type { ClockHandler, DueClock, Fired } from '../platform/clocks/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { holdForClock, readTimed, reschedule } from './clocks.store.ts'
import { type Clock, clockKinds, scheduleOf, type Setting } from './domain/schedule.ts'
import type { StoredRequest } from './requests.row.ts'
import { readRequest } from './requests.store.ts'

/** A clock of a request that has come due, with all that is known at this moment. */
export type DueStep = {
  readonly request: StoredRequest
  readonly clock: DueClock
  readonly setting: Setting
  /** Every clock of the request as it stands. */
  readonly schedule: readonly Clock[]
}

/**
 * The handler of a clock that does this to its request: with the request locked, when the clock is still one of the
 * request's, has come due by the account's calendar as it is now, and nobody's quiet hours are broken.
 */
export function byClock(step: (tx: Tx, due: DueStep) => Promise<Fired>): ClockHandler {
  return async (tx, clock) => {
    const which = { accountId: clock.account as AccountId, id: clock.subject as RequestId }
    if (!(await holdForClock(tx, which))) return 'BUSY'
    const timed = await readTimed(tx, which)
    if (!timed) return 'CANCELLED'
    const { setting } = timed
    const schedule = scheduleOf(timed.request, setting)
    const moment = momentOf(clock, schedule)
    if (moment === undefined) {
      await reschedule(tx, which)
      return 'CANCELLED'
    }
    const at = afterQuietHours(moment > setting.now ? moment : setting.now, setting.calendar)
    if (at > setting.now) return { later: at }
    return step(tx, { request: await readRequest(tx, which.accountId, which.id), clock, setting, schedule })
  }
}

/** When the clock is due by the schedule; undefined when the request has no such clock. */
function momentOf({ kind, n, dueAt }: DueClock, schedule: readonly Clock[]): Date | undefined {
  // Support is told again and again, each time by the number of times the wait has lasted.
  if (kind === clockKinds.nudgeSupport)
    return schedule.some((clock) => clock.kind === kind) ? dueAt : undefined
  return schedule.find((clock) => clock.kind === kind && clock.n === n)?.dueAt
}

/** Whether a later clock of the same kind has come due too: of several that were missed the newest counts. */
export function isOutdone({ clock, setting, schedule }: DueStep): boolean {
  return schedule.some(({ kind, n, dueAt }) => kind === clock.kind && n > clock.n && dueAt <= setting.now)
}
