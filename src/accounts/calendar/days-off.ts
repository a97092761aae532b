import type { Locale } from '../../platform/i18n/reader.ts'
import type { ClosedDay } from './calendar.store.ts'
import type { Holiday } from './holidays.ts'

/** A day without work, and why. */
export type DayOff = { readonly day: string; readonly name: string; readonly isPublic: boolean }

/** The next days without work after `today`, but for weekends: closed days and public holidays, each once. */
export function nextDaysOff(
  { closed, holidays }: { readonly closed: readonly ClosedDay[]; readonly holidays: readonly Holiday[] },
  { today, locale, most }: { readonly today: string; readonly locale: Locale; readonly most: number },
): DayOff[] {
  const days = new Map<string, DayOff>()
  for (const { day, names } of holidays) days.set(day, { day, name: names[locale], isPublic: true })
  for (const { day, name } of closed) days.set(day, { day, name, isPublic: false })
  return [...days.values()]
    .filter(({ day }) => day >= today)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .slice(0, most)
}

/** An instant on a day 'YYYY-MM-DD', to be said in UTC. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
