import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeId } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const jsonOf = ({ text }: { readonly text: string }): unknown => JSON.parse(text)
const account = '/api/v1/accounts/acme.example'
const places = `${account}/virtual-accounts`

describe('the API', () => {
  it('reads an account and its virtual accounts, as much as one sees', async () => {
    const luc = await withToken(here, 'luc')
    expect(jsonOf(await luc.get(account))).toMatchObject({ identifier: 'acme.example', contact: null })
    const seen = jsonOf(await luc.get(places)) as { items: { path: string[] }[]; after: null }
    expect(seen.items.map(({ path }) => path)).toEqual([['Paris'], ['Paris', 'Paris Lab']])
    const zoe = await withToken(here, 'zoe')
    for (const path of [account, places]) expect((await zoe.get(path)).status).toBe(404)
  })

  it('adds, renames, restricts, moves and closes them, by the same rules as the pages', async () => {
    const ana = await withToken(here, 'ana')
    const paris = await placeId(here, 'acme.example', 'Paris')
    const made = await ana.post(places, { name: 'Paris Nord', parentId: paris })
    expect(made.status).toBe(201)
    const { id } = jsonOf(made) as { id: string }
    const taken = await ana.post(places, { name: 'paris nord', parentId: paris })
    expect(jsonOf(taken)).toMatchObject({
      status: 422,
      type: expect.stringContaining('name-taken'),
      errors: [{ pointer: '/name' }],
    })
    expect((await ana.post(`${places}/${id}/rename`, { name: 'Paris Sud' })).status).toBe(200)
    expect((await ana.post(`${places}/${id}/restrict`, { restricted: true })).status).toBe(200)
    const effects = jsonOf(await ana.get(`${places}/${id}/move?to=top`)) as {
      people: unknown[]
      mark: string
    }
    expect(effects.people).toHaveLength(2)
    const stale = await ana.post(`${places}/${id}/move`, { to: 'top', mark: 'another' })
    expect(jsonOf(stale)).toMatchObject({ status: 409, type: expect.stringContaining('changed-meanwhile') })
    expect((await ana.post(`${places}/${id}/move`, { to: 'top', mark: effects.mark })).status).toBe(200)
    expect(jsonOf(await ana.post(`${places}/${id}/close`))).toEqual({ closed: [id], grants: 0, requests: 0 })
    expect((await ana.post(`${places}/${id}/close`)).status).toBe(404)
  })

  it('lets nobody change what is not theirs to arrange', async () => {
    const paris = await placeId(here, 'acme.example', 'Paris')
    const standard = await placeId(here, 'acme.example', 'DEFAULT')
    for (const who of ['vera', 'luc', 'sam'] as const) {
      const caller = await withToken(here, who)
      expect((await caller.post(places, { name: 'X', parentId: null })).status, who).toBe(404)
      expect((await caller.post(`${places}/${paris}/move`, { to: 'top' })).status, who).toBe(404)
      expect((await caller.post(`${places}/${paris}/close`)).status, who).toBe(404)
    }
    const ana = await withToken(here, 'ana')
    expect((await ana.post(`${places}/${standard}/rename`, { name: 'X' })).status).toBe(404)
    expect((await ana.post(`${places}/${standard}/close`)).status).toBe(404)
  })
})
