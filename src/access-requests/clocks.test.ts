import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, declines, standing } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'
import type { AccountId } from '../kernel/id.ts'
import { done } from '../kernel/outcome.ts'
import { transact } from '../platform/db/index.ts'
import { disablePersonPath } from '../paths/operator.ts'
import { rescheduleAccount } from './clocks.store.ts'
import { closeRequests } from './close/close.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await onlyThese()
})
afterAll(() => here.end())

/** Takes the demo's own open requests out of the way. */
async function onlyThese(): Promise<void> {
  await here.owner('delete from clocks')
  await here.owner('delete from jobs')
  await here.owner(
    `update mails set queued_at = queued_at - interval '90 days', settled_at = settled_at - interval '90 days'`,
  )
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '90 days'`)
  await here.owner(`update decisions set decided_at = decided_at - interval '90 days'`)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1, next_step = null, next_step_at = null where settled_at is null`,
  )
}

/** A request of luc's, sent next Monday at ten in Paris, with nothing else open. */
async function sentOnMonday(): Promise<string> {
  await here.settle()
  await here.setClock('0 hours')
  await onlyThese()
  const [monday] = await here.owner<{ wait: number }>(
    `select extract(epoch from (date_trunc('week', app_now() at time zone 'Europe/Paris')
       + interval '7 days 10 hours') at time zone 'Europe/Paris' - app_now())::float as wait`,
  )
  await here.setClock(`${monday?.wait} seconds`)
  const id = await asks(here, 'luc')
  await here.settle()
  return id
}

const clocksOf = (id: string) =>
  here.owner<{ what: string }>(
    `select replace(kind, 'access-request.', '') || ' ' || n || ' ' ||
       to_char(due_at at time zone 'Europe/Paris', 'Dy HH24:MI') || coalesce(' ' || outcome, '') as what
     from clocks where subject_id = $1 order by due_at, kind`,
    [id],
  )

/** When it is due and expires, as Paris shows it. */
const timesOf = async (id: string) => {
  const [found] = await here.owner<{ due: string; expires: string }>(
    `select to_char(due_at at time zone 'Europe/Paris', 'Dy HH24:MI') as due,
       ((expires_at at time zone 'Europe/Paris')::date - (submitted_at at time zone 'Europe/Paris')::date)::text
         as expires
     from access_requests where id = $1`,
    [id],
  )
  return found
}

const asksBack = async (id: string, who: 'ana' | 'ben' = 'ana') =>
  (await here.as(who)).post(`/requests/${id}/question`, {
    version: String((await standing(here, id)).version),
    question: 'Which of the licences in Lyon do you need to see?',
  })

const row = async (id: string) => {
  const [found] = await here.owner<{ status: string; stage: string; next: string | null }>(
    'select status, stage, next_step as next from access_requests where id = $1',
    [id],
  )
  return found
}

const eventsOf = async (id: string) => {
  const rows = await here.owner<{ type: string }>(
    'select type from events where request_id = $1 order by seq',
    [id],
  )
  return rows.map(({ type }) => type.replace('access-request.', ''))
}

const subjects = (who: string, from = 0) =>
  here.mails
    .to(who)
    .slice(from)
    .map(({ subject }) => subject?.replace(/AR-.{9}/, 'AR'))

describe('a request that waits', () => {
  it('has a clock for all that happens to it by itself', async () => {
    const id = await sentOnMonday()
    expect((await clocksOf(id)).map(({ what }) => what)).toEqual([
      'remind 1 Wed 10:00',
      'remind 2 Fri 10:00',
      'become-overdue 1 Mon 10:00',
      'escalate 1 Mon 10:00',
      'warn-of-expiry 1 Mon 10:00',
      'warn-of-expiry 2 Sat 10:00',
      'expire 1 Mon 10:00',
    ])
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'WITH_ADMINS', next: 'ANSWER_EXPECTED' })
  })

  it('is reminded of twice, becomes overdue, and goes to support', async () => {
    const id = await sentOnMonday()
    const before = {
      ana: here.mails.to('ana@acme.example').length,
      luc: here.mails.to('luc@acme.example').length,
    }
    await here.pass('8 days')
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'OVERDUE', next: 'TO_SUPPORT' })
    expect(subjects('ana@acme.example', before.ana)).toEqual([
      'Reminder: access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
    ])
    expect(subjects('luc@acme.example', before.luc)).toEqual([
      'Not answered yet: your access request for ACME (AR)',
    ])
    await here.pass('7 days')
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'WITH_SUPPORT', next: 'SUPPORT_CHECKS' })
    expect((await clocksOf(id)).at(-1)?.what).toMatch(/^nudge-support 1/)
    expect(await eventsOf(id)).toEqual([
      'submitted',
      'reminded',
      'reminded',
      'overdue',
      'escalated',
      'case.opened',
    ])
    await here.pass('16 days')
    expect((await eventsOf(id)).slice(6)).toEqual(['support-nudged', 'support-nudged'])
    expect((await row(id))?.status).toBe('PENDING')
  })

  it('has no clock once it is decided, and nobody hears of it again', async () => {
    const id = await sentOnMonday()
    const before = here.mails.to('ben@acme.example').length
    await declines(await here.as('ana'), id)
    await here.settle()
    expect(await clocksOf(id)).toEqual([])
    await here.pass('30 days')
    expect(
      subjects('ben@acme.example', before).filter((one) => /Reminder|Rappel|retard/.test(one ?? '')),
    ).toEqual([])
  })
})

