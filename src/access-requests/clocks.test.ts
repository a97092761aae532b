import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declines } from '../../test/world/acts.ts'
import {
  asksBack,
  clocksOf,
  eventsOf,
  row,
  runningOf,
  sentOnMonday,
  subjects,
  timesOf,
} from '../../test/world/monday.ts'
import { type World, world } from '../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('a request that waits', () => {
  it('has a clock for all that happens to it by itself', async () => {
    const id = await sentOnMonday(here)
    expect(await clocksOf(here, id)).toEqual([
      'remind 1 Wed 10:00',
      'remind 2 Fri 10:00',
      'become-overdue 1 Mon 10:00',
      'escalate 1 Mon 10:00',
      'warn-of-expiry 1 Mon 10:00',
      'warn-of-expiry 2 Sat 10:00',
      'expire 1 Mon 10:00',
    ])
    expect(await row(here, id)).toEqual({ status: 'PENDING', stage: 'WITH_ADMINS', next: 'ANSWER_EXPECTED' })
  })

  it('is reminded of twice, becomes overdue, and goes to support', async () => {
    const id = await sentOnMonday(here)
    const before = {
      ana: here.mails.to('ana@acme.example').length,
      luc: here.mails.to('luc@acme.example').length,
    }
    await here.pass('8 days')
    expect(await row(here, id)).toEqual({ status: 'PENDING', stage: 'OVERDUE', next: 'TO_SUPPORT' })
    expect(subjects(here, 'ana@acme.example', before.ana)).toEqual([
      'Reminder: access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
    ])
    expect(subjects(here, 'luc@acme.example', before.luc)).toEqual([
      'Not answered yet: your access request for ACME (AR)',
    ])
    await here.pass('7 days')
    expect(await row(here, id)).toEqual({ status: 'PENDING', stage: 'WITH_SUPPORT', next: 'SUPPORT_CHECKS' })
    expect((await clocksOf(here, id)).at(-1)).toMatch(/^nudge-support 1/)
    expect(await eventsOf(here, id)).toEqual([
      'submitted',
      'reminded',
      'reminded',
      'overdue',
      'escalated',
      'case.opened',
    ])
    await here.pass('16 days')
    expect((await eventsOf(here, id)).slice(6)).toEqual(['support-nudged', 'support-nudged'])
    expect((await row(here, id))?.status).toBe('PENDING')
  })

  it('has no clock once it is decided, and nobody hears of it again', async () => {
    const id = await sentOnMonday(here)
    const before = here.mails.to('ben@acme.example').length
    await declines(await here.as('ana'), id)
    await here.settle()
    expect(await clocksOf(here, id)).toEqual([])
    await here.pass('30 days')
    expect(
      subjects(here, 'ben@acme.example', before).filter((one) => /Reminder|Rappel|retard/.test(one ?? '')),
    ).toEqual([])
  })
})

describe('a request whose requester was asked something', () => {
  it('stands still, and then has as many working days left as before', async () => {
    const id = await sentOnMonday(here)
    await here.pass('3 days')
    expect((await asksBack(here, id)).status).toBe(303)
    expect(await runningOf(here, id)).toEqual([
      expect.stringMatching(/^warn-of-silence 101 Thu/),
      expect.stringMatching(/^warn-of-silence 102 Tue/),
      expect.stringMatching(/^leave-unanswered 101 Thu/),
    ])
    await here.pass('8 days')
    const answer = { question: '1', answer: 'Those of the workshop, until the end of March.' }
    expect((await (await here.as('luc')).post(`/requests/${id}/answer`, answer)).status).toBe(303)
    const times = await timesOf(here, id)
    expect(times?.due).toMatch(/^Tue/)
    expect(times?.expires).toBe(36)
    const open = await runningOf(here, id)
    expect(open[0]).toMatch(/^remind 2 Mon/)
    expect(open).toHaveLength(6)
  })

  it('expires after two weeks without an answer, and the requester was told twice', async () => {
    const id = await sentOnMonday(here)
    const before = here.mails.to('luc@acme.example').length
    await asksBack(here, id)
    await here.pass('15 days')
    expect(await row(here, id)).toEqual({ status: 'EXPIRED', stage: 'WITH_ADMINS', next: null })
    expect(subjects(here, 'luc@acme.example', before)).toEqual([
      expect.stringMatching(/question/i),
      'Your answer is missing: access request for ACME (AR)',
      'Your answer is missing: access request for ACME (AR)',
      'Expired: your access request for ACME (AR)',
    ])
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain('was not answered in time')
    expect(await clocksOf(here, id)).toHaveLength(3)
  })
})

describe('a request where nobody answers at the support desk', () => {
  it('is warned of on days 21 and 26, expires on day 28, and can be asked again', async () => {
    await here.owner(`update people set is_support = false where is_support`)
    const id = await sentOnMonday(here)
    const before = {
      ana: here.mails.to('ana@acme.example').length,
      luc: here.mails.to('luc@acme.example').length,
    }
    await here.pass('27 days')
    expect(await row(here, id)).toEqual({ status: 'PENDING', stage: 'OVERDUE', next: 'EXPIRES' })
    await here.pass('2 days')
    expect(await row(here, id)).toEqual({ status: 'EXPIRED', stage: 'OVERDUE', next: null })
    expect(subjects(here, 'ana@acme.example', before.ana)).toEqual([
      'Reminder: access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
      'Expires soon: access request for ACME (AR)',
      'Expires soon: access request for ACME (AR)',
    ])
    expect(subjects(here, 'luc@acme.example', before.luc)).toEqual([
      'Not answered yet: your access request for ACME (AR)',
      'Expires soon: your access request for ACME (AR)',
      'Expires soon: your access request for ACME (AR)',
      'Expired: your access request for ACME (AR)',
    ])
    expect((await (await here.as('luc')).get(`/requests/${id}`)).text).toContain(`/requests/${id}/ask-again`)
  })

  it('is never ended without a warning, however long everything stood still', async () => {
    const id = await sentOnMonday(here)
    const [start] = await here.owner<{ s: number }>(
      'select extract(epoch from submitted_at - now())::float as s from access_requests where id = $1',
      [id],
    )
    const at = (days: number, seconds = 0) =>
      here.setClock(`${(start?.s ?? 0) + days * 86_400 + seconds} seconds`)
    const before = here.mails.to('ana@acme.example').length
    for (const [days, seconds] of [
      [40, 0],
      [40, 61],
      [40, 122],
      [41, 0],
    ] as const) {
      await at(days, seconds)
      await here.tick()
      await here.settle()
    }
    expect((await row(here, id))?.status).toBe('PENDING')
    expect(subjects(here, 'ana@acme.example', before).toSorted()).toEqual([
      'Expires soon: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
    ])
    for (const seconds of [0, 61]) {
      await at(42, seconds + 600)
      await here.tick()
    }
    expect((await row(here, id))?.status).toBe('EXPIRED')
    await here.owner(`update people set is_support = true where address like 'sam@%'`)
  })
})
