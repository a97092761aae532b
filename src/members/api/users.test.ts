import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const jsonOf = ({ text }: { readonly text: string }): unknown => JSON.parse(text)
const users = '/api/v1/accounts/acme.example/users'

describe('the API', () => {
  it('lists users, adds some, changes and removes them, by the same rules as the pages', async () => {
    const ana = await withToken(here, 'ana')
    const list = jsonOf(await ana.get(users)) as { items: { name: string; personId: string }[] }
    expect(list.items.map(({ name }) => name)).toContain('Emil Strand')
    const people = [
      { address: 'ines@acme.example', role: 'SV' },
      { address: 'stranger@new.example', role: 'SV', endsAt: '2031-03-31T10:00:00Z' },
      { address: 'nobody', role: 'SV' },
    ]
    const added = await ana.post(users, { people })
    expect(jsonOf(added)).toMatchObject({
      items: [{ outcome: 'GIVEN' }, { outcome: 'INVITED' }, { outcome: 'PROBLEM', problem: 'address-wrong' }],
    })
    const again = await ana.post(users, { people })
    expect(jsonOf(again)).toMatchObject({ items: [{ outcome: 'HELD' }, { outcome: 'INVITED_BEFORE' }, {}] })
    const power = await ana.post(users, { people: [{ address: 'ines@acme.example', role: 'SA' }] })
    expect(power.status).toBe(403)
    const found = jsonOf(await ana.get(`${users}?find=ines`)) as {
      items: { personId: string; grants: { id: string }[] }[]
    }
    const [ines] = found.items
    const grant = `/api/v1/accounts/acme.example/grants/${ines?.grants[0]?.id ?? ''}/change`
    const change = { role: 'SU', virtualAccountId: null, endsAt: null }
    expect((await ana.post(grant, change)).status).toBe(200)
    expect(jsonOf(await ana.post(grant, change))).toMatchObject({ status: 409 })
    expect((await ana.post(`${users}/${ines?.personId ?? ''}/remove`)).status).toBe(200)
    expect((await ana.post(`${users}/${ines?.personId ?? ''}/remove`)).status).toBe(404)
  })

  it('is silent to whoever may not change people', async () => {
    const raul = await withToken(here, 'raul')
    expect((await raul.get(users)).status).toBe(404)
    const people = [{ address: 'raul@acme.example', role: 'SV' }]
    expect((await raul.post(users, { people })).status).toBe(404)
    const vera = await withToken(here, 'vera')
    const above = await vera.post(users, { people: [{ address: 'emil@acme.example', role: 'SU' }] })
    expect(jsonOf(above)).toMatchObject({ items: [{ outcome: 'PROBLEM', problem: 'above-own-rights' }] })
  })
})
