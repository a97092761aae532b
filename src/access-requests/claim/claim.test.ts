import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
let id: string
let ana: Visitor
let ben: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  ben = await here.as('ben')
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.setClock('0 hours')
  if (id) await (await here.as('luc')).post(`/requests/${id}/withdraw`)
  id = await asks(here, 'luc', { role: 'SU', scope: 'account' })
})

const claim = (who: Visitor) => who.post(`/requests/${id}/claim`)
const page = async (who: Visitor) => (await who.get(`/requests/${id}`)).text

describe('an approver who looks at a request', () => {
  it('says so; colleagues see it in the queue and on the page, the requester does not', async () => {
    expect((await claim(ana)).location).toBe(`/requests/${id}?notice=claimed`)
    expect((await page(ben)).includes('Ana Costa has been looking at it since')).toBe(true)
    expect((await ben.get('/queue')).text.includes('Ana Costa has been looking at it since')).toBe(true)
    expect((await ana.get('/queue')).text.includes('You have been looking at it since')).toBe(true)
    expect((await page(ana)).includes('You are looking at it, until')).toBe(true)
    const luc = await page(await here.as('luc'))
    expect(luc.includes('looking at it')).toBe(false)
  })

  it('lets go, or is forgotten after four hours', async () => {
    await claim(ana)
    expect((await ana.post(`/requests/${id}/release`)).location).toBe(`/requests/${id}?notice=released`)
    expect((await page(ben)).includes('Ana Costa has been looking')).toBe(false)
    expect((await ana.post(`/requests/${id}/release`)).status).toBe(303)
    await claim(ana)
    await here.setClock('239 minutes')
    expect((await page(await here.as('ben'))).includes('Ana Costa has been looking')).toBe(true)
    await here.setClock('241 minutes')
    const later = await here.as('ben')
    expect((await page(later)).includes('Ana Costa has been looking')).toBe(false)
    expect((await claim(later)).status).toBe(303)
  })

  it('keeps nobody from deciding', async () => {
    await claim(ana)
    expect((await approves(ben, id, { role: 'SU' })).status).toBe(303)
    expect(await standing(here, id)).toMatchObject({ status: 'APPROVED' })
    expect((await claim(ana)).status).toBe(409)
    await here.owner(`update grants set revoked_at = app_now() where request_id = $1`, [id])
    await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
  })

  it('is no longer named once they may no longer decide', async () => {
    await claim(ana)
    await here.owner(`update people set status = 'DISABLED' where address = 'ana@acme.example'`)
    expect((await page(ben)).includes('Ana Costa has been looking')).toBe(false)
    await here.owner(`update people set status = 'ACTIVE' where address = 'ana@acme.example'`)
  })

  it('is one of two who press at once; the other reads who was first', async () => {
    for (let round = 0; round < 100; round++) {
      const answers = await Promise.all([claim(ana), claim(ben)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
      const late = answers.find(({ status }) => status === 409)
      expect(/(Ana Costa|Ben Okafor) is looking at it until/.test(late?.text ?? '')).toBe(true)
      await Promise.all([ana, ben].map((who) => who.post(`/requests/${id}/release`)))
    }
  })

  it('is whoever may decide, and nobody else', async () => {
    for (const who of ['luc', 'sam', 'olga'] as const)
      expect((await claim(await here.as(who))).status).toBe(403)
    for (const who of ['zoe', 'raul', 'vera'] as const)
      expect((await claim(await here.as(who))).status).toBe(404)
  })
})
