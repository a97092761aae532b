import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const remindersOf = (id: string) =>
  here.owner<{ n: number; recipients: number }>(
    'select n, recipients from reminders where request_id = $1 order by n',
    [id],
  )

/** A clean request of luc's, sent so long before now. */
async function sentAgo(ago: string): Promise<string> {
  await here.setClock(`-${ago}`)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1 where requester_id = $1 and settled_at is null`,
    [await here.idOf('luc')],
  )
  const id = await asks(here, 'luc')
  await here.setClock('0 hours')
  return id
}

describe('a reminder', () => {
  it('is not offered while the account is suspended, nor is the way to support', async () => {
    const id = await sentAgo('20 days')
    const account = (status: string) =>
      here.owner(`update accounts set status = $1 where identifier = 'acme.example'`, [status])
    await account('SUSPENDED')
    const luc = await here.as('luc')
    const page = (await luc.get(`/requests/${id}`)).text
    expect(page).not.toContain(`action="/requests/${id}/remind"`)
    expect(page).not.toContain(`/requests/${id}/escalate`)
    expect((await luc.post(`/requests/${id}/remind`)).status).toBe(409)
    expect((await luc.post(`/requests/${id}/escalate`)).status).toBe(409)
    expect(await here.owner('select from cases where request_id = $1', [id])).toEqual([])
    await account('ACTIVE')
    expect((await luc.get(`/requests/${id}`)).text).toContain(`action="/requests/${id}/remind"`)
  })

  it('is possible 48 hours after sending, three times, 48 hours apart', async () => {
    const id = await sentAgo('0 hours')
    await here.settle()
    const before = here.mails.to('ana@acme.example').length
    const remind = async (at: string) => {
      await here.setClock(at)
      const answer = await (await here.as('luc')).post(`/requests/${id}/remind`)
      await here.settle()
      return answer
    }
    const early = await remind('47 hours')
    expect(early.status).toBe(409)
    expect(early.text.includes('A reminder is possible from')).toBe(true)
    expect((await remind('49 hours')).location).toBe(`/requests/${id}?notice=reminded`)
    expect((await remind('96 hours')).status).toBe(409)
    expect((await remind('98 hours')).status).toBe(303)
    expect((await remind('147 hours')).status).toBe(303)
    const used = await remind('300 hours')
    expect(used.status).toBe(409)
    expect(used.text.includes('All 3 reminders of this request are used.')).toBe(true)
    expect(await remindersOf(id)).toEqual([1, 2, 3].map((n) => ({ n, recipients: 2 })))
    const mails = here.mails
      .to('ana@acme.example')
      .slice(before)
      .filter(({ text }) => text?.includes('Luc Bernard'))
    expect(mails.map(({ subject }) => subject?.replace(/AR-.{9}/, 'AR'))).toEqual(
      Array(3).fill('Reminder: access request for ACME (AR)'),
    )
    expect(mails[0]?.text).toContain('It was sent 2 days ago.')
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3)
    await here.setClock('0 hours')
  })

  it('is the requester’s to send, and nobody else’s', async () => {
    const id = await sentAgo('3 days')
    for (const who of ['ana', 'vera', 'raul', 'zoe', 'dmitri'] as const) {
      expect((await (await here.as(who)).post(`/requests/${id}/remind`)).status).toBe(404)
    }
    expect((await (await here.as('luc')).post(`/requests/${newId()}/remind`)).status).toBe(404)
    expect(await remindersOf(id)).toEqual([])
  })

  it('sends the request to the support desk when no administrator can be reached any more', async () => {
    const id = await sentAgo('3 days')
    await here.owner(
      `update people set mail_bounced_at = app_now() where address in ('ana@acme.example', 'ben@acme.example')`,
    )
    const luc = await here.as('luc')
    expect((await luc.post(`/requests/${id}/remind`)).location).toBe(`/requests/${id}?notice=routed`)
    expect((await luc.post(`/requests/${id}/remind`)).status).toBe(409)
    expect(await remindersOf(id)).toEqual([])
    expect((await standing(here, id)).events).toEqual([
      'access-request.submitted',
      'access-request.routed-to-support',
      'case.opened',
    ])
    expect((await luc.get(`/requests/${id}`)).text.includes('With support')).toBe(true)
    await here.owner(`update people set mail_bounced_at = null`)
  })

  it('goes once when it is sent twice at once, two hundred times over', async () => {
    const luc = await here.as('luc')
    const longAgo = (id: string, ago: string) =>
      here.owner(`update access_requests set submitted_at = submitted_at - $2::interval where id = $1`, [
        id,
        ago,
      ])
    let last: string = await sentAgo('30 days')
    for (let round = 0; round < 200; round++) {
      await luc.post(`/requests/${last}/withdraw`)
      const id = await asks(here, 'luc')
      last = id
      await longAgo(id, '3 days')
      const answers = await Promise.all([luc, luc].map((visitor) => visitor.post(`/requests/${id}/remind`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
      expect(await remindersOf(id)).toHaveLength(1)
      await longAgo(id, '9 days')
    }
  }, 240_000)
})
