import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, placeId } from '../../../test/world/acts.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

const list = '/accounts/acme.example/virtual-accounts'

let here: World
const ids: Record<string, string> = {}
beforeAll(async () => {
  here = await world()
  for (const name of ['DEFAULT', 'Paris', 'Paris Lab', 'Lyon'])
    ids[name] = await placeId(here, 'acme.example', name)
})
afterAll(() => here.end())

const of = (name: string, step = '') => `${list}/${ids[name]}${step}`

async function nodeOf(name: string) {
  const [row] = await here.owner<{ parent: string | null; path: string[]; restricted: boolean }>(
    `select p.name as parent, array(select o.name from unnest(v.path) with ordinality as w (id, n)
       join virtual_accounts o on o.id = w.id order by n) as path, v.restricted
     from virtual_accounts v left join virtual_accounts p on p.id = v.parent_id
     where v.name = $1 and v.closed_at is null`,
    [name],
  )
  return row
}

async function events(type: string): Promise<number> {
  const [row] = await here.owner<{ n: number }>(`select count(*)::int as n from events where type = $1`, [
    type,
  ])
  return row?.n ?? 0
}

describe('the tree of virtual accounts', () => {
  it('is shown whole to who sees the account, and in part to who holds a part of it', async () => {
    const all = (await (await here.as('ana')).get(list)).text
    for (const name of Object.keys(ids)) expect(all).toContain(of(name))
    const vera = (await (await here.as('vera')).get(list)).text
    expect(vera).toContain(of('Paris Lab'))
    expect(vera).not.toContain(of('Lyon'))
    expect((await (await here.as('vera')).get(of('Lyon'))).status).toBe(404)
    const luc = await here.as('luc')
    expect((await luc.get(list)).text).toContain(of('Paris'))
    expect((await luc.get(of('Paris', '/rename'))).status).toBe(404)
    expect((await (await here.as('zoe')).get(list)).status).toBe(404)
  })

  it('finds by name', async () => {
    const { text } = await (await here.as('ana')).get(`${list}?find=lab`)
    expect(text).toContain('Paris / Paris Lab')
    expect(text).not.toContain(of('Lyon'))
    const written = await (await here.as('ana')).get(`${list}?find=${encodeURIComponent('paris / par')}`)
    expect(written.text).toContain(of('Paris Lab'))
    expect(written.text).not.toContain(of('Lyon'))
  })
})

describe('an administrator', () => {
  it('adds a virtual account below their own, and not beside it', async () => {
    const vera = await here.as('vera')
    const fields = { name: 'Nord', parent: ids['Paris'] ?? '', despite: '' }
    const made = await vera.post(`${list}/new`, fields)
    expect(made.location).toMatch(/done=made$/)
    expect(await nodeOf('Nord')).toMatchObject({ parent: 'Paris', path: ['Paris', 'Nord'] })
    expect((await vera.post(`${list}/new`, { ...fields, parent: '' })).status).toBe(404)
    expect((await vera.get(`${list}/new`)).status).toBe(404)
    expect((await vera.post(`${list}/new`, { ...fields, parent: ids['Lyon'] ?? '' })).status).toBe(404)
  })

  it('hears at the field what is wrong with a name, and keeps what they typed', async () => {
    const ana = await here.as('ana')
    const taken = await ana.post(`${list}/new`, { name: 'lyon', parent: '', despite: '', restricted: 'yes' })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('There is one of that name in the same place.')
    expect(Visitor.fieldOf(taken.text, 'name')).toBe('lyon')
    expect((await ana.post(`${list}/new`, { name: ' ', parent: '', despite: '' })).status).toBe(422)
  })

  it('is told when a name looks like another, and may take it all the same', async () => {
    const ana = await here.as('ana')
    const fields = { name: 'Lуon', parent: '', despite: '' }
    const warned = await ana.post(`${list}/new`, fields)
    expect(warned.status).toBe(409)
    expect(warned.text).toContain('The name looks like Lyon')
    const despite = Visitor.fieldOf(warned.text, 'despite') ?? ''
    expect((await ana.post(`${list}/new`, { ...fields, despite })).status).toBe(303)
  })

  it('renames one, unless somebody else did so meanwhile', async () => {
    const ana = await here.as('ana')
    const form = (name: string, before: string) => ({ name, before, despite: '' })
    expect((await ana.post(of('Lyon', '/rename'), form('Lyon Sud', 'Lyon'))).status).toBe(303)
    const late = await ana.post(of('Lyon', '/rename'), form('Lyon Est', 'Lyon'))
    expect(late.status).toBe(409)
    expect(Visitor.fieldOf(late.text, 'name')).toBe('Lyon Est')
    expect(await events('virtual-account.renamed')).toBe(1)
    const back = { ...form('Lyon', 'Lyon Sud'), despite: 'Lуon' }
    expect((await ana.post(of('Lyon', '/rename'), back)).status).toBe(303)
  })

  it('restricts one, so that only its exact name finds it', async () => {
    const ana = await here.as('ana')
    expect((await ana.post(of('Lyon', '/restrict'), { restricted: 'yes' })).status).toBe(303)
    const form = await (await here.as('raul')).get('/requests/new/reason?account=acme.example')
    expect(form.text).not.toContain('Lyon')
    expect((await ana.post(of('Lyon', '/restrict'), { restricted: 'no' })).status).toBe(303)
  })

  it('leaves DEFAULT as it is', async () => {
    const ana = await here.as('ana')
    for (const step of ['/rename', '/move', '/close'])
      expect((await ana.get(of('DEFAULT', step))).status, step).toBe(404)
    expect((await ana.post(of('DEFAULT', '/restrict'), { restricted: 'yes' })).status).toBe(404)
    const move = { to: ids['Paris'] ?? '', mark: '' }
    expect((await ana.post(of('DEFAULT', '/move'), move)).status).toBe(404)
  })
})