describe('a request whose requester was asked something', () => {
  it('stands still, and then has as many working days left as before', async () => {
    const id = await sentOnMonday()
    await here.pass('3 days')
    expect((await asksBack(id)).status).toBe(303)
    expect(
      (await clocksOf(id)).filter(({ what }) => !/DONE|SKIPPED/.test(what)).map(({ what }) => what),
    ).toEqual([
      expect.stringMatching(/^warn-of-silence 101 Thu/),
      expect.stringMatching(/^warn-of-silence 102 Tue/),
      expect.stringMatching(/^leave-unanswered 101 Thu/),
    ])
    await here.pass('8 days')
    const answer = { question: '1', answer: 'Those of the workshop, until the end of March.' }
    expect((await (await here.as('luc')).post(`/requests/${id}/answer`, answer)).status).toBe(303)
    const times = await timesOf(id)
    expect(times?.due).toMatch(/^Tue/)
    expect(times?.expires).toBe('36')
    const open = (await clocksOf(id)).filter(({ what }) => !/DONE|SKIPPED/.test(what)).map(({ what }) => what)
    expect(open[0]).toMatch(/^remind 2 Mon/)
    expect(open).toHaveLength(6)
  })

  it('expires after two weeks without an answer, and the requester was told twice', async () => {
    const id = await sentOnMonday()
    const before = here.mails.to('luc@acme.example').length
    await asksBack(id)
    await here.pass('15 days')
    expect(await row(id)).toEqual({ status: 'EXPIRED', stage: 'WITH_ADMINS', next: null })
    expect(subjects('luc@acme.example', before)).toEqual([
      expect.stringMatching(/question/i),
      'Your answer is missing: access request for ACME (AR)',
      'Your answer is missing: access request for ACME (AR)',
      'Expired: your access request for ACME (AR)',
    ])
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain('was not answered in time')
    expect(await clocksOf(id)).toHaveLength(3)
  })
})

describe('a request where nobody answers at the support desk', () => {
  it('is warned of on days 21 and 26, expires on day 28, and can be asked again', async () => {
    await here.owner(`update people set is_support = false where is_support`)
    const id = await sentOnMonday()
    const before = {
      ana: here.mails.to('ana@acme.example').length,
      luc: here.mails.to('luc@acme.example').length,
    }
    await here.pass('27 days')
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'OVERDUE', next: 'EXPIRES' })
    await here.pass('2 days')
    expect(await row(id)).toEqual({ status: 'EXPIRED', stage: 'OVERDUE', next: null })
    expect(subjects('ana@acme.example', before.ana)).toEqual([
      'Reminder: access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
      'Expires soon: access request for ACME (AR)',
      'Expires soon: access request for ACME (AR)',
    ])
    expect(subjects('luc@acme.example', before.luc)).toEqual([
      'Not answered yet: your access request for ACME (AR)',
      'Expires soon: your access request for ACME (AR)',
      'Expires soon: your access request for ACME (AR)',
      'Expired: your access request for ACME (AR)',
    ])
    expect((await (await here.as('luc')).get(`/requests/${id}`)).text).toContain(`/requests/${id}/ask-again`)
  })

  it('is never ended without a warning, however long everything stood still', async () => {
    const id = await sentOnMonday()
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
    expect((await row(id))?.status).toBe('PENDING')
    expect(subjects('ana@acme.example', before).toSorted()).toEqual([
      'Expires soon: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
    ])
    for (const seconds of [0, 61]) {
      await at(42, seconds + 600)
      await here.tick()
    }
    expect((await row(id))?.status).toBe('EXPIRED')
    await here.owner(`update people set is_support = true where address like 'sam@%'`)
  })
})

