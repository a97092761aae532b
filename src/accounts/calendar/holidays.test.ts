import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyWorld } from '../../../test/world/empty.ts'
import {
  holidayCountries,
  holidayEdition,
  holidayRegions,
  isHolidayPlace,
  publicHolidays,
} from './holidays.ts'
import { keepHolidays } from './keep-holidays.ts'

async function days(country: string, year: number, region = ''): Promise<string[]> {
  return (await publicHolidays({ country, region }, year)).map(({ day }) => day)
}

describe('public holidays', () => {
  it('of France are its eleven days, in both languages', async () => {
    const found = await publicHolidays({ country: 'FR', region: '' }, 2026)
    expect(found.map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
    expect(found.at(-1)?.names).toEqual({ en: 'Christmas Day', fr: 'Noël' })
  })

  it('of a region are more than those of its country', async () => {
    expect(await days('DE', 2026, 'BY')).toContain('2026-01-06')
    expect(await days('DE', 2026)).not.toContain('2026-01-06')
    expect(await days('DE', 2026, 'BY-A')).toContain('2026-08-08')
  })

  it('that begin at sunset are the day after, those of several days are each of them', async () => {
    expect(await days('IL', 2026)).toContain('2026-04-22')
    const feast = (await days('TR', 2026)).filter((day) => day > '2026-05-20' && day < '2026-06-10')
    expect(feast).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'])
  })

  it('are no observances', async () => {
    expect(await days('US', 2026)).not.toContain('2026-02-14')
    expect(await days('US', 2026)).toContain('2026-11-26')
  })
})

describe('a place', () => {
  it('is a country that is known, and a part that it has', async () => {
    expect(await holidayCountries()).toContain('NZ')
    expect((await holidayRegions('CH')).find(({ code }) => code === 'VD')?.name).toBe('Canton de Vaud')
    expect(await isHolidayPlace({ country: 'FR', region: '' })).toBe(true)
    expect(await isHolidayPlace({ country: 'FR', region: 'BY' })).toBe(false)
    expect(await isHolidayPlace({ country: 'XX', region: '' })).toBe(false)
    expect(await isHolidayPlace({ country: '__proto__', region: '' })).toBe(false)
  })
})

describe('the rules', () => {
  it('are of the edition that is installed', () => {
    const about = readFileSync(
      join(import.meta.dirname, '../../../node_modules/date-holidays/package.json'),
      'utf8',
    )
    expect(JSON.parse(about).version).toBe(holidayEdition)
  })
})

describe('holidays that are kept', () => {
  it('reach from last year to the year after next, and are computed once for each edition of the rules', async () => {
    await using here = await emptyWorld()
    const years = () =>
      here.owner<{ year: number; n: number }>(
        `select year - extract(year from app_now())::int as year, cardinality(days) as n from public_holidays order by 1`,
      )
    expect(await keepHolidays(here.db, null)).toBe(0)
    const place = { country: 'FR', region: '' }
    expect(await keepHolidays(here.db, place)).toBe(4)
    expect((await years()).map(({ year }) => year)).toEqual([-1, 0, 1, 2])
    expect(await keepHolidays(here.db, place)).toBe(0)
    await here.owner(`update public_holidays set edition = '1.0.0', days = '{}'`)
    expect(await keepHolidays(here.db, place)).toBe(4)
    expect((await years()).every(({ n }) => n >= 10)).toBe(true)
  })
})
