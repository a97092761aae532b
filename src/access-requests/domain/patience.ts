import { type Calendar, workingDaysAfter } from '../../accounts/domain/calendar.ts'
import type { PatienceSettings } from '../../accounts/domain/patience-settings.ts'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import type { AccessRequest } from './request.ts'

/** When an account works, and how long its requests wait. */
export type Timing = { readonly calendar: Calendar; readonly patience: PatienceSettings }

/** By when a request whose clocks start at `from` should be answered, and when it expires. */
export function timesOf(
  from: Date,
  { calendar, patience }: Timing,
): { readonly dueAt: Date; readonly expiresAt: Date } {
  return {
    dueAt: workingDaysAfter(from, patience.answerWorkingDays, calendar),
    expiresAt: daysAfter(from, patience.expiryDays),
  }
}

/** From when the requester can send the next reminder, if any is left and somebody is reachable. */
export function reminderPossibleFrom(
  request: Pick<AccessRequest, 'submittedAt' | 'lastRemindedAt' | 'lastRemindedByHandAt' | 'patience'>,
): Date {
  const { hoursBeforeReminder, hoursAfterAnyReminder } = request.patience
  const waits = [hoursAfter(request.submittedAt, hoursBeforeReminder)]
  if (request.lastRemindedByHandAt) waits.push(hoursAfter(request.lastRemindedByHandAt, hoursBeforeReminder))
  if (request.lastRemindedAt) waits.push(hoursAfter(request.lastRemindedAt, hoursAfterAnyReminder))
  return new Date(Math.max(...waits.map((wait) => wait.getTime())))
}

/** How many reminders the requester can still send. */
export function remindersLeft(request: Pick<AccessRequest, 'remindersByHand' | 'patience'>): number {
  return Math.max(0, request.patience.remindersByHand - request.remindersByHand)
}
