import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('a requester', () => {
  it('withdraws a pending request after saying so twice, and those who had seen it are told', async () => {
    const id = await asks(here, 'raul')
    await here.settle()
    await (await here.as('ana')).get(`/requests/${id}`)
    const raul = await here.as('raul')
    const page = await raul.get(`/requests/${id}/withdraw`)
    expect(page.text.includes('Retirer cette demande')).toBe(true)
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING' })
    expect((await raul.post(`/requests/${id}/withdraw`)).location).toBe(`/requests/${id}?notice=withdrawn`)
    expect(await standing(here, id)).toMatchObject({ status: 'WITHDRAWN', version: 2 })
    await here.settle()
    expect(here.mails.to('ana@acme.example').at(-1)?.subject).toMatch(/^Withdrawn: access request for ACME/)
    expect(here.mails.to('ben@acme.example').at(-1)?.subject).not.toMatch(/^Withdrawn/)
    expect((await raul.post(`/requests/${id}/withdraw`)).status).toBe(409)
  })

  it('cannot withdraw what is decided, and is told by whom and when', async () => {
    const id = await asks(here, 'luc', { role: 'SU', scope: 'account' })
    await approves(await here.as('ana'), id, { role: 'SU' })
    const answer = await (await here.as('luc')).post(`/requests/${id}/withdraw`)
    expect(answer.status).toBe(409)
    expect(answer.text.includes('It was already approved by Ana Costa on')).toBe(true)
    expect(await standing(here, id)).toMatchObject({ status: 'APPROVED', version: 2 })
  })

  it('cannot withdraw what somebody else asked for', async () => {
    const id = await asks(here, 'carla')
    for (const who of ['ana', 'raul', 'zoe'] as const) {
      const visitor = await here.as(who)
      expect((await visitor.get(`/requests/${id}/withdraw`)).status).toBe(404)
      expect((await visitor.post(`/requests/${id}/withdraw`)).status).toBe(404)
    }
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING' })
  })
})
