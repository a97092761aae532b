import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, placeId } from '../../../test/world/acts.ts'
import { users } from '../../../test/world/members.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('the list of users', () => {
  it('says who allowed what came from a request, as a page and as a file', async () => {
    const request = await asks(here, 'zoe', { role: 'SV' })
    await approves(await here.as('ben'), request)
    const ana = await here.as('ana')
    const zoe = (text: string) => text.slice(text.indexOf('zoe@elsewhere.example'))
    expect(zoe((await ana.get(users)).text)).toMatch(
      /Request <[^>]+>AR-[\w-]+<\/span>, approved by Ben Okafor/,
    )
    expect(zoe((await ana.get(`${users}.csv`)).text)).toContain('approved by Ben Okafor",Ben Okafor,')
  })

  it('names to whoever runs a part only the virtual accounts of that part', async () => {
    const { text } = await (await here.as('vera')).get(users)
    expect(text).toContain('>Paris / Paris Lab</option>')
    expect(text).not.toContain('Lyon')
    const lyon = await placeId(here, 'acme.example', 'Lyon')
    expect((await (await here.as('vera')).get(`${users}?place=${lyon}`)).text).toContain('Nobody fits')
    expect((await (await here.as('vera')).get(`${users}?place=Lyon`)).text).not.toContain('nina@acme.example')
  })

  it('takes the name of a virtual account where there are too many to choose from', async () => {
    const ana = await here.as('ana')
    await here.owner(`insert into virtual_accounts (account_id, id, name, path)
      select a.id, v.id, 'Unit ' || v.n, array[v.id] from accounts a,
        (select gen_random_uuid() as id, n from generate_series(1, 120) n) v where a.identifier = 'acme.example'`)
    const all = (await ana.get(users)).text
    expect(all).not.toContain('Unit 7')
    const paris = await placeId(here, 'acme.example', 'Paris')
    for (const place of [paris, 'paris']) {
      const { text } = await ana.get(`${users}?place=${place}`)
      expect(text).toContain('luc@acme.example')
      expect(text).toContain('value="Paris"')
      expect(text).not.toContain('ben@acme.example')
    }
    const unknown = (await ana.get(`${users}?place=Unit+300`)).text
    expect(unknown).toContain('No virtual account that you see is called so')
    expect(unknown).toContain('value="Unit 300"')
    expect(unknown).not.toContain('luc@acme.example')
  })

  it('changes a role to a virtual account that is written', async () => {
    const ana = await here.as('ana')
    const [grant] = await here.owner<{ id: string }>(
      `select g.id from grants g join people p on p.id = g.person_id
       where p.address = 'luc@acme.example' and g.revoked_at is null`,
    )
    const path = `/accounts/acme.example/grants/${grant?.id ?? ''}/change`
    expect((await ana.get(path)).text).toContain('value="Paris"')
    const fields = { role: 'VV', ends: '', endsTime: '' }
    expect((await ana.post(path, { ...fields, place: 'Unit 300' })).text).toContain(
      'No virtual account that you can give is called so',
    )
    expect((await ana.post(path, { ...fields, place: 'Unit 7' })).status).toBe(303)
  })
})

describe('another account', () => {
  it('is opened at the tab one is at, where one may open it, and else at its properties', async () => {
    const ana = await here.as('ana')
    await here.owner(
      `insert into grants (account_id, id, person_id, role, source)
       select a.id, gen_random_uuid(), $1, 'AG', 'DIRECT' from accounts a where a.identifier = 'globex.example'`,
      [await here.idOf('ana')],
    )
    const other = '/accounts/globex.example'
    const opened = async (tab: string) => (await ana.get(`${other}?tab=${tab}`)).location
    expect((await ana.get(users)).text).toContain(`href="${other}?tab=users"`)
    expect((await ana.get('/accounts/acme.example')).text).toContain(`href="${other}"`)
    expect(await opened('users')).toBe(`${other}/users`)
    for (const tab of ['rules', 'properties', '//evil.example', '..%2F..', ''])
      expect(await opened(tab)).toBe(null)
  })
})
