import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks, placeId, standing } from '../../test/world/acts.ts'
import type { Visitor } from '../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../test/world/world.ts'

let here: World
let ana: Visitor
let vera: Visitor
let lab: string
let lyon: string
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  vera = await here.as('vera')
  lab = await placeId(here, 'acme.example', 'Paris Lab')
  lyon = await placeId(here, 'acme.example', 'Lyon')
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.owner(`update grants set revoked_at = app_now() where source = 'GROUP' and revoked_at is null`)
  await here.owner(`update user_groups set closed_at = app_now(), name = id::text where closed_at is null`)
})

const base = '/accounts/acme.example/groups'
const fields = (more: Record<string, string | string[]> = {}) => ({
  name: 'Licence team',
  role: 'VU',
  place: [lyon],
  ...more,
})
const makes = async (who: Visitor, more: Record<string, string | string[]> = {}) => {
  const answer = await who.post(`${base}/new`, fields(more))
  return /groups\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? `${answer.status}`
}
const puts = (who: Visitor, id: string, addresses: string) => who.post(`${base}/${id}/people`, { addresses })
const held = async (who: CastMember) =>
  (
    await here.owner<{ role: string; at: string }>(
      `select g.role, g.virtual_account_id as at from grants g
       where g.person_id = $1 and g.source = 'GROUP' and g.revoked_at is null`,
      [await here.idOf(who)],
    )
  ).map(({ role, at }) => [role, at])

const grow = () =>
  here.owner(`insert into virtual_accounts (account_id, id, name, path)
    select a.id, v.id, 'Unit ' || v.n, array[v.id] from accounts a,
      (select gen_random_uuid() as id, n from generate_series(1, 120) n) v where a.identifier = 'acme.example'`)

