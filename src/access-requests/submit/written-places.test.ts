import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, placeId, standing } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
let raul: Visitor
let ana: Visitor
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set locale = 'en'`)
  await here.owner(
    `insert into virtual_accounts (account_id, id, parent_id, name, path, restricted)
     select a.id, i.id, null, 'Site ' || i.n, array[i.id], i.n = 7
     from accounts a, lateral (select gen_random_uuid() as id, n from generate_series(1, 1200) n) i
     where a.identifier = 'acme.example'`,
  )
  raul = await here.as('raul')
  ana = await here.as('ana')
})
afterAll(() => here.end())

const asks = async (fields: Record<string, string | string[]>) => {
  await raul.post('/requests/new', { identifier: 'acme.example' })
  return raul.post('/requests/new/reason', {
    account: 'acme.example',
    key: newId(),
    reason: 'I prepare the roll-out in Lyon and need to see its licences.',
    scope: 'virtual',
    virtualAccount: [],
    places: '',
    named: '',
    role: 'VU',
    ends: '',
    ...fields,
  })
}
const asked = async (id: string) =>
  (
    await here.owner<{ name: string }>(
      `select v.name from access_requests r join virtual_accounts v on v.account_id = r.account_id
         and v.id = any(r.ask_virtual_account_ids) where r.id = $1 order by v.name`,
      [id],
    )
  ).map(({ name }) => name)

describe('an account with very many virtual accounts', () => {
  let id: string
  it('is asked for some of them by their names, of which restricted ones are none', async () => {
    await raul.post('/requests/new', { identifier: 'acme.example' })
    const form = await raul.get('/requests/new/reason')
    expect(form.text).toContain('name="places"')
    expect(form.text).not.toContain('Site 12')
    for (const places of ['Site 12\nSite 9999', 'Site 7']) {
      const wrong = await asks({ places })
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('Some of these are not known')
      expect(wrong.text).toContain(places)
    }
    expect((await asks({ places: '  ' })).text).toContain('Choose at least one of the virtual accounts')
    const sent = await asks({ places: ' site 12 \n\nparis lab' })
    id = sent.location?.split('/')[2] ?? ''
    expect(await asked(id)).toEqual(['Paris Lab', 'Site 12'])
  })

  it('keeps those that were asked for in the form for a change', async () => {
    const form = await raul.get(`/requests/${id}/amend`)
    expect(form.text).toContain('Paris / Paris Lab')
    const lab = await placeId(here, 'acme.example', 'Paris Lab')
    const change = { version: '1', scope: 'virtual', virtualAccount: [lab], places: 'Site 1100', role: 'VU' }
    const rest = { reason: 'I prepare the roll-out and need to see its licences.', named: '', ends: '' }
    const wrong = await raul.post(`/requests/${id}/amend`, { ...change, ...rest, places: 'Nowhere' })
    expect([wrong.status, wrong.text.includes('Some of these are not known')]).toEqual([422, true])
    expect((await raul.post(`/requests/${id}/amend`, { ...change, ...rest })).status).toBe(303)
    expect(await asked(id)).toEqual(['Paris Lab', 'Site 1100'])
  })

  it('is given in some of them by their names, beside those that were asked for', async () => {
    const path = `/requests/${id}/approve`
    const form = await ana.get(path)
    expect(form.text).toContain('Site 1100')
    expect(form.text).not.toContain('Site 12')
    const lab = await placeId(here, 'acme.example', 'Paris Lab')
    const given = { version: '2', scope: 'VIRTUAL', role: 'VU', va: [lab] }
    const wrong = await ana.post(path, approval({ ...given, places: 'Site 7\nNowhere' }))
    expect([wrong.status, wrong.text.includes('Some of these are not known')]).toEqual([422, true])
    expect((await ana.post(path, approval({ ...given, places: 'Site 7' }))).status).toBe(303)
    const { grants } = await standing(here, id)
    expect(grants.map(({ place }) => place)).toEqual(['Paris Lab', 'Site 7'])
  })
})
