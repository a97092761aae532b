import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTimeIn } from '../../kernel/local-time.ts'
import {
  afterQuietHours,
  type Calendar,
  calendarOf,
  isWorkingDay,
  plainCalendar,
  wholeWorkingDaysBetween,
  workingDaysAfter,
} from './calendar.ts'

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'] as const
const dayInMs = 86_400_000

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const days = fc
  .date({ min: new Date('2019-12-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  closedDays: fc.array(days, { maxLength: 400 }).map((list) => new Set(list)),
  quietHours: fc.option(fc.record({ from: times, to: times })),
})

const everyDay = [1, 2, 3, 4, 5, 6, 7]

function paris(changes: Partial<Calendar>): Calendar {
  return { ...plainCalendar('Europe/Paris'), ...changes }
}

function after(instant: string, count: number, calendar: Calendar): string {
  return workingDaysAfter(new Date(instant), count, calendar).toISOString()
}

function dayOf(instant: Date, { timeZone }: Calendar): string {
  return localTimeIn(instant, timeZone).toISOString().slice(0, 10)
}

describe('working days', () => {
  it('leave out the weekend of the account', () => {
    const friday = paris({ weekend: [5, 6] })
    expect(after('2026-03-12T09:00:00.000Z', 1, friday)).toBe('2026-03-15T09:00:00.000Z')
  })

  it('leave out closed days, and keep the hour over the change of clocks', () => {
    const easter = paris({ closedDays: new Set(['2026-04-03', '2026-04-06']) })
    expect(after('2026-03-27T09:00:00.000Z', 5, easter)).toBe('2026-04-07T08:00:00.000Z')
  })

  it('lead somewhere though every day is closed, later the more of them there are', () => {
    const closed = paris({ weekend: everyDay })
    const start = new Date('2026-03-11T09:00:00Z')
    const ends = [1, 2, 3].map((count) => workingDaysAfter(start, count, closed).getTime())
    expect(ends).toEqual(ends.toSorted((one, other) => one - other))
    expect(new Set(ends).size).toBe(3)
    expect(wholeWorkingDaysBetween(start, new Date('2026-12-31T00:00:00Z'), closed)).toBe(0)
  })

  it('never end on a closed day or on the weekend, and always later', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 12 }), (calendar, instant, count) => {
        const end = workingDaysAfter(instant, count, calendar)
        expect(isWorkingDay(calendar, localTimeIn(end, calendar.timeZone))).toBe(true)
        expect(end.getTime()).toBeGreaterThan(instant.getTime())
        expect(workingDaysAfter(instant, count + 1, calendar).getTime()).toBeGreaterThan(end.getTime())
      }),
      { numRuns: 200 },
    )
  })

  it('end on no earlier day for who begins later', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 0, max: 9 * dayInMs }),
        fc.integer({ min: 0, max: 12 }),
        (calendar, early, wait, count) => {
          const late = new Date(early.getTime() + wait)
          const ends = [early, late].map((instant) =>
            dayOf(workingDaysAfter(instant, count, calendar), calendar),
          )
          expect(ends).toEqual(ends.toSorted())
        },
      ),
      { numRuns: 200 },
    )
  })

  it('that have passed are as many as were added', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 0, max: 12 }), (calendar, instant, count) => {
        const end = workingDaysAfter(instant, count, calendar)
        expect(wholeWorkingDaysBetween(instant, end, calendar)).toBe(count)
        expect(wholeWorkingDaysBetween(instant, new Date(end.getTime() - 1), calendar)).toBe(
          Math.max(0, count - 1),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('that have passed are none before anything has begun', () => {
    const start = new Date('2026-03-11T09:00:00Z')
    expect(wholeWorkingDaysBetween(start, new Date(start.getTime() - dayInMs), paris({}))).toBe(0)
  })
})

describe('quiet hours', () => {
  const night = { from: '20:00', to: '07:30' }

  it.each([
    ['let the day be', '2026-03-11T12:00:00.000Z', '2026-03-11T12:00:00.000Z'],
    ['begin on the minute', '2026-03-11T19:00:00.000Z', '2026-03-12T06:30:00.000Z'],
    ['end on the minute', '2026-03-11T06:30:00.000Z', '2026-03-11T06:30:00.000Z'],
    ['last past midnight', '2026-03-11T23:30:00.000Z', '2026-03-12T06:30:00.000Z'],
    ['follow the clocks', '2026-03-28T23:30:00.000Z', '2026-03-29T05:30:00.000Z'],
  ])('%s', (_what, instant, expected) => {
    expect(afterQuietHours(new Date(instant), paris({ quietHours: night })).toISOString()).toBe(expected)
  })

  it('within one day end on that day', () => {
    const noon = paris({ quietHours: { from: '12:00', to: '14:00' } })
    expect(afterQuietHours(new Date('2026-03-11T11:30:00Z'), noon).toISOString()).toBe(
      '2026-03-11T13:00:00.000Z',
    )
  })

  it('of no length are none', () => {
    const none = paris({ quietHours: { from: '09:00', to: '09:00' } })
    expect(afterQuietHours(new Date('2026-03-11T08:00:00Z'), none)).toEqual(new Date('2026-03-11T08:00:00Z'))
  })

  it('are over afterwards, within a day, and keep who was outside where they are', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, instant) => {
        const end = afterQuietHours(instant, calendar)
        expect(afterQuietHours(end, calendar)).toEqual(end)
        const waited = end.getTime() - instant.getTime()
        expect(waited).toBeGreaterThanOrEqual(0)
        expect(waited).toBeLessThanOrEqual(2 * dayInMs)
      }),
      { numRuns: 500 },
    )
  })

  it('that leave only an hour which the clocks skip last until the next day', () => {
    const narrow = paris({ quietHours: { from: '03:00', to: '02:00' } })
    const end = afterQuietHours(new Date('2026-03-28T12:00:00Z'), narrow)
    expect(end.toISOString()).toBe('2026-03-30T00:00:00.000Z')
  })
})

describe('a calendar that is stored', () => {
  it('has quiet hours only when both ends are given', () => {
    const row = {
      timeZone: 'UTC',
      weekend: [6, 7],
      closedDays: ['2026-12-25'],
      quietFrom: null,
      quietTo: null,
    }
    expect(calendarOf(row)).toEqual({ ...plainCalendar('UTC'), closedDays: new Set(['2026-12-25']) })
    expect(calendarOf({ ...row, quietFrom: '20:00', quietTo: '07:00' }).quietHours).toEqual({
      from: '20:00',
      to: '07:00',
    })
  })
})
