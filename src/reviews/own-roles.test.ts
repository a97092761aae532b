import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withToken } from '../../test/world/api-client.ts'
import type { Visitor } from '../../test/world/visitor.ts'
import { type World, world } from '../../test/world/world.ts'
import { newId } from '../kernel/id.ts'

let here: World
let ana: Visitor
let luc: Visitor
let review: string
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  luc = await here.as('luc')
  await here.owner(
    `with made as (
       insert into custom_roles (account_id, id, name, reach, actions)
       select id, gen_random_uuid(), 'Reviewer', 'ACCOUNT', $1 from accounts where identifier = 'acme.example' returning *
     ), kept as (
       insert into custom_role_versions (account_id, role_id, version, name, description, actions)
       select account_id, id, version, name, description, actions from made
     )
     insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, source)
     select account_id, gen_random_uuid(), $2, 'CA', id, actions, 'DIRECT' from made`,
    [reviewing, await here.idOf('luc')],
  )
  const { location } = await ana.post(`${reviews}/new`, { what: 'ALL', role: '', place: '' })
  review = `${reviews}/${/reviews\/([0-9a-f-]{36})/.exec(location ?? '')?.[1]}`
})
afterAll(() => here.end())

const reviews = '/accounts/acme.example/reviews'
const reviewing = [
  'see-account',
  'see-virtual-accounts',
  'use',
  'see-people',
  'change-people',
  'see-requests',
  'change-rules',
]

const items = () =>
  here.owner<{ position: number; role: string; address: string; version: number }>(
    `select i.position, g.role, p.address, i.version from review_items i
     join grants g on g.account_id = i.account_id and g.id = i.grant_id join people p on p.id = g.person_id
     where i.review_id = $1 order by i.position`,
    [review.split('/').at(-1)],
  )
const offeredTo = async (who: Visitor) => {
  const { text } = await who.get(review)
  return [...text.matchAll(/name="seen-(\d+)"/g)].map(([, position]) => Number(position))
}

describe('a review and roles of the account’s own', () => {
  it('is answered by who holds one, for what they could give themselves, and for nothing more', async () => {
    const offered = await offeredTo(luc)
    const theirs = (await items()).filter(({ position }) => offered.includes(position))
    const roles = new Set(theirs.map(({ role }) => role))
    expect(roles).toEqual(new Set(['SV', 'VU', 'VV']))
    expect(theirs.some(({ address }) => address === 'luc@acme.example')).toBe(false)
    const above = (await items()).find(({ role }) => role === 'VA')
    const reaching = await luc.post(review, {
      [`answer-${above?.position}`]: 'REMOVE',
      [`seen-${above?.position}`]: `${above?.version}:LATER`,
      do: 'save',
    })
    expect(reaching.status).toBe(409)
    const one = theirs.find(({ role }) => role === 'SV')
    const answered = await luc.post(review, {
      [`answer-${one?.position}`]: 'KEEP',
      [`seen-${one?.position}`]: `${one?.version}:LATER`,
      do: 'save',
    })
    expect(answered.location).toContain('done=saved')
  })

  it('leaves less of one: a built-in role that it contains, or the same until an earlier end', async () => {
    const nina = (await items()).find(({ role }) => role === 'CV')
    const path = `${review}/items/${nina?.position}/change`
    const form = await ana.get(path)
    expect(form.text).toContain('Licence desk')
    expect(form.text).toContain('value="VV"')
    expect(form.text).not.toContain('value="VU"')
    const answer = await ana.post(path, { role: 'VV', ends: '', endsTime: '', seen: String(nina?.version) })
    expect(answer.location).toContain('done=saved')
    expect((await ana.get(review)).text).toContain('Licence desk')
    expect((await ana.get(`${review}/proof`)).text).toContain('Licence desk')
    await ana.post(`${review}/finish`)
    const held = await here.owner(
      `select g.role from grants g where g.person_id = $1 and g.revoked_at is null order by g.role`,
      [await here.idOf('nina' as 'luc')],
    )
    expect(held).toEqual([{ role: 'VU' }, { role: 'VV' }])
  })

  it('is of one such role alone, by its name; of none that is not the account’s', async () => {
    const [desk] = await here.owner<{ id: string }>(`select id from custom_roles where name = 'Licence desk'`)
    const form = await ana.get(`${reviews}/new`)
    expect(form.text).toContain(`value="${desk?.id}"`)
    const unknown = await ana.post(`${reviews}/new`, { what: 'ROLE', role: newId(), place: '' })
    expect([unknown.status, unknown.text.includes('Choose a role.')]).toEqual([422, true])
    // What an open review holds is left to that one.
    await here.owner(`update reviews set status = 'CLOSED', closed_at = app_now(), closed_because = 'TIME'
      where status = 'OPEN'`)
    await here.owner(
      `insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, virtual_account_id, source)
       select c.account_id, gen_random_uuid(), $2, 'CV', c.id, c.actions, v.id, 'DIRECT'
       from custom_roles c join virtual_accounts v on v.account_id = c.account_id and v.name = 'Lyon' where c.id = $1`,
      [desk?.id, await here.idOf('raul')],
    )
    const started = await ana.post(`${reviews}/new`, { what: 'ROLE', role: desk?.id ?? '', place: '' })
    const path = `${reviews}/${/reviews\/([0-9a-f-]{36})/.exec(started.location ?? '')?.[1]}`
    const shown = (await ana.get(path)).text
    expect([shown.includes('Licence desk'), shown.includes('Raul')]).toEqual([true, true])
    const held = await here.owner(
      `select distinct g.custom_role_id as id from review_items i join grants g on g.id = i.grant_id
       where i.review_id = $1`,
      [path.split('/').at(-1)],
    )
    expect(held).toEqual([desk])
    const robot = await withToken(here, 'ana')
    const wrong = await robot.post(`/api/v1${reviews}`, { selection: { kind: 'ROLE', role: newId() } })
    expect([wrong.status, wrong.text.includes('Licence desk')]).toEqual([422, true])
    const listed = await robot.get(`/api/v1${reviews}`)
    expect(listed.text).toContain('"name":"Licence desk"')
  })
})
