import { type Calendar, isWorkingDay } from '../../accounts/domain/calendar.ts'
import { localTimeIn, momentOf } from '../../kernel/local-time.ts'
import { daysAfter } from '../../kernel/time.ts'

/** So long a review stays open; what is unanswered then is suspended. */
export const daysToAnswer = 30
/** After so many days whoever has not answered is reminded. */
export const reminderDays = [7, 20, 27] as const

const opensAtHour = 9
const mostClosedInARow = 28

/**
 * When the next review of an account opens: at nine on the first working day of the next month, by its own clocks and
 * calendar. What comes due before the one after it is in it, so that nothing waits past its day and nobody gets a mail
 * a day.
 */
export function nextOpening(after: Date, calendar: Calendar): Date {
  const local = localTimeIn(after, calendar.timeZone)
  const first = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1, opensAtHour))
  return momentOf(workingDayFrom(first, calendar), calendar.timeZone)
}

/** When a review that opens at `openedAt` closes, to the second, whatever day that is. */
export function closingOf(openedAt: Date): Date {
  return daysAfter(openedAt, daysToAnswer)
}

/** When those who have not answered are reminded: on a working day, and always before it closes. */
export function remindersOf(openedAt: Date, calendar: Calendar): { readonly n: number; readonly at: Date }[] {
  const closesAt = closingOf(openedAt)
  return reminderDays
    .map((n) => ({ n, at: onWorkingDay(daysAfter(openedAt, n), calendar) }))
    .filter(({ at }) => at < closesAt)
}

/** The moment itself, or the same time on the next working day. */
export function onWorkingDay(moment: Date, calendar: Calendar): Date {
  const local = localTimeIn(moment, calendar.timeZone)
  if (isWorkingDay(calendar, local)) return moment
  return momentOf(workingDayFrom(local, calendar), calendar.timeZone)
}

// After four weeks without a working day any day will do: what is due must not wait for a calendar that has none.
function workingDayFrom(local: Date, calendar: Calendar): Date {
  let day = local
  for (let closed = 0; closed < mostClosedInARow && !isWorkingDay(calendar, day); closed++) {
    day = daysAfter(day, 1)
  }
  return isWorkingDay(calendar, day) ? day : local
}
