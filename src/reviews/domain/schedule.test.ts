import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, isWorkingDay, plainCalendar } from '../../accounts/domain/calendar.ts'
import { roles } from '../../accounts/domain/roles.ts'
import { localTimeIn } from '../../kernel/local-time.ts'
import { daysAfter } from '../../kernel/time.ts'
import { activityOf } from './activity.ts'
import { closingOf, nextOpening, remindersOf } from './calendar.ts'
import { dueAt, hasSay, monthsBetween } from './period.ts'

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'] as const
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
const days = fc
  .date({ min: new Date('2019-12-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  closedDays: fc.array(days, { maxLength: 300 }).map((list) => new Set(list)),
  quietHours: fc.constant(null),
})
const paris = plainCalendar('Europe/Paris')

describe('access comes due', () => {
  it('after half a year for those who have a say over others or sign, and for people from outside', () => {
    const half = roles.filter((role) => monthsBetween(role, false) === 6)
    expect(half).toEqual(['VA', 'AG', 'SA'])
    expect(roles.filter(hasSay)).toEqual(half)
    expect(roles.every((role) => monthsBetween(role, true) === 6)).toBe(true)
  })

  it('on the same day and at the same time, by the clocks of the account', () => {
    expect(dueAt(new Date('2026-01-15T09:30:00Z'), 6, 'Europe/Paris')).toEqual(
      new Date('2026-07-15T08:30:00Z'),
    )
    expect(dueAt(new Date('2026-08-31T10:00:00Z'), 6, 'UTC')).toEqual(new Date('2027-02-28T10:00:00Z'))
    expect(dueAt(new Date('2024-02-29T10:00:00Z'), 12, 'UTC')).toEqual(new Date('2025-02-28T10:00:00Z'))
  })

  it('never earlier than 181 or later than 367 days', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (since, zone) => {
        const half = dueAt(since, 6, zone)
        const whole = dueAt(since, 12, zone)
        expect(half >= daysAfter(since, 180) && half < whole).toBe(true)
        expect(whole <= daysAfter(since, 367)).toBe(true)
      }),
    )
  })
})

describe('a review opens', () => {
  it('at nine on the first working day of the next month', () => {
    expect(nextOpening(new Date('2026-10-05T10:00:00Z'), paris)).toEqual(new Date('2026-11-02T08:00:00Z'))
    expect(nextOpening(new Date('2026-11-02T08:00:00Z'), paris)).toEqual(new Date('2026-12-01T08:00:00Z'))
  })

  it('once a month, on a day that the account works, whatever its calendar', () => {
    fc.assert(
      fc.property(moments, calendars, (after, calendar) => {
        const opening = nextOpening(after, calendar)
        const local = localTimeIn(opening, calendar.timeZone)
        const before = localTimeIn(after, calendar.timeZone)
        const months = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth()
        expect(months(local) - months(before)).toBe(1)
        const first = new Date(local)
        first.setUTCDate(1)
        const worked = Array.from({ length: 28 }, (_, n) => daysAfter(first, n)).some((day) =>
          isWorkingDay(calendar, day),
        )
        if (worked) expect(isWorkingDay(calendar, local)).toBe(true)
      }),
    )
  })

  it('and reminds three times, on working days and before it closes', () => {
    fc.assert(
      fc.property(moments, calendars, (openedAt, calendar) => {
        const reminders = remindersOf(openedAt, calendar)
        expect(reminders.every(({ at }) => at > openedAt && at < closingOf(openedAt))).toBe(true)
        expect(new Set(reminders.map(({ n }) => n)).size).toBe(reminders.length)
      }),
    )
    const opening = new Date('2026-11-02T08:00:00Z')
    expect(remindersOf(opening, paris).map(({ n }) => n)).toEqual([7, 20, 27])
    expect(remindersOf(opening, paris)[1]?.at).toEqual(new Date('2026-11-23T08:00:00Z'))
  })
})

describe('how lately somebody was active', () => {
  it('is said in bands', () => {
    const now = new Date('2026-11-23T12:00:00Z')
    const bands = [0, 7, 8, 31, 32, 90, 91].map((n) => activityOf(daysAfter(now, -n), now))
    expect(bands).toEqual(['WEEK', 'WEEK', 'MONTH', 'MONTH', 'QUARTER', 'QUARTER', 'LONG'])
    expect(activityOf(null, now)).toBe('NEVER')
  })
})
