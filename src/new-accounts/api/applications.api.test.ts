import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withToken } from '../../../test/world/api-client.ts'
import { reason } from '../../../test/world/new-accounts.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('a program', () => {
  const body = {
    identifier: 'api.example',
    name: 'Api',
    type: 'CUSTOMER',
    reason,
    nominee: 'luc@acme.example',
  }

  it('asks, reads and withdraws by the same rules', async () => {
    const zoe = await withToken(w, 'zoe')
    const like = await zoe.post('/api/v1/new-accounts', body)
    expect([like.status, JSON.parse(like.text).current]).toEqual([
      409,
      { accounts: [{ identifier: 'acme.example', name: 'ACME' }] },
    ])
    const wrong = await zoe.post('/api/v1/new-accounts', { ...body, identifier: 'nodot', name: '' })
    expect(JSON.parse(wrong.text).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/identifier',
      '/name',
    ])
    const sent = await zoe.post('/api/v1/new-accounts', { ...body, insists: 'Luc runs it by himself.' })
    expect(sent.status).toBe(201)
    const { id } = JSON.parse(sent.text) as { id: string }
    expect(JSON.parse((await zoe.get(`/api/v1/new-accounts/${id}`)).text)).toMatchObject({
      status: 'CHECKING',
      nominee: 'luc@acme.example',
    })
    const [listed] = JSON.parse((await zoe.get('/api/v1/new-accounts')).text).items as { id: string }[]
    expect(listed?.id).toBe(id)
    const named = await zoe.post(`/api/v1/new-accounts/${id}/nominee`, { nominee: 'Vera@acme.example' })
    expect([named.status, JSON.parse(named.text).nominee]).toEqual([200, 'vera@acme.example'])
    expect((await zoe.post(`/api/v1/new-accounts/${id}/nominee`, { nominee: 'vera' })).status).toBe(422)
    expect(
      (await zoe.post(`/api/v1/new-accounts/${id}/nominee`, { nominee: 'vera@acme.example' })).status,
    ).toBe(409)
    expect((await zoe.post(`/api/v1/new-accounts/${id}/remind`, {})).status).toBe(409)
    const luc = await withToken(w, 'luc')
    expect(
      (await luc.post(`/api/v1/new-accounts/${id}/refuse`, { reason: 'Not me, our buyers.' })).status,
    ).toBe(404)
    expect((await luc.get(`/api/v1/new-accounts/${id}`)).status).toBe(404)
    expect((await luc.post(`/api/v1/new-accounts/${id}/withdraw`, {})).status).toBe(404)
    expect((await zoe.post(`/api/v1/new-accounts/${id}/withdraw`, {})).status).toBe(200)
    expect((await zoe.post(`/api/v1/new-accounts/${id}/withdraw`, {})).status).toBe(409)
  })
})