describe('a request that has become pointless', () => {
  it('is closed when whoever it is for is shut out', async () => {
    const id = await sentOnMonday()
    const person = await here.idOf('luc')
    expect((await (await here.as('olga')).post(disablePersonPath.to(person))).status).toBe(303)
    expect(await row(id)).toEqual({ status: 'CLOSED', stage: 'WITH_ADMINS', next: null })
    expect((await eventsOf(id)).at(-1)).toBe('closed')
    await here.owner(`update people set status = 'ACTIVE' where id = $1`, [person])
  })

  it('is closed once, and its requester reads why', async () => {
    const id = await sentOnMonday()
    const before = here.mails.to('luc@acme.example').length
    const person = await here.idOf('luc')
    const close = () =>
      transact(here.db, async (tx) =>
        done(await closeRequests(tx, { person }, { because: 'GIVEN_DIRECTLY', by: null })),
      )
    const closed = await Promise.all([close(), close()])
    expect(closed.map((one) => one.ok && one.value).toSorted()).toEqual([0, 1])
    await here.settle()
    expect(await row(id)).toEqual({ status: 'CLOSED', stage: 'WITH_ADMINS', next: null })
    expect(subjects('luc@acme.example', before)).toEqual(['Closed: your access request for ACME (AR)'])
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain('has given the access directly')
    expect(await clocksOf(id)).toEqual([])
  })
})

describe('the clocks of a request', () => {
  it('wait for the end of the account’s quiet hours, also when they are late', async () => {
    const id = await sentOnMonday()
    await here.owner(
      `update accounts set quiet_from = '18:00', quiet_to = '08:00' where identifier = 'acme.example'`,
    )
    const [night] = await here.owner<{ s: number }>(
      `select extract(epoch from submitted_at + interval '3 days 16 hours' - now())::float as s
       from access_requests where id = $1`,
      [id],
    )
    await here.setClock(`${night?.s} seconds`)
    await here.tick()
    expect((await clocksOf(id))[0]?.what).toMatch(/^remind 1 Fri 08:00$/)
    expect(await eventsOf(id)).toEqual(['submitted'])
    await here.pass('7 hours')
    expect(await eventsOf(id)).toEqual(['submitted', 'reminded'])
    await here.owner(`update accounts set quiet_from = null, quiet_to = null`)
  })

  it('send a request to support when nobody can be reminded any more, and its requester is told', async () => {
    const id = await sentOnMonday()
    const before = here.mails.to('luc@acme.example').length
    await here.owner(
      `update people set mail_bounced_at = app_now() where address in ('ana@acme.example', 'ben@acme.example')`,
    )
    await here.pass('3 days')
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'WITH_SUPPORT', next: 'SUPPORT_CHECKS' })
    expect(subjects('luc@acme.example', before)).toEqual(['With support: your access request for ACME (AR)'])
    await here.owner('update people set mail_bounced_at = null')
  })

  it('go by another calendar as soon as the account has one', async () => {
    const id = await sentOnMonday()
    const [due] = await here.owner<{ day: string }>(
      `select to_char(due_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day from access_requests where id = $1`,
      [id],
    )
    await here.owner(
      `insert into closed_days (account_id, day, name) select id, $1, 'Company day' from accounts
       where identifier = 'acme.example'`,
      [due?.day],
    )
    await here.db.transaction().execute(async (tx) => {
      const [account] = await here.owner<{ id: string }>(
        `select id from accounts where identifier = 'acme.example'`,
      )
      await rescheduleAccount(tx, account?.id as AccountId)
    })
    expect((await timesOf(id))?.due).toMatch(/^Tue/)
    await here.owner('delete from closed_days')
  })

  it('and a decision at the same time never both count, fifty times over', async () => {
    const ana = await here.as('ana')
    for (let round = 0; round < 50; round++) {
      const id = await sentOnMonday()
      await here.owner(
        `update clocks set due_at = app_now() - interval '2 minutes', noticed_at = app_now() - interval '2 minutes'
         where subject_id = $1 and kind like '%become-overdue'`,
        [id],
      )
      await here.owner(
        `update access_requests set due_at = app_now() - interval '2 minutes',
           clock_from = app_now() - interval '9 days' where id = $1`,
        [id],
      )
      const [answer] = await Promise.all([approves(ana, id), here.tick()])
      expect(answer.status).toBe(303)
      const events = await eventsOf(id)
      expect(events.filter((type) => type === 'approved')).toHaveLength(1)
      expect(events.indexOf('overdue')).toBeLessThan(events.indexOf('approved'))
      expect((await clocksOf(id)).filter(({ what }) => !/DONE|SKIPPED/.test(what))).toEqual([])
      await here.owner(`update grants set revoked_at = app_now() where request_id = $1`, [id])
    }
  })
})
