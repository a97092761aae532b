import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTimeIn } from '../../kernel/local-time.ts'
import { daysAfter } from '../../kernel/time.ts'
import { clocksOfEnd, daysLeft, endKinds, extendedEnd, movedEnd, warningAt, warningsOf } from './ending.ts'

const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'] as const
const instants = fc
  .integer({ min: Date.UTC(2026, 0) / 1_000, max: Date.UTC(2032, 0) / 1_000 })
  .map((seconds) => new Date(seconds * 1_000))
const dayInMs = 86_400_000

const said = (endsAt: string, zone = 'Europe/Paris') =>
  warningsOf(new Date(endsAt), zone).map(({ days, dueAt }) => `${days} ${dueAt.toISOString()}`)

describe('the warnings of an end', () => {
  it('come at nine in the morning, fourteen and three days before', () => {
    expect(said('2027-06-30T21:59:59Z')).toEqual([
      '14 2027-06-16T07:00:00.000Z',
      '3 2027-06-27T07:00:00.000Z',
    ])
  })

  it('come the morning before when the right ends earlier in the day', () => {
    expect(said('2027-06-30T06:59:00Z')).toEqual([
      '14 2027-06-15T07:00:00.000Z',
      '3 2027-06-26T07:00:00.000Z',
    ])
    expect(said('2027-06-30T07:00:00Z')[1]).toBe('3 2027-06-27T07:00:00.000Z')
  })

  it('keep to the clocks of the account when these go forward or back', () => {
    expect(said('2027-03-29T21:59:59Z')).toEqual([
      '14 2027-03-15T08:00:00.000Z',
      '3 2027-03-26T08:00:00.000Z',
    ])
    expect(said('2027-11-01T22:59:59Z')).toEqual([
      '14 2027-10-18T07:00:00.000Z',
      '3 2027-10-29T07:00:00.000Z',
    ])
  })

  it('never lie after the end or nearer to it than they say, in whatever zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (endsAt, zone) => {
        const all = warningsOf(endsAt, zone)
        for (const { days, dueAt } of all) {
          const before = localTimeIn(endsAt, zone).getTime() - localTimeIn(dueAt, zone).getTime()
          expect(before).toBeGreaterThanOrEqual(days * dayInMs)
          expect(before).toBeLessThan((days + 1) * dayInMs)
          expect(localTimeIn(dueAt, zone).getUTCHours()).toBe(9)
        }
        expect(all.map(({ dueAt }) => dueAt.getTime())).toEqual(
          all.map(({ dueAt }) => dueAt.getTime()).toSorted((one, other) => one - other),
        )
      }),
    )
  })
})

describe('the clocks of an end', () => {
  it('are those that lie ahead, each with a number of its own, and the end', () => {
    fc.assert(
      fc.property(instants, instants, fc.constantFrom(...zones), (endsAt, now, zone) => {
        const clocks = clocksOfEnd({ role: 'SA', endsAt }, zone, now)
        const keys = clocks.map(({ kind, n }) => `${kind} ${n}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(clocks.at(-1)).toMatchObject({ kind: endKinds.expire, dueAt: endsAt, irreversible: true })
        for (const { kind, dueAt } of clocks) {
          if (kind === endKinds.warn) expect(dueAt > now && dueAt < endsAt).toBe(true)
        }
      }),
    )
  })

  it('ask for an administrator, an hour before, whether anybody else is there', () => {
    const endsAt = new Date('2027-06-30T10:00:00Z')
    const now = daysAfter(endsAt, -1)
    const kinds = (role: 'SA' | 'SV') => clocksOfEnd({ role, endsAt }, 'UTC', now).map(({ kind }) => kind)
    expect(kinds('SV')).toEqual(['grant-expiry'])
    expect(kinds('SA')).toEqual(['grant-keep', 'grant-expiry'])
  })

  it('have other numbers for another end, and the same for the same', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(...zones),
        (endsAt, more, zone) => {
          const now = daysAfter(endsAt, -40)
          const keysOf = (at: Date) =>
            clocksOfEnd({ role: 'SV', endsAt: at }, zone, now).map(({ kind, n }) => `${kind} ${n}`)
          expect(keysOf(endsAt)).toEqual(keysOf(endsAt))
          const later = keysOf(daysAfter(endsAt, more))
          expect(later.at(-1)).not.toBe(keysOf(endsAt).at(-1))
        },
      ),
    )
  })
})

describe('the warning that is due', () => {
  const endsAt = new Date('2027-06-30T21:59:59Z')
  const at = (now: string) => warningAt(endsAt, 'Europe/Paris', new Date(now))?.days

  it('is the nearest that has come, and none after the end', () => {
    expect(at('2027-06-01T00:00:00Z')).toBe(undefined)
    expect(at('2027-06-16T07:00:00Z')).toBe(14)
    expect(at('2027-06-28T00:00:00Z')).toBe(3)
    expect(at('2027-06-30T21:59:59Z')).toBe(undefined)
  })
})

describe('a right that is to go on', () => {
  const until = (since: string, endsAt: string) =>
    extendedEnd({ since: new Date(since), endsAt: new Date(endsAt) }, 'Europe/Paris')

  it('is asked for as long again as it was given for, a month to a year, at the same time of day', () => {
    expect(until('2027-01-01T09:00:00Z', '2027-03-01T22:59:59Z')).toEqual({ day: '2027-04-30', time: '' })
    expect(until('2027-02-28T09:00:00Z', '2027-03-01T17:00:00Z')).toEqual({
      day: '2027-03-31',
      time: '18:00',
    })
    expect(until('2020-01-01T09:00:00Z', '2027-03-01T22:59:59Z')).toEqual({ day: '2028-02-29', time: '' })
  })
})

describe('an end', () => {
  it('moves by a week from itself, or from now when it has passed', () => {
    const endsAt = new Date('2027-06-30T10:00:00Z')
    expect(movedEnd(endsAt, daysAfter(endsAt, -1))).toEqual(daysAfter(endsAt, 7))
    expect(movedEnd(endsAt, daysAfter(endsAt, 2))).toEqual(daysAfter(endsAt, 9))
  })

  it('is near for thirty days', () => {
    const now = new Date('2027-06-01T10:00:00Z')
    const left = (endsAt: Date | null) => daysLeft(endsAt, now, 'Europe/Paris')
    expect(left(null)).toBe(undefined)
    expect(left(now)).toBe(undefined)
    expect(left(new Date(now.getTime() + 1))).toBe(0)
    expect(left(daysAfter(now, 12))).toBe(12)
    expect(left(daysAfter(now, 31))).toBe(undefined)
  })

  it('is as many days away as the reader’s calendar has between', () => {
    const endsAt = new Date('2027-06-20T15:37:00Z')
    const from = (now: string, zone: string) => daysLeft(endsAt, new Date(now), zone)
    expect(from('2027-06-06T07:00:00Z', 'Europe/Paris')).toBe(14)
    expect(from('2027-06-19T21:59:00Z', 'Europe/Paris')).toBe(1)
    expect(from('2027-06-19T22:00:00Z', 'Europe/Paris')).toBe(0)
    expect(from('2027-06-19T18:14:00Z', 'Asia/Kathmandu')).toBe(1)
    expect(from('2027-06-19T18:15:00Z', 'Asia/Kathmandu')).toBe(0)
  })
})
