import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateStyle, formatDate, formats } from './format.ts'
import { locales } from './reader.ts'

const styles = Object.keys(formats) as DateStyle[]
const zones = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const tags = { en: 'en-GB', fr: 'fr-FR' } as const
const reader = fc.record({ locale: fc.constantFrom(...locales), timeZone: fc.constantFrom(...zones) })

// A few weeks around a change of the clocks, so that days and offsets are met again and again.
const instant = fc.date({
  min: new Date('2026-10-15T00:00:00Z'),
  max: new Date('2026-11-10T00:00:00Z'),
  noInvalidDate: true,
})
const anytime = fc.date({
  min: new Date('1975-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('a date', () => {
  it('is said as the standard library says it, in every way, zone and language, but for the first of a month in French', () => {
    fc.assert(
      fc.property(reader, fc.constantFrom(...styles), fc.oneof(instant, anytime), (who, style, at) => {
        const whole = new Intl.DateTimeFormat(tags[who.locale], { ...formats[style], timeZone: who.timeZone })
        const said = whole.format(at)
        const first = said.replace(/(?<!\d)1(?=\s\p{L})/u, '1er')
        expect(formatDate(who, at, style)).toBe(who.locale === 'fr' ? first : said)
      }),
      { numRuns: 3_000 },
    )
  })
})
