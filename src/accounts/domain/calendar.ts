import { localTimeIn, momentOf } from '../../kernel/local-time.ts'
import { daysAfter } from '../../kernel/time.ts'

/** The days on which an account answers, and the hours in which its people get no mail. */
export type Calendar = {
  /** An IANA zone. */
  readonly timeZone: string
  /** ISO weekdays on which nobody works: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[]
  /** 'YYYY-MM-DD' of the account's own closed days and of its public holidays. */
  readonly closedDays: ReadonlySet<string>
  readonly quietHours: QuietHours | null
}

/** 'HH:MM' on the account's clocks; `from` later than `to` lasts over midnight, both alike are no hours at all. */
export type QuietHours = { readonly from: string; readonly to: string }

/** An account's calendar as it is stored; `closedDays` are its own days and its public holidays. */
export type CalendarRow = {
  readonly timeZone: string
  readonly weekend: readonly number[]
  readonly closedDays: readonly string[]
  readonly quietFrom: string | null
  readonly quietTo: string | null
}

/** The weekend of an account that has not said otherwise: Saturday and Sunday. */
export const usualWeekend: readonly number[] = [6, 7]

const mostClosedInARow = 400

/** Monday to Friday, without holidays or quiet hours. */
export function plainCalendar(timeZone: string): Calendar {
  return { timeZone, weekend: usualWeekend, closedDays: new Set(), quietHours: null }
}

/** The calendar that a row of an account describes. */
export function calendarOf({ timeZone, weekend, closedDays, quietFrom, quietTo }: CalendarRow): Calendar {
  const quietHours = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null
  return { timeZone, weekend, closedDays: new Set(closedDays), quietHours }
}

/** Whether the account works on the day of `local`, a Date whose UTC fields are the local ones. */
export function isWorkingDay(calendar: Calendar, local: Date): boolean {
  return (
    !calendar.weekend.includes(local.getUTCDay() || 7) &&
    !calendar.closedDays.has(local.toISOString().slice(0, 10)) &&
    existsIn(local, calendar.timeZone)
  )
}

/**
 * The same time of day `days` working days later, as the clocks of the zone show it. A time that the clocks skip on
 * that day lies as long after the gap as it was into it, one that comes twice is the first. After 400 closed days in
 * a row the next day counts whatever it is, so that a calendar without any working day still leads somewhere.
 */
export function workingDaysAfter(instant: Date, days: number, calendar: Calendar): Date {
  let local = localTimeIn(instant, calendar.timeZone)
  for (let left = days; left > 0; left--) local = nextWorkingDay(local, calendar)
  return momentOf(local, calendar.timeZone)
}

/** How many working days have passed in full since `from`: the most that `workingDaysAfter` can add without passing `to`. */
export function wholeWorkingDaysBetween(from: Date, to: Date, calendar: Calendar): number {
  let days = 0
  let local = localTimeIn(from, calendar.timeZone)
  for (;;) {
    local = nextWorkingDay(local, calendar)
    if (momentOf(local, calendar.timeZone) > to) return days
    days++
  }
}

/** The instant itself, or when the quiet hours it lies in are over. */
export function afterQuietHours(instant: Date, calendar: Calendar): Date {
  const { quietHours, timeZone } = calendar
  if (quietHours === null) return instant
  const from = minutesOf(quietHours.from)
  const to = minutesOf(quietHours.to)
  let moment = instant
  // Clocks that go forward can carry the end of the quiet hours past the start of the next ones.
  for (let tries = 0; tries < 3; tries++) {
    const local = localTimeIn(moment, timeZone)
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
    if (!isQuiet(minute, from, to)) break
    local.setUTCHours(minute < to ? 0 : 24, to, 0, 0)
    moment = momentOf(local, timeZone)
  }
  return moment
}

function isQuiet(minute: number, from: number, to: number): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function nextWorkingDay(local: Date, calendar: Calendar): Date {
  let day = daysAfter(local, 1)
  for (let closed = 0; closed < mostClosedInARow && !isWorkingDay(calendar, day); closed++) {
    day = daysAfter(day, 1)
  }
  return day
}

// Samoa had no 30 December 2011: a day that its calendar left out is no day to answer on.
function existsIn(local: Date, timeZone: string): boolean {
  const noon = new Date(local)
  noon.setUTCHours(12, 0, 0, 0)
  return localTimeIn(momentOf(noon, timeZone), timeZone).getUTCDate() === local.getUTCDate()
}
