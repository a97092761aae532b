import type { Database, Tx } from '../../platform/db/index.ts'
import { keepYear, missingYears } from './calendar.store.ts'
import { type HolidayPlace, publicHolidays } from './holidays.ts'

/**
 * Keeps the public holidays from last year to the year after next, of one place, or of all places that accounts chose
 * when it is null. Gives how many years were computed.
 */
export async function keepHolidays(db: Database | Tx, place: HolidayPlace | null): Promise<number> {
  const missing = await missingYears(db, place)
  for (const one of missing) await keepYear(db, one, await publicHolidays(one, one.year))
  return missing.length
}
