import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterQuietHours, type Calendar, plainCalendar } from '../../accounts/domain/calendar.ts'
import { defaultPatience } from '../../accounts/domain/patience-settings.ts'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import { type Stage, type Status, stages, statuses } from './request.ts'
import {
  clockKinds,
  firstTimes,
  nextStepOf,
  scheduleOf,
  type Setting,
  type Timed,
  timesNow,
} from './schedule.ts'

const monday = new Date('2026-03-02T09:00:00.000Z')
const quiet: Calendar = { ...plainCalendar('Europe/Paris'), quietHours: { from: '19:00', to: '08:00' } }
const at = (now: Date, changes: Partial<Setting> = {}): Setting => ({
  calendar: plainCalendar('Europe/Paris'),
  patience: defaultPatience,
  now,
  hasSupport: true,
  ...changes,
})

function sent(changes: Partial<Timed> = {}, setting = at(monday)): Timed {
  const stage = changes.stage ?? 'WITH_ADMINS'
  return { status: 'PENDING', stage, ...firstTimes(stage, setting), ...changes }
}

/** The request after a step, with its times as they are then. */
function then(request: Timed, to: { status?: Status; stage?: Stage }, setting: Setting): Timed {
  const moved = { ...request, ...to }
  return { ...moved, ...timesNow(moved, setting) }
}

const shown = (request: Timed, setting: Setting) =>
  scheduleOf(request, setting).map(
    ({ kind, n, dueAt }) => `${kind.replace('access-request.', '')} ${n} ${dueAt.toISOString().slice(0, 16)}`,
  )

describe('a request that is sent on a Monday', () => {
  it('has a clock for each thing that will happen to it', () => {
    expect(shown(sent(), at(monday))).toEqual([
      'remind 1 2026-03-04T09:00',
      'remind 2 2026-03-06T09:00',
      'become-overdue 1 2026-03-09T09:00',
      'escalate 1 2026-03-16T09:00',
      'warn-of-expiry 1 2026-03-23T09:00',
      'warn-of-expiry 2 2026-03-28T09:00',
      'expire 1 2026-03-30T09:00',
    ])
  })

  it('goes to no support desk where nobody answers', () => {
    expect(shown(sent(), at(monday, { hasSupport: false })).join()).not.toContain('escalate')
  })

  it('is told to support again and again while it lies there, and to nobody else', () => {
    const request = sent({ stage: 'WITH_SUPPORT' })
    expect(shown(request, at(monday))).toEqual(['nudge-support 1 2026-03-09T09:00'])
    expect(shown(request, at(daysAfter(monday, 8)))).toEqual(['nudge-support 2 2026-03-16T09:00'])
  })
})

describe('a question', () => {
  const asked = then(sent(), { status: 'INFO_REQUESTED' }, at(daysAfter(monday, 3.2)))

  it('stops every clock but those of the answer', () => {
    expect(asked).toMatchObject({ workingDaysSpent: 3, clockStoppedFor: 'INFORMATION', awaitings: 1 })
    expect(shown(asked, at(daysAfter(monday, 4))).map((one) => one.split(' ')[0])).toEqual([
      'warn-of-silence',
      'warn-of-silence',
      'leave-unanswered',
    ])
  })

  it('lets them go on by what is left of the working days, and later by what it took', () => {
    const answeredAt = daysAfter(monday, 10)
    const answered = then(asked, { status: 'PENDING' }, at(answeredAt))
    expect(shown(answered, at(answeredAt))).toEqual(
      [
        'remind 2 2026-03-13T09:00',
        'become-overdue 1 2026-03-16T09:00',
        'escalate 1 2026-03-23T09:00',
        'warn-of-expiry 1 2026-03-30T04:12',
        'warn-of-expiry 2 2026-04-04T04:12',
        'expire 1 2026-04-06T04:12',
      ].map((line) => expect.stringContaining(line.slice(0, -6))),
    )
    expect(answered.expiresAt.getTime() - sent().expiresAt.getTime()).toBeCloseTo(6.8 * 86_400_000, -4)
  })

  it('has clocks of its own each time', () => {
    const answered = then(asked, { status: 'PENDING' }, at(daysAfter(monday, 10)))
    const again = then(answered, { status: 'INFO_REQUESTED' }, at(daysAfter(monday, 11)))
    const numbers = (request: Timed) => scheduleOf(request, at(monday)).map(({ n }) => n)
    expect(numbers(asked)).toEqual([101, 102, 101])
    expect(numbers(again)).toEqual([201, 202, 201])
  })
})

describe('a request that support hands back', () => {
  it('starts anew, with numbers that were never used', () => {
    const late = { ...sent(), stage: 'OVERDUE' as const }
    const passedOn = then(late, { stage: 'WITH_SUPPORT' }, at(daysAfter(monday, 14)))
    const backAt = daysAfter(monday, 42)
    const back = then(passedOn, { stage: 'WITH_ADMINS' }, at(backAt))
    expect(back).toMatchObject({
      clockRound: 1,
      workingDaysSpent: 0,
      clockStoppedAt: null,
      clockFrom: backAt,
    })
    expect(scheduleOf(back, at(backAt)).every(({ n, dueAt }) => n > 100 && dueAt > backAt)).toBe(true)
  })
})

