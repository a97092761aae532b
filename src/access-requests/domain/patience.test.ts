import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now } from '../../accounts/domain/cast.ts'
import { plainCalendar, workingDaysAfter } from '../../accounts/domain/calendar.ts'
import { defaultPatience } from '../../accounts/domain/patience-settings.ts'
import { request, usualTiming } from './cast.ts'
import { localTimeIn, momentOf } from '../../kernel/local-time.ts'
import { reminderPossibleFrom, remindersLeft, timesOf } from './patience.ts'

const [parisZone, newYork, lordHowe, apia, cairo] = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
] as const

function after(instant: string, days: number, zone: string): string {
  return workingDaysAfter(new Date(instant), days, plainCalendar(zone)).toISOString()
}

describe('five working days', () => {
  it.each([
    ['are a week from a Wednesday', '2026-03-11T09:00:00.123Z', 'UTC', '2026-03-18T09:00:00.123Z'],
    ['from a Friday end on the next Friday', '2026-03-13T23:59:59.999Z', 'UTC', '2026-03-20T23:59:59.999Z'],
    ['from a Saturday end on the next Friday', '2026-03-14T10:00:00.000Z', 'UTC', '2026-03-20T10:00:00.000Z'],
    ['from a Sunday end on the next Friday', '2026-03-15T10:00:00.000Z', 'UTC', '2026-03-20T10:00:00.000Z'],
    ['cross a leap day', '2028-02-25T10:00:00.000Z', 'UTC', '2028-03-03T10:00:00.000Z'],
    ['cross a year', '2026-12-29T10:00:00.000Z', 'UTC', '2027-01-05T10:00:00.000Z'],
    [
      'keep the hour when Paris goes to summer time',
      '2026-03-25T09:00:00.000Z',
      parisZone,
      '2026-04-01T08:00:00.000Z',
    ],
    [
      'keep the hour when Paris goes to winter time',
      '2026-10-21T08:00:00.000Z',
      parisZone,
      '2026-10-28T09:00:00.000Z',
    ],
    [
      'keep the hour when New York goes to summer time',
      '2026-03-04T15:30:00.000Z',
      newYork,
      '2026-03-11T14:30:00.000Z',
    ],
    [
      'keep the hour when New York goes to winter time',
      '2026-10-28T14:30:00.000Z',
      newYork,
      '2026-11-04T15:30:00.000Z',
    ],
    [
      'keep the half hour that Lord Howe turns by',
      '2026-09-30T23:00:00.000Z',
      lordHowe,
      '2026-10-07T22:30:00.000Z',
    ],
    [
      'keep the half hour that Lord Howe turns back by',
      '2026-04-01T22:30:00.000Z',
      lordHowe,
      '2026-04-08T23:00:00.000Z',
    ],
    [
      'begin on the local day, already Thursday in Apia',
      '2026-03-11T20:00:00.000Z',
      apia,
      '2026-03-18T20:00:00.000Z',
    ],
    [
      'begin on the local day, still Friday in New York',
      '2026-03-14T02:00:00.000Z',
      newYork,
      '2026-03-21T02:00:00.000Z',
    ],
    [
      'begin on the local day, already Saturday in Paris',
      '2026-03-13T23:30:00.000Z',
      parisZone,
      '2026-03-19T23:30:00.000Z',
    ],
    ['skip the Friday that Samoa never had', '2011-12-29T20:00:00.000Z', apia, '2012-01-05T20:00:00.000Z'],
  ])('%s', (_what, instant, zone, expected) => {
    expect(after(instant, 5, zone)).toBe(expected)
  })
})

