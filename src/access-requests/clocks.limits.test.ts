import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves } from '../../test/world/acts.ts'
import {
  clocksOf,
  eventsOf,
  row,
  runningOf,
  sentOnMonday,
  subjects,
  timesOf,
} from '../../test/world/monday.ts'
import { type World, world } from '../../test/world/world.ts'
import type { AccountId } from '../kernel/id.ts'
import { done } from '../kernel/outcome.ts'
import { disablePersonPath } from '../paths/operator.ts'
import { transact } from '../platform/db/index.ts'
import { rescheduleAccount } from './clocks.store.ts'
import { closeRequests } from './close/close.ts'
import { scheduleForgotten } from './schedule-forgotten.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('a request that has become pointless', () => {
  it('is closed when whoever it is for is shut out', async () => {
    const id = await sentOnMonday(here)
    const person = await here.idOf('luc')
    expect((await (await here.as('olga')).post(disablePersonPath.to(person))).status).toBe(303)
    expect(await row(here, id)).toEqual({ status: 'CLOSED', stage: 'WITH_ADMINS', next: null })
    expect((await eventsOf(here, id)).at(-1)).toBe('closed')
    await here.owner(`update people set status = 'ACTIVE' where id = $1`, [person])
  })

  it('is closed once, and its requester reads why', async () => {
    const id = await sentOnMonday(here)
    const before = here.mails.to('luc@acme.example').length
    const person = await here.idOf('luc')
    const close = () =>
      transact(here.db, async (tx) =>
        done(await closeRequests(tx, { person }, { because: 'GIVEN_DIRECTLY', by: null })),
      )
    const closed = await Promise.all([close(), close()])
    expect(closed.map((one) => one.ok && one.value).toSorted()).toEqual([0, 1])
    await here.settle()
    expect(await row(here, id)).toEqual({ status: 'CLOSED', stage: 'WITH_ADMINS', next: null })
    expect(subjects(here, 'luc@acme.example', before)).toEqual(['Closed: your access request for ACME (AR)'])
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain('has given the access directly')
    expect(await clocksOf(here, id)).toEqual([])
  })
})

describe('the clocks of a request', () => {
  it('lead to support only while somebody answers there', async () => {
    const id = await sentOnMonday(here)
    await here.pass('8 days')
    expect(await row(here, id)).toMatchObject({ stage: 'OVERDUE', next: 'TO_SUPPORT' })
    await here.owner(`update people set is_support = false where address like 'sam@%'`)
    await here.pass('8 days')
    expect(await row(here, id)).toMatchObject({ stage: 'OVERDUE', next: 'EXPIRES' })
    await here.owner(`update people set is_support = true where address like 'sam@%'`)
    expect(await scheduleForgotten(here.db)).toBe(1)
    expect(await scheduleForgotten(here.db)).toBe(0)
    await here.pass('1 hour')
    expect(await row(here, id)).toMatchObject({ stage: 'WITH_SUPPORT', next: 'SUPPORT_CHECKS' })
  })

  it('wait for the end of the account’s quiet hours, also when they are late', async () => {
    const id = await sentOnMonday(here)
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
    expect((await clocksOf(here, id))[0]).toMatch(/^remind 1 Fri 08:00$/)
    expect(await eventsOf(here, id)).toEqual(['submitted'])
    await here.pass('7 hours')
    expect(await eventsOf(here, id)).toEqual(['submitted', 'reminded'])
    await here.owner(`update accounts set quiet_from = null, quiet_to = null`)
  })

  it('send a request to support when nobody can be reminded any more, and its requester is told', async () => {
    const id = await sentOnMonday(here)
    const before = here.mails.to('luc@acme.example').length
    await here.owner(
      `update people set mail_bounced_at = app_now() where address in ('ana@acme.example', 'ben@acme.example')`,
    )
    await here.pass('3 days')
    expect(await row(here, id)).toEqual({ status: 'PENDING', stage: 'WITH_SUPPORT', next: 'SUPPORT_CHECKS' })
    expect(subjects(here, 'luc@acme.example', before)).toEqual([
      'With support: your access request for ACME (AR)',
    ])
    await here.owner('update people set mail_bounced_at = null')
  })

  it('go by another calendar as soon as the account has one', async () => {
    const id = await sentOnMonday(here)
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
    expect((await timesOf(here, id))?.due).toMatch(/^Tue/)
    await here.owner('delete from closed_days')
  })

  it('and a decision at the same time never both count, fifty times over', async () => {
    const ana = await here.as('ana')
    for (let round = 0; round < 50; round++) {
      const id = await sentOnMonday(here)
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
      const events = await eventsOf(here, id)
      expect(events.filter((type) => type === 'approved')).toHaveLength(1)
      expect(events.indexOf('overdue')).toBeLessThan(events.indexOf('approved'))
      expect(await runningOf(here, id)).toEqual([])
      await here.owner(`update grants set revoked_at = app_now() where request_id = $1`, [id])
    }
  }, 180_000)
})