describe('whatever happens to a request', () => {
  const moves = fc.array(
    fc.record({
      hours: fc.integer({ min: 1, max: 400 }),
      status: fc.constantFrom(...statuses),
      stage: fc.constantFrom(...stages),
    }),
    { maxLength: 12 },
  )
  const calendars = fc.constantFrom(plainCalendar('Europe/Paris'), quiet, {
    ...plainCalendar('Australia/Lord_Howe'),
    weekend: [5, 6, 7],
    quietHours: { from: '12:00', to: '13:00' },
  })

  it('has a next step in the future as long as it is open, and none when it is not', () => {
    fc.assert(
      fc.property(moves, calendars, fc.boolean(), (steps, calendar, hasSupport) => {
        const setting = (now: Date) => at(now, { calendar, hasSupport })
        let now = monday
        let request = sent({}, setting(now))
        for (const { hours, ...to } of steps) {
          now = hoursAfter(now, hours)
          request = then(request, to, setting(now))
          const schedule = scheduleOf(request, setting(now))
          const next = nextStepOf(request, schedule)
          expect(next === null).toBe(!['PENDING', 'INFO_REQUESTED'].includes(request.status))
          for (const { dueAt } of schedule) expect(afterQuietHours(dueAt, calendar)).toEqual(dueAt)
          const keys = schedule.map(({ kind, n }) => `${kind} ${n}`)
          expect(new Set(keys).size).toBe(keys.length)
          if (request.status === 'PENDING') {
            const runs = schedule.some(({ kind }) => kind === clockKinds.expire)
            expect(runs).toBe(request.stage !== 'WITH_SUPPORT')
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('stands as it stood when nothing has changed', () => {
    fc.assert(
      fc.property(moves, calendars, (steps, calendar) => {
        const setting = (now: Date) => at(now, { calendar })
        let now = monday
        let request = sent({}, setting(now))
        for (const { hours, ...to } of steps) {
          now = hoursAfter(now, hours)
          request = then(request, to, setting(now))
          expect(timesNow(request, setting(now))).toEqual({ ...timesNow(request, setting(now)) })
          const { status: _, stage: __, ...times } = request
          expect(timesNow(request, setting(now))).toEqual(times)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a request whose account is suspended', () => {
  const paused = daysAfter(monday, 2)
  const resumed = daysAfter(monday, 62)
  const during = at(paused, { isSuspended: true })

  it('has no clock, and goes on from where it stood', () => {
    const standing = then(sent(), {}, during)
    expect(standing.clockStoppedFor).toBe('ACCOUNT')
    expect(scheduleOf(standing, during)).toEqual([])
    expect(scheduleOf(then(standing, {}, at(daysAfter(monday, 40), { isSuspended: true })), during)).toEqual(
      [],
    )
    const again = then(standing, {}, at(resumed))
    expect(again.clockStoppedFor).toBeNull()
    expect(again.expiresAt).toEqual(daysAfter(sent().expiresAt, 60))
    expect(again.workingDaysSpent).toBe(2)
  })

  it('stays with support when it was there', () => {
    const there = then(sent(), { stage: 'WITH_SUPPORT' }, at(hoursAfter(monday, 1)))
    const again = then(then(there, {}, during), {}, at(resumed))
    expect(again.clockStoppedFor).toBe('SUPPORT')
    expect(scheduleOf(again, at(resumed)).map(({ kind }) => kind)).toEqual([clockKinds.nudgeSupport])
  })

  it('waits as long for the requester’s answer as at first', () => {
    const asked = then(sent(), { status: 'INFO_REQUESTED' }, at(hoursAfter(monday, 1)))
    const again = then(then(asked, {}, during), {}, at(resumed))
    expect(again.awaitingSince).toEqual(resumed)
    expect(again.awaitings).toBe(2)
    expect(scheduleOf(again, at(resumed)).every(({ dueAt }) => dueAt > resumed)).toBe(true)
  })

  it('never has a clock in the past, however often it is suspended', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 6 }),
        (steps) => {
          let now = monday
          let request = sent()
          for (const [days, isSuspended] of steps) {
            now = daysAfter(now, days)
            const setting = at(now, { isSuspended })
            const wasStopped = request.clockStoppedFor === 'ACCOUNT'
            request = then(request, {}, setting)
            const clocks = scheduleOf(request, setting)
            if (isSuspended) expect(clocks).toEqual([])
            else if (wasStopped)
              expect(
                clocks.filter(({ kind, dueAt }) => kind === clockKinds.becomeOverdue && dueAt < now),
              ).toEqual([])
          }
        },
      ),
    )
  })
})