describe('working days', () => {
  it('of which there are none change nothing', () => {
    expect(after('2026-03-14T10:00:00.000Z', 0, 'UTC')).toBe('2026-03-14T10:00:00.000Z')
  })

  it('from a Friday begin on Monday', () => {
    expect(after('2026-03-13T10:00:00.000Z', 1, 'UTC')).toBe('2026-03-16T10:00:00.000Z')
  })

  it('end as far behind a gap in the clock as they would in it', () => {
    // Cairo's clocks go from midnight to one o'clock on a Friday.
    expect(localTimeIn(new Date('2026-04-22T22:30:00.000Z'), cairo)).toEqual(
      new Date('2026-04-23T00:30:00.000Z'),
    )
    const end = workingDaysAfter(new Date('2026-04-22T22:30:00.000Z'), 1, plainCalendar(cairo))
    expect(localTimeIn(end, cairo)).toEqual(new Date('2026-04-24T01:30:00.000Z'))
    expect(end).toEqual(new Date('2026-04-23T22:30:00.000Z'))
  })

  it('never end on a weekend, always show the same time of day, and go by the week', () => {
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    const zones = fc.constantFrom(parisZone, newYork, lordHowe, apia, 'UTC', 'Asia/Kolkata')
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), zones, (instant, days, zone) => {
        const end = workingDaysAfter(instant, days, plainCalendar(zone))
        const local = localTimeIn(end, zone)
        expect([0, 6]).not.toContain(local.getUTCDay())
        const shift = (local.getTime() - localTimeIn(instant, zone).getTime()) % 86_400_000
        expect([0, 3_600_000, 1_800_000]).toContain(shift)
        expect(end.getTime()).toBeGreaterThan(instant.getTime())
        if (zone !== apia) {
          expect(
            workingDaysAfter(instant, days + 5, plainCalendar(zone)).getTime() - end.getTime(),
          ).toBeCloseTo(7 * 86_400_000, -7.3)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a time on the wall', () => {
  it('that comes twice is the first of the two', () => {
    expect(momentOf(new Date('2026-10-25T02:30:00Z'), parisZone).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    )
    expect(momentOf(new Date('2026-11-01T01:30:00Z'), newYork).toISOString()).toBe('2026-11-01T05:30:00.000Z')
  })

  it('that is skipped lies as long after the gap', () => {
    expect(momentOf(new Date('2026-03-29T02:30:00Z'), parisZone).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    )
    expect(momentOf(new Date('2026-10-04T02:15:00Z'), lordHowe).toISOString()).toBe(
      '2026-10-03T15:45:00.000Z',
    )
  })

  it.each([
    ['before and after Paris goes forward', parisZone, '2026-03-28T00:00:00Z'],
    ['before and after Paris goes back', parisZone, '2026-10-24T00:00:00Z'],
    ['before and after New York goes forward', newYork, '2026-03-07T00:00:00Z'],
    ['before and after New York goes back', newYork, '2026-10-31T00:00:00Z'],
    ['before and after Lord Howe goes forward', lordHowe, '2026-10-02T12:00:00Z'],
    ['before and after Lord Howe goes back', lordHowe, '2026-04-03T12:00:00Z'],
    ['around the day that Samoa left out', apia, '2011-12-29T00:00:00Z'],
  ])('is found again in every quarter of an hour %s', (_when, zone, start) => {
    for (let quarter = 0; quarter < 4 * 72; quarter++) {
      const instant = new Date(Date.parse(start) + quarter * 900_000)
      const local = localTimeIn(instant, zone)
      const back = momentOf(local, zone)
      expect(localTimeIn(back, zone)).toEqual(local)
      const isSecond = instant.getTime() - back.getTime()
      expect([0, 3_600_000, 1_800_000]).toContain(isSecond)
    }
  })

  it('is the instant that shows it', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.constantFrom(parisZone, newYork, lordHowe, apia, 'UTC'), (instant, zone) => {
        const local = localTimeIn(instant, zone)
        const back = momentOf(local, zone)
        expect(localTimeIn(back, zone)).toEqual(local)
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime())
      }),
    )
  })

  it('in a zone that does not exist is a mistake of the caller', () => {
    expect(() => localTimeIn(now, 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('a request', () => {
  it('is due after five working days and expires after 28 days', () => {
    expect(timesOf(new Date('2026-03-25T09:00:00.000Z'), usualTiming)).toEqual({
      dueAt: new Date('2026-04-01T08:00:00.000Z'),
      expiresAt: new Date('2026-04-22T09:00:00.000Z'),
    })
  })

  it('can be reminded of 48 hours after it was sent', () => {
    expect(reminderPossibleFrom(request())).toEqual(hours(48))
  })

  it('can be reminded of 48 hours after the last reminder by hand', () => {
    const reminded = request({ lastRemindedByHandAt: hours(50), lastRemindedAt: hours(50) })
    expect(reminderPossibleFrom(reminded)).toEqual(hours(98))
  })

  it('can be reminded of 24 hours after the last reminder by the clock', () => {
    expect(reminderPossibleFrom(request({ lastRemindedAt: hours(40) }))).toEqual(hours(64))
    expect(reminderPossibleFrom(request({ lastRemindedAt: hours(10) }))).toEqual(hours(48))
  })

  it('can be reminded of three times', () => {
    expect(
      [0, 1, 2, 3, 4].map((remindersByHand) => remindersLeft({ remindersByHand, patience: defaultPatience })),
    ).toEqual([3, 2, 1, 0, 0])
  })
})

function hours(count: number): Date {
  return new Date(now.getTime() + count * 3_600_000)
}
