import { describe, expect, it } from 'vitest'
import { holidayCountries, holidayRegions, isHolidayPlace, publicHolidays } from './holidays.ts'

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