describe('moving a virtual account', () => {
  it('says who gains or loses what, and which requests get other deciders, before it does', async () => {
    const request = await asks(here, 'raul', { places: ['Paris Lab'] })
    const ana = await here.as('ana')
    const choose = await ana.get(of('Paris Lab', '/move'))
    expect(choose.text).toContain('At the top of the account')
    const preview = await ana.get(`${of('Paris Lab', '/move')}?to=${ids['Lyon']}`)
    expect(preview.text).toMatch(/Vera[^<]*<[^]*Virtual Account Administrator/)
    expect(preview.text).toContain(`/requests/${request}`)
    expect(preview.text).toContain('1 open request gets other deciders')
    expect((await (await here.as('vera')).get(`/requests/${request}`)).status).toBe(200)
    const mark = Visitor.fieldOf(preview.text, 'mark') ?? ''
    const to = ids['Lyon'] ?? ''
    const changed = await ana.post(of('Paris Lab', '/move'), { to, mark: 'something-else' })
    expect(changed.status).toBe(409)
    expect(changed.text).toContain('Look again at what the move would change')
    expect((await ana.post(of('Paris Lab', '/move'), { to, mark })).status).toBe(303)
    expect(await nodeOf('Paris Lab')).toMatchObject({ parent: 'Lyon', path: ['Lyon', 'Paris Lab'] })
    expect((await (await here.as('vera')).get(`/requests/${request}/approve`)).status).toBe(404)
    const back = Visitor.fieldOf(
      (await ana.get(`${of('Paris Lab', '/move')}?to=${ids['Paris']}`)).text,
      'mark',
    )
    await ana.post(of('Paris Lab', '/move'), { to: ids['Paris'] ?? '', mark: back ?? '' })
    await (await here.as('raul')).post(`/requests/${request}/withdraw`)
  })

  it('takes along what stands below it, and never goes below itself', async () => {
    const ana = await here.as('ana')
    const below = await ana.post(of('Paris', '/move'), { to: ids['Paris Lab'] ?? '', mark: 'x' })
    expect(below.status).toBe(409)
    expect(below.text).toContain('or that place lies below it')
    const mark =
      Visitor.fieldOf((await ana.get(`${of('Paris', '/move')}?to=${ids['Lyon']}`)).text, 'mark') ?? ''
    expect((await ana.post(of('Paris', '/move'), { to: ids['Lyon'] ?? '', mark })).status).toBe(303)
    expect(await nodeOf('Paris Lab')).toMatchObject({ path: ['Lyon', 'Paris', 'Paris Lab'] })
    const home = Visitor.fieldOf((await ana.get(`${of('Paris', '/move')}?to=top`)).text, 'mark') ?? ''
    expect((await ana.post(of('Paris', '/move'), { to: 'top', mark: home })).status).toBe(303)
    expect(await nodeOf('Paris Lab')).toMatchObject({ path: ['Paris', 'Paris Lab'] })
  })

  it('is for who arranges both places', async () => {
    const vera = await here.as('vera')
    expect((await vera.get(of('Paris', '/move'))).status).toBe(404)
    expect((await vera.get(of('Paris Lab', '/move'))).status).toBe(200)
    expect((await vera.get(`${of('Paris Lab', '/move')}?to=top`)).status).toBe(404)
    expect((await vera.post(of('Paris Lab', '/move'), { to: ids['Lyon'] ?? '', mark: 'x' })).status).toBe(404)
  })
})

describe('an account with thousands of virtual accounts', () => {
  it('is walked level by level and found by name, in three queries and few bytes', async () => {
    await here.owner(
      `insert into virtual_accounts (account_id, id, parent_id, name, path)
       select v.account_id, made.id, case when n % 50 = 0 then null else v.id end, 'Site ' || lpad(n::text, 4, '0'),
         case when n % 50 = 0 then array[made.id] else array[v.id, made.id] end
       from virtual_accounts v join accounts a on a.id = v.account_id and a.identifier = 'acme.example',
         lateral (select n, gen_random_uuid() as id from generate_series(1, 4900) n) made
       where v.name = 'Lyon' and v.closed_at is null`,
    )
    const ana = await here.as('ana')
    for (const path of [list, `${list}?find=4711`, of('Lyon')]) {
      const page = await ana.get(path)
      expect(page.status).toBe(200)
      expect(page.text.length, path).toBeLessThan(80_000)
      const lines = here.log.map((line) => JSON.parse(line) as { message: string; queries?: number })
      expect(lines.findLast(({ message }) => message === 'answered')?.queries, path).toBeLessThanOrEqual(3)
    }
    const first = await ana.get(of('Lyon'))
    expect(first.text).toContain('Site 0001')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await ana.get(next)
    expect(second.text).not.toContain('Site 0001')
    expect(second.text).toContain('Site 0151')
  })
})
