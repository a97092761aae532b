import { localTimeIn, momentOf } from '../../kernel/local-time.ts'
import { dailyHour } from './categories.ts'

const dayMs = 86_400_000

/** The next eight o’clock in the morning as the clocks of the zone show it, after the instant. */
export function nextMorning(instant: Date, timeZone: string): Date {
  const local = localTimeIn(instant, timeZone)
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
  const today = momentOf(new Date(midnight + dailyHour * 3_600_000), timeZone)
  if (today > instant) return today
  return momentOf(new Date(midnight + dayMs + dailyHour * 3_600_000), timeZone)
}
