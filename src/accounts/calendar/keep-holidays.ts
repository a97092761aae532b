import type { Database, Tx } from '../../platform/db/index.ts'
import { keepYear, missingYears } from './calendar.store.ts'
import { holidayEdition, type HolidayPlace, publicHolidays } from './holidays.ts'

/**
 * Keeps the public holidays from last year to the year after next, of one place, or of all places that accounts chose
 * when it is null. Gives how many years were computed.
 */
export async function keepHolidays(db: Database | Tx, place: HolidayPlace | null): Promise<number> {
  const edition = holidayEdition
  const missing = await missingYears(db, { place, edition })
  for (const one of missing) await keepYear(db, one, { days: await publicHolidays(one, one.year), edition })
  return missing.length
}
