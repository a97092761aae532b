import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endMomentOf, endsADay, readEnd, typedEnd } from './end-moment.ts'

const read = (day: string, time = '') => readEnd({ day, time })
const at = (written: string, zone = 'Europe/Paris') => endMomentOf(written, zone)?.toISOString()

describe('an end that was typed', () => {
  it('is a day as browsers or people write it, with a time or without', () => {
    expect(read('2027-03-31')).toBe('2027-03-31')
    expect(read(' 31/3/2027 ')).toBe('2027-03-31')
    expect(read('2027-03-31', '18:00')).toBe('2027-03-31T18:00')
    expect(read('2027-03-31', '8h05')).toBe('2027-03-31T08:05')
  })

  it('is none when nothing was typed', () => {
    expect(read('', ' ')).toBe(null)
  })

  it.each([
    ['31/02/2027', ''],
    ['2027-13-01', ''],
    ['tomorrow', ''],
    ['2027-03-31', '25:00'],
    ['2027-03-31', '18'],
    ['', '18:00'],
  ])('cannot be read from "%s" and "%s"', (day, time) => {
    expect(read(day, time)).toBe(undefined)
  })
})

describe('the instant of an end', () => {
  it('is the last second of a day, or the minute, on the clocks of the zone', () => {
    expect(at('2027-03-31')).toBe('2027-03-31T21:59:59.000Z')
    expect(at('2027-01-31')).toBe('2027-01-31T22:59:59.000Z')
    expect(at('2027-03-31T18:00')).toBe('2027-03-31T16:00:00.000Z')
    expect(at('2027-03-31T18:00', 'Asia/Kolkata')).toBe('2027-03-31T12:30:00.000Z')
  })

  it('lies as long after the gap as the time lies in it, when clocks go forward', () => {
    // On 28 March 2027 Paris goes from 02:00 to 03:00.
    expect(at('2027-03-28T01:59')).toBe('2027-03-28T00:59:00.000Z')
    expect(at('2027-03-28T02:30')).toBe('2027-03-28T01:30:00.000Z')
    expect(at('2027-03-28T03:00')).toBe('2027-03-28T01:00:00.000Z')
  })

  it('is the first of two, when clocks go back', () => {
    // On 31 October 2027 Paris shows 02:00 to 03:00 twice.
    expect(at('2027-10-31T02:30')).toBe('2027-10-31T00:30:00.000Z')
    expect(at('2027-10-31T03:00')).toBe('2027-10-31T02:00:00.000Z')
    expect(at('2027-10-31')).toBe('2027-10-31T22:59:59.000Z')
  })

  it('is there even where midnight is not, or comes twice', () => {
    // Beirut goes forward at midnight, Havana back at one.
    expect(at('2027-03-27', 'Asia/Beirut')).toBe('2027-03-27T21:59:59.000Z')
    expect(at('2027-11-07T00:30', 'America/Havana')).toBe('2027-11-07T04:30:00.000Z')
  })

  it('is none for what is no end', () => {
    expect(at('31/03/2027')).toBe(undefined)
    expect(at('2027-03-31T99:00')).toBe(undefined)
    expect(at('')).toBe(undefined)
  })
})

describe('an instant as it is typed', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']

  it('says the day alone when it ends the day', () => {
    expect(typedEnd(new Date('2027-03-31T21:59:59Z'), 'Europe/Paris')).toEqual({
      day: '2027-03-31',
      time: '',
    })
    expect(endsADay(new Date('2027-03-31T21:59:59Z'), 'UTC')).toBe(false)
    expect(typedEnd(null, 'UTC')).toEqual({ day: '', time: '' })
  })

  it('means, to the minute, the instant that it was made from; but for the second of two that look the same', () => {
    const minutes = fc.integer({
      min: Date.UTC(2026, 0) / 60_000,
      max: Date.UTC(2031, 0) / 60_000,
    })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const instant = new Date(minute * 60_000)
        const written = readEnd(typedEnd(instant, zone))
        const again = written ? endMomentOf(written, zone) : undefined
        const late = instant.getTime() - (again?.getTime() ?? 0)
        expect([0, 1_800_000, 3_600_000]).toContain(late)
        expect(typedEnd(again ?? null, zone)).toEqual(typedEnd(instant, zone))
      }),
      { numRuns: 300 },
    )
  })
})
