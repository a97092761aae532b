import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks, standing } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
beforeEach(async () => {
  await here.owner('delete from limits')
  await here.owner(`update people set mail_bounced_at = null where status = 'ACTIVE'`)
})
afterAll(() => here.end())

const atAcme = `address in ('ana@acme.example', 'ben@acme.example')`

/** A request of this person that support has, since nobody of ACME could be reached. */
async function withSupport(who: CastMember): Promise<string> {
  await here.owner(
    `update access_requests set submitted_at = submitted_at - interval '40 days',
       status = case when settled_at is null then 'WITHDRAWN' else status end,
       version = version + case when settled_at is null then 1 else 0 end,
       status_changes = status_changes + case when settled_at is null then 1 else 0 end,
       settled_at = coalesce(settled_at, app_now())
     where requester_id = $1`,
    [await here.idOf(who)],
  )
  await here.owner(`update people set mail_bounced_at = app_now() where ${atAcme}`)
  return asks(here, who)
}

const stageOf = async (id: string) =>
  (
    await here.owner<{ stage: string; status: string; due: boolean; case: string }>(
      `select r.stage, r.status, r.due_at > app_now() + interval '4 days' as due, c.status as case
       from access_requests r join cases c on c.account_id = r.account_id and c.request_id = r.id
       where r.id = $1`,
      [id],
    )
  )[0]

describe('handing a request back', () => {
  it('is possible once somebody can be reached, tells them, and ends the case', async () => {
    const id = await withSupport('luc')
    const sam = await here.as('sam')
    const nobody = await sam.get(`/requests/${id}/hand-back`)
    expect(nobody.text).toContain('Nobody to hand it to')
    expect((await standing(here, id)).events).toContain('access-request.viewed-by-support')
    expect((await sam.post(`/requests/${id}/hand-back`)).status).toBe(409)
    await here.owner(`update people set mail_bounced_at = null where address = 'ben@acme.example'`)
    await here.setClock('3 days')
    const again = await here.as('sam')
    expect((await again.get(`/requests/${id}/hand-back`)).text).toContain('One administrator who may decide')
    const done = await again.post(`/requests/${id}/hand-back`)
    expect(done.location).toMatch(/^\/cases\/[0-9a-f-]{36}\?notice=handed-back$/)
    expect(await stageOf(id)).toMatchObject({ stage: 'WITH_ADMINS', due: true, case: 'RESOLVED' })
    await here.settle()
    expect(here.mails.to('ben@acme.example').at(-1)?.subject).toMatch(/^For you to decide: /)
    expect(here.mails.to('luc@acme.example').at(-1)?.subject).toMatch(/^With the administrators again: /)
    expect((await standing(here, id)).events).toContain('access-request.handed-back')
    expect((await again.post(`/requests/${id}/hand-back`)).status).toBe(409)
    await here.setClock('0 days')
  })

  it('is for whoever answers cases, and never for one’s own request', async () => {
    const id = await withSupport('luc')
    for (const who of ['ana', 'raul', 'vera', 'luc'] as const) {
      const visitor = await here.as(who)
      expect([who, (await visitor.get(`/requests/${id}/hand-back`)).status]).toEqual([who, 404])
      expect([who, (await visitor.post(`/requests/${id}/hand-back`)).status]).toEqual([who, 404])
    }
    await here.owner(`update people set mail_bounced_at = null, is_support = address = 'luc@acme.example'
      where address in ('ana@acme.example', 'luc@acme.example')`)
    expect((await (await here.as('luc')).post(`/requests/${id}/hand-back`)).status).toBe(403)
    await here.owner(`update people set is_support = false where address = 'luc@acme.example'`)
  })

  it('meets a withdrawal at the same moment: whichever comes first, nothing is left in between', async () => {
    const [sam, luc] = [await here.as('sam'), await here.as('luc')]
    for (let round = 0; round < 20; round++) {
      const id = await withSupport('luc')
      await here.owner(`update people set mail_bounced_at = null where ${atAcme}`)
      const [back, gone] = await Promise.all([
        sam.post(`/requests/${id}/hand-back`),
        luc.post(`/requests/${id}/withdraw`),
      ])
      expect(gone.status).toBe(303)
      expect([303, 409]).toContain(back.status)
      await here.settle()
      expect(await stageOf(id)).toMatchObject({
        status: 'WITHDRAWN',
        stage: back.status === 303 ? 'WITH_ADMINS' : 'WITH_SUPPORT',
        case: 'RESOLVED',
      })
    }
  }, 180_000)
})