describe('user groups', () => {
  it('give whoever is put in what they give, tell them, and take it back when they are taken out', async () => {
    expect((await ana.get(base)).text).toContain('No group yet')
    const id = await makes(ana)
    const put = await puts(ana, id, 'luc@acme.example')
    expect(put.location).toBe(`${base}/${id}?done=added&n=1`)
    expect(await held('luc')).toEqual([['VU', lyon]])
    await here.settle()
    expect(here.mails.to('luc@acme.example').at(-1)?.subject).toBe(
      'You are in the group Licence team of ACME',
    )
    expect((await ana.get(`${base}/${id}`)).text).toContain('luc@acme.example')
    expect((await ana.get('/accounts/acme.example/events')).text).toContain(
      'into the user group “Licence team”: Virtual Account User for Lyon',
    )
    const out = await ana.post(`${base}/${id}/people/${await here.idOf('luc')}/remove`)
    expect(out.location).toBe(`${base}/${id}?done=removed`)
    expect(await held('luc')).toEqual([])
    await here.settle()
    expect(here.mails.to('luc@acme.example').at(-1)?.subject).toBe(
      'You are no longer in the group Licence team of ACME',
    )
  })

  it('change what all hold at once, and leave alone what people hold from elsewhere', async () => {
    const id = await makes(ana, { role: 'VV', place: [lab] })
    await puts(ana, id, 'luc@acme.example\nvera@acme.example')
    expect(await held('luc')).toEqual([['VV', lab]])
    const changed = await ana.post(`${base}/${id}/change`, fields({ role: 'SV', place: [], version: '1' }))
    expect(changed.location).toBe(`${base}/${id}?done=changed`)
    for (const who of ['luc', 'vera'] as const) expect(await held(who)).toEqual([['SV', null]])
    const stale = await ana.post(
      `${base}/${id}/change`,
      fields({ name: 'Other', role: 'SU', place: [], version: '1' }),
    )
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('value="Other"')
    expect((await ana.post(`${base}/${id}/close`)).location).toBe(`${base}?done=closed`)
    expect(await held('luc')).toEqual([])
    const [own] = await here.owner(
      `select count(*)::int as n from grants where person_id = $1 and revoked_at is null`,
      [await here.idOf('vera')],
    )
    expect(own?.n).toBeGreaterThan(0)
  })

  it('answer the open request of whoever is put in', async () => {
    const request = await asks(here, 'luc', { role: 'SV', scope: 'account' })
    const id = await makes(ana, { role: 'SU', place: [] })
    await puts(ana, id, 'luc@acme.example')
    expect(await standing(here, request)).toMatchObject({ status: 'CLOSED' })
  })

  it('take in users of the account only, and keep the others in the box', async () => {
    const id = await makes(ana)
    const answer = await puts(ana, id, 'luc@acme.example\nzoe@elsewhere.example')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('add them under Users first: zoe@elsewhere.example')
    expect(await held('luc')).toHaveLength(1)
    expect((await puts(ana, id, ' ')).text).toContain('Enter at least one e-mail address')
  })

  it('are seen and changed by whoever administers all of their scope, and by nobody else', async () => {
    const own = await makes(vera, { place: [lab] })
    const other = await makes(ana, { name: 'Lyon team' })
    expect((await vera.get(base)).text).not.toContain('Lyon team')
    expect((await vera.get(`${base}/${own}`)).status).toBe(200)
    expect((await vera.get(`${base}/${other}`)).status).toBe(404)
    expect((await puts(vera, other, 'luc@acme.example')).status).toBe(404)
    expect((await vera.post(`${base}/new`, fields({ name: 'x', place: [lyon] }))).status).toBe(403)
    for (const who of ['luc', 'carla', 'raul', 'sam', 'olga'] as const)
      expect((await (await here.as(who)).get(base)).status).toBe(404)
  })

  it('say what is wrong with a form, and lose nothing', async () => {
    await makes(ana)
    const taken = await ana.post(`${base}/new`, fields({ name: 'licence TEAM' }))
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Another group has this name')
    expect(taken.text).toContain('value="licence TEAM"')
    expect((await ana.post(`${base}/new`, fields({ place: [] }))).text).toContain(
      'Choose the virtual accounts',
    )
    expect((await ana.post(`${base}/new`, fields({ role: 'SA', place: [] }))).text).toContain('by two people')
  })

  it('are left by whoever loses all of it in another way', async () => {
    const id = await makes(ana)
    await puts(ana, id, 'luc@acme.example')
    await here.owner(`update grants set revoked_at = app_now() where source = 'GROUP' and revoked_at is null`)
    expect((await ana.get(`${base}/${id}`)).text).toContain('Nobody is in this group yet.')
  })

  it('have their virtual accounts written by name where there are many', async () => {
    await grow()
    const form = (await ana.get(`${base}/new`)).text
    expect(form).toContain('name="places"')
    expect(form).not.toContain('name="place"')
    const wrong = await ana.post(`${base}/new`, fields({ place: [], places: 'Unit 7\nUnit 700' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('There is no such virtual account that you can give: Unit 700')
    expect(wrong.text).toContain('Unit 7\nUnit 700')
    const id = await makes(ana, { place: [], places: ' unit 7 \nParis / Paris Lab' })
    expect((await ana.get(`${base}/${id}`)).text).toContain(
      'Virtual Account User for Unit 7 and Paris / Paris Lab',
    )
    // A part that is not theirs has no name for them.
    const other = await vera.post(`${base}/new`, fields({ name: 'x', place: [], places: 'Unit 7' }))
    expect(other.text).toContain('There is no such virtual account that you can give: Unit 7')
    await here.owner(`delete from virtual_accounts where name like 'Unit %' and id <> all (
      select unnest(virtual_account_ids) from user_groups)`)
  })

  it('hold nobody, and nobody holds anything by them, when they are closed while somebody is put in', async () => {
    for (let round = 0; round < 20; round++) {
      const id = await makes(ana, { name: `Round ${round}` })
      await Promise.all([puts(ana, id, 'luc@acme.example'), ana.post(`${base}/${id}/close`)])
      expect(await held('luc')).toEqual([])
      expect(await here.owner(`select 1 from user_group_members where group_id = $1`, [id])).toEqual([])
    }
  })
})

describe('the form of a group', () => {
  it('says all that is wrong at once, and keeps what was typed', async () => {
    const answer = await ana.post(`${base}/new`, { name: '   ', role: '', place: [lyon] })
    expect(answer.status).toBe(422)
    for (const field of ['name', 'role']) expect(answer.text).toContain(`href="#${field}"`)
    expect(answer.text).toMatch(new RegExp(`value="${lyon}"[^>]*checked`))
    const other = await ana.post(`${base}/new`, { name: '', role: 'VU', place: [] })
    for (const field of ['name', 'place']) expect(other.text).toContain(`href="#${field}"`)
  })
})

describe('a group that is changed while a review asks about it', () => {
  it('says so before, and the review says who changed what', async () => {
    const id = await makes(ana, { role: 'SV', place: [] })
    await puts(ana, id, 'luc@acme.example')
    const reviews = '/accounts/acme.example/reviews'
    const started = await ana.post(`${reviews}/new`, { what: 'ROLE', role: 'SV', place: '' })
    const review = /reviews\/[0-9a-f-]{36}/.exec(started.location ?? '')?.[0] ?? ''
    expect((await ana.get(`${base}/${id}/change`)).text).toContain(
      'An open review asks about what 1 person holds by this group.',
    )
    await ana.post(`${base}/${id}/change`, { ...fields({ role: 'SU', place: [] }), version: '1' })
    const { text } = await (await here.as('ben')).get(`/accounts/acme.example/${review}`)
    expect(text).toContain('Changed meanwhile in its user group by Ana Costa')
  })
})
