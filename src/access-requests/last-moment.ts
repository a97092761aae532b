import { momentOf } from '../kernel/local-time.ts'

const written = /^(\d{4})-(\d{2})-(\d{2})$/

/** The last second of a day written as 2027-03-31, as the clocks of the zone show it; undefined when it is no day. */
export function lastMomentOf(day: string, timeZone: string): Date | undefined {
  const [, year, month, date] = (written.exec(day.trim()) ?? []).map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  const local = new Date(Date.UTC(year, month - 1, date, 23, 59, 59))
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== date) return undefined
  return momentOf(local, timeZone)
}
