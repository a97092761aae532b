import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import { localTimeIn, momentOf } from '../../kernel/local-time.ts'
import type { AccessRequest } from './request.ts'

export const workingDaysToAnswer = 5
export const daysToExpiry = 28
export const remindersByHandAllowed = 3
export const hoursBeforeReminder = 48
export const hoursAfterAnyReminder = 24

/** By when a request sent at `submittedAt` should be answered, in the account's zone, and when it expires. */
export function timesOf(
  submittedAt: Date,
  timeZone: string,
): { readonly dueAt: Date; readonly expiresAt: Date } {
  return {
    dueAt: workingDaysAfter(submittedAt, workingDaysToAnswer, timeZone),
    expiresAt: daysAfter(submittedAt, daysToExpiry),
  }
}

/**
 * The same time of day `days` working days (Monday to Friday) later, as the clocks of the IANA zone show it. A time
 * that the clocks skip on that day lies as long after the gap as it was into it, one that comes twice is the first.
 */
export function workingDaysAfter(instant: Date, days: number, timeZone: string): Date {
  let local = localTimeIn(instant, timeZone)
  let left = days
  while (left > 0) {
    local = daysAfter(local, 1)
    if (isWorkingDay(local, timeZone)) left--
  }
  return momentOf(local, timeZone)
}

/** From when the requester can send the next reminder, if any is left and somebody is reachable. */
export function reminderPossibleFrom(
  request: Pick<AccessRequest, 'submittedAt' | 'lastRemindedAt' | 'lastRemindedByHandAt'>,
): Date {
  const waits = [hoursAfter(request.submittedAt, hoursBeforeReminder)]
  if (request.lastRemindedByHandAt) waits.push(hoursAfter(request.lastRemindedByHandAt, hoursBeforeReminder))
  if (request.lastRemindedAt) waits.push(hoursAfter(request.lastRemindedAt, hoursAfterAnyReminder))
  return new Date(Math.max(...waits.map((wait) => wait.getTime())))
}

/** How many reminders the requester can still send. */
export function remindersLeft(request: Pick<AccessRequest, 'remindersByHand'>): number {
  return Math.max(0, remindersByHandAllowed - request.remindersByHand)
}

function isWorkingDay(local: Date, timeZone: string): boolean {
  const day = local.getUTCDay()
  return day !== 0 && day !== 6 && existsIn(local, timeZone)
}

// Samoa had no 30 December 2011: a day that its calendar left out is no day to answer on.
function existsIn(local: Date, timeZone: string): boolean {
  const noon = new Date(local)
  noon.setUTCHours(12, 0, 0, 0)
  return localTimeIn(momentOf(noon, timeZone), timeZone).getUTCDate() === local.getUTCDate()
}
