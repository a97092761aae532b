import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeId } from '../../test/world/acts.ts'
import type { Visitor } from '../../test/world/visitor.ts'
import { type World, world } from '../../test/world/world.ts'

let here: World
let ana: Visitor
let vera: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  vera = await here.as('vera')
})
afterAll(() => here.end())

const base = '/accounts/acme.example/tags'
const makes = async (who: Visitor, name: string) => {
  const answer = await who.post(base, { name })
  return /tags\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? `${answer.status}`
}

describe('custom tags', () => {
  it('are put on virtual accounts and users, renamed and deleted, and the log says so', async () => {
    const id = await makes(ana, ' Budget  2027 ')
    const lyon = await placeId(here, 'acme.example', 'Lyon')
    expect((await ana.post(`${base}/${id}/places`, { place: [lyon] })).location).toBe(
      `${base}/${id}?done=saved`,
    )
    const places = (await ana.get(`/accounts/acme.example/virtual-accounts?tag=${id}`)).text
    expect(places).toContain('>Lyon</a>')
    expect(places).not.toContain('>Paris</a>')
    const tree = '/accounts/acme.example/virtual-accounts'
    expect((await ana.get(tree)).text).toContain('<span class="badge tone-neutral">Budget 2027</span>')
    expect((await ana.get(tree)).text).toContain(`<option value="${id}">Budget 2027</option>`)
    expect((await ana.get(`${tree}?tag=${id}&find=par`)).text).toContain('Nothing found')
    expect((await ana.get(`${tree}/${lyon}`)).text).toContain(`?tag=${id}">Budget 2027</a>`)
    const luc = await here.as('luc')
    expect((await luc.get(`${tree}?tag=${id}`)).text).not.toContain('Budget')
    const some = await ana.post(`${base}/${id}/people`, {
      addresses: 'luc@acme.example zoe@elsewhere.example',
    })
    expect(some.status).toBe(422)
    expect(some.text).toContain('no users of this account that you see: zoe@elsewhere.example')
    const page = (await ana.get(`${base}/${id}`)).text
    expect(page).toContain('<h1>Budget 2027</h1>')
    expect(page).toContain('luc@acme.example')
    const narrowed = (await ana.get(`/accounts/acme.example/users?tag=${id}`)).text
    expect(narrowed).toContain('luc@acme.example')
    expect(narrowed).not.toContain('vera@acme.example')
    expect(page).toMatch(new RegExp(`value="${lyon}"[^>]*checked`))
    expect((await ana.post(`${base}/${id}`, { name: 'Budget 2028' })).location).toBe(
      `${base}/${id}?done=saved`,
    )
    const lucsId = await here.idOf('luc')
    expect((await ana.post(`${base}/${id}/people/${lucsId}/remove`)).status).toBe(303)
    expect((await ana.get(`${base}/${id}`)).text).toContain('No user carries this tag.')
    expect((await ana.post(`${base}/${id}/delete`)).location).toBe(`${base}?done=deleted`)
    expect((await ana.get('/accounts/acme.example/events')).text).toContain('deleted a tag')
  })

  it('are chosen for one virtual account or one user, with a new one in the same step', async () => {
    const old = await makes(ana, 'archive')
    const paris = await placeId(here, 'acme.example', 'Paris')
    const place = `/accounts/acme.example/virtual-accounts/${paris}`
    expect((await ana.get(`${place}/tags`)).text).toContain('archive')
    const both = await ana.post(`${place}/tags`, { before: [], tag: [old], name: 'public' })
    expect(both.location).toBe(`${place}?done=tagged`)
    const shown = (await ana.get(place)).text
    expect(shown).toContain('>archive</a>')
    expect(shown).toContain('>public</a>')
    // Somebody whose form is older takes off only what they saw.
    expect((await vera.post(`${place}/tags`, { before: [old], tag: [], name: '' })).status).toBe(303)
    expect((await ana.get(place)).text).not.toContain('>archive</a>')
    expect((await ana.get(place)).text).toContain('>public</a>')
    const luc = `/accounts/acme.example/users/${await here.idOf('luc')}`
    expect((await vera.post(`${luc}/tags`, { before: [], tag: [old], name: '' })).location).toBe(
      `${luc}?done=tagged`,
    )
    const log = (await ana.get('/accounts/acme.example/events')).text
    expect(log).toContain('put the tag “archive” on Luc Bernard')
    expect(log).toContain('took the tag “archive” off Paris')
    expect(log).toContain('made the tag “public”')
    expect((await vera.get(luc)).text).toContain('<span class="badge tone-neutral">archive</span>')
    const taken = await ana.post(`${luc}/tags`, { before: [old], tag: [old], name: 'Public' })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('value="Public"')
    const lyon = `/accounts/acme.example/virtual-accounts/${await placeId(here, 'acme.example', 'Lyon')}`
    expect((await vera.get(`${lyon}/tags`)).status).toBe(404)
    const ben = `/accounts/acme.example/users/${await here.idOf('ben')}`
    expect((await vera.post(`${ben}/tags`, { before: [], tag: [old], name: '' })).status).toBe(404)
    expect((await (await here.as('luc')).get(`${place}/tags`)).status).toBe(404)
  })

  it('have a name of their own, and a mistake loses nothing', async () => {
    await makes(ana, 'production')
    const again = await ana.post(base, { name: 'Production' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('There is a tag of this name')
    expect(again.text).toContain('value="Production"')
    expect((await ana.post(base, { name: '  ' })).text).toContain('Enter a name of 1 to 40 characters')
  })

  it('are put by those who administer a part on what is theirs, and on nothing else', async () => {
    const id = await makes(vera, 'laboratory')
    const lab = await placeId(here, 'acme.example', 'Paris Lab')
    const lyon = await placeId(here, 'acme.example', 'Lyon')
    await ana.post(`${base}/${id}/places`, { place: [lyon] })
    expect((await vera.post(`${base}/${id}/places`, { place: [lab] })).status).toBe(303)
    const carriers = await here.owner(
      `select virtual_account_id as id from virtual_account_tags where tag_id = $1`,
      [id],
    )
    expect(new Set(carriers.map((row) => row.id))).toEqual(new Set([lab, lyon]))
    expect(
      (await vera.post(`${base}/${id}/places`, { place: [await placeId(here, 'acme.example', 'DEFAULT')] }))
        .status,
    ).toBe(403)
    await ana.post(`${base}/${id}/people`, { addresses: 'ben@acme.example' })
    const ben = await here.idOf('ben')
    expect((await vera.post(`${base}/${id}/people/${ben}/remove`)).status).toBe(403)
    expect((await vera.get(`${base}/${id}`)).text).not.toContain('ben@acme.example')
    expect((await vera.post(`${base}/${id}`, { name: 'x' })).status).toBe(403)
    expect((await vera.post(`${base}/${id}/delete`)).status).toBe(403)
    for (const who of ['luc', 'carla', 'raul', 'sam'] as const)
      expect((await (await here.as(who)).get(base)).status).toBe(404)
  })

  it('are put on virtual accounts by name where there are many', async () => {
    await here.owner(`insert into virtual_accounts (account_id, id, name, path)
      select a.id, v.id, 'Unit ' || v.n, array[v.id] from accounts a,
        (select gen_random_uuid() as id, n from generate_series(1, 120) n) v where a.identifier = 'acme.example'`)
    const id = await makes(ana, 'units')
    const wrong = await ana.post(`${base}/${id}/places`, { places: 'Unit 3\nUnit 300' })
    expect(wrong.text).toContain('There is no such virtual account that you can tag: Unit 300')
    expect((await ana.post(`${base}/${id}/places`, { places: 'Unit 3\nParis / Paris Lab' })).status).toBe(303)
    expect((await ana.get(`${base}/${id}`)).text).toMatch(
      />\n?Unit 3\nParis \/ Paris Lab|>\n?Paris \/ Paris Lab\nUnit 3/,
    )
  })

  it('are one when two make the same at once', async () => {
    for (let round = 0; round < 20; round++) {
      const made = await Promise.all([makes(ana, `Round ${round}`), makes(vera, `round ${round}`)])
      expect(made.filter((one) => one === '422')).toHaveLength(1)
    }
  })
})
