import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, placeId, standing } from '../../test/world/acts.ts'
import type { Visitor } from '../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../test/world/world.ts'

let here: World
let ana: Visitor
let paris: string
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  paris = await placeId(here, 'acme.example', 'Paris')
})
afterAll(() => here.end())

const base = '/accounts/acme.example'
const deciding = ['see-people', 'change-people', 'see-requests', 'decide-requests']
let serial = 0
const makes = async (action: readonly string[], reach: 'ACCOUNT' | 'VIRTUAL' = 'ACCOUNT') => {
  const name = `Desk <b>${++serial}</b>`
  const fields = { name, description: '', reach, action: [...action] }
  const answer = await ana.post(`${base}/roles/new`, fields)
  const id = /roles\/([0-9a-f-]{36})\?done=made/.exec(answer.location ?? '')?.[1]
  if (!id) throw new Error(`No role was made: ${answer.status} ${answer.text}`)
  return { id, name, choice: `${id}.1` }
}
/** What stands on a page for the name of a role. */
const shown = (name: string) => name.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const edits = (id: string) =>
  here.owner(
    `with changed as (update custom_roles set version = version + 1 where id = $1 returning *)
     insert into custom_role_versions (account_id, role_id, version, name, description, actions)
     select account_id, id, version, name, description, actions from changed`,
    [id],
  )
const adds = async (who: Visitor, fields: Record<string, string | string[]>) => {
  const kept = await who.post(`${base}/users/add`, {
    addresses: 'luc@acme.example',
    ends: '',
    place: [],
    ...fields,
  })
  const page = kept.location ? await who.get(kept.location) : kept
  return { kept, page, done: kept.location ? await who.post(kept.location) : kept }
}
const held = async (who: CastMember) =>
  (
    await here.owner<{ role: string; own: string; id: string }>(
      `select g.role, g.custom_role_id as own, g.id from grants g join accounts a on a.id = g.account_id
       where g.person_id = $1 and g.revoked_at is null and g.custom_role_id is not null and a.identifier = 'acme.example'`,
      [await here.idOf(who)],
    )
  ).map(({ role, own, id }) => ({ role, own, id }))
const forget = () =>
  here.owner(
    `update grants set revoked_at = app_now() where custom_role_id is not null and revoked_at is null`,
  )

afterEach(forget)

describe('a role of the account’s own', () => {
  it('is offered with what it allows, given by its version, told and listed by its name', async () => {
    const role = await makes(['see-people'])
    const form = await ana.get(`${base}/users/add`)
    expect(form.text).toContain(shown(role.name))
    expect(form.text).toContain(`value="${role.choice}"`)
    const { page } = await adds(ana, { role: role.choice })
    expect(page.text).toContain(shown(role.name))
    expect(await held('luc')).toMatchObject([{ role: 'CA', own: role.id }])
    expect((await ana.get(`${base}/users`)).text).toContain(shown(role.name))
    expect((await ana.get(`${base}/users?role=${role.id}`)).text).toContain('luc@acme.example')
    expect((await ana.get(`${base}/events`)).text).toContain(shown(role.name))
    const luc = await here.as('luc')
    expect((await luc.get('/access/smart-accounts')).text).toContain(shown(role.name))
    expect((await luc.get(`${base}/users`)).status).toBe(200)
    await here.settle()
    const mail = here.mails.to('luc@acme.example').at(-1)
    expect(mail?.text).toContain(`Desk <b>${serial}</b>`)
    expect(mail?.html).not.toContain('<b>')
  })

  it('is never named in the event log, but by its id', async () => {
    const bodies = await here.owner<{ n: number }>(
      `select count(*)::int as n from events where body like '%Desk <b>%'`,
    )
    expect(bodies).toEqual([{ n: 0 }])
  })

  it('is not given when it was edited since it was chosen, and nothing that was typed is lost', async () => {
    const role = await makes(['see-people'])
    await edits(role.id)
    const { page } = await adds(ana, { role: role.choice })
    expect(page.text).toContain('The role was changed after it was chosen')
    expect(await held('luc')).toEqual([])
    const request = await asks(here, 'luc')
    const answer = await approves(ana, request, { role: role.choice, note: 'Kept, please.' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('was changed while you were choosing')
    expect(answer.text).toContain('Kept, please.')
    expect(await standing(here, request)).toMatchObject({ status: 'PENDING', grants: [] })
    const again = await approves(ana, request, { role: `${role.id}.2` })
    expect(again.status).toBe(303)
    expect(await held('luc')).toMatchObject([{ own: role.id }])
    expect((await ana.get(`/requests/${request}`)).text).toContain(shown(role.name))
    await here.settle()
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain(`Desk <b>${serial}</b>`)
  })

  it('that is retired is given no more', async () => {
    const role = await makes(['see-people'])
    await here.owner(`update custom_roles set retired_at = app_now() where id = $1`, [role.id])
    const { page } = await adds(ana, { role: role.choice })
    expect(page.text).toContain('No role is called so.')
    expect(await held('luc')).toEqual([])
  })

  it('lets its holder decide where it is held, and give no more than it contains', async () => {
    const role = await makes(deciding, 'VIRTUAL')
    await adds(ana, { role: role.choice, place: [paris] })
    expect(await held('luc')).toMatchObject([{ role: 'CV' }])
    const luc = await here.as('luc')
    const inParis = await asks(here, 'raul', { places: ['Paris'], role: 'VV' })
    const inLyon = await asks(here, 'luc', { places: ['Lyon'], role: 'VV' })
    expect((await luc.get('/queue')).text).toContain(inParis)
    expect((await luc.get(`/requests/${inLyon}/approve`)).status).toBe(403)
    const page = await luc.get(`/requests/${inParis}/approve`)
    expect(page.text).toContain('value="VV"')
    expect(page.text).not.toContain('value="VU"')
    const fields = { scope: 'VIRTUAL', va: [paris], end: 'NONE' }
    expect((await approves(luc, inParis, { ...fields, role: 'VA' })).status).toBe(403)
    expect((await approves(luc, inParis, { ...fields, role: 'VV' })).status).toBe(303)
    expect(await standing(here, inParis)).toMatchObject({ status: 'APPROVED' })
    await forget()
    await here.owner(
      `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null where id = $1`,
      [inLyon],
    )
  })

  it('that shows requests lets nobody decide them', async () => {
    const role = await makes(['see-requests'])
    await adds(ana, { role: role.choice })
    const request = await asks(here, 'raul')
    const luc = await here.as('luc')
    expect((await luc.get(`/requests/${request}`)).status).toBe(200)
    expect((await approves(luc, request, { role: 'SV' })).status).toBe(403)
    await ana.post(`/requests/${request}/decline`, {
      version: '1',
      code: 'NOT_NEEDED',
      text: 'Not needed any more.',
      private: '',
      block: '',
    })
  })

  it('is changed for another role, and another for it, in one step', async () => {
    const role = await makes(['see-people'])
    await adds(ana, { role: role.choice })
    const [one] = await held('luc')
    const path = `${base}/grants/${one?.id}/change`
    expect((await ana.get(path)).text).toContain('checked')
    const other = await makes(['use'], 'VIRTUAL')
    const mismatch = await ana.post(path, { role: other.choice, place: '', ends: '', endsTime: '' })
    expect(mismatch.status).toBe(422)
    const answer = await ana.post(path, { role: other.choice, place: paris, ends: '', endsTime: '' })
    expect(answer.location).toBe(`${base}/users?done=changed`)
    expect(await held('luc')).toMatchObject([{ role: 'CV', own: other.id }])
  })

  it('is given by a group to whoever is in it', async () => {
    const role = await makes(['use'], 'VIRTUAL')
    const made = await ana.post(`${base}/groups/new`, {
      name: `Team ${serial}`,
      role: role.choice,
      place: [paris],
    })
    const group = made.location?.replace('?done=made', '') ?? ''
    await ana.post(`${group}/people`, { addresses: 'luc@acme.example' })
    expect(await held('luc')).toMatchObject([{ role: 'CV', own: role.id }])
    expect((await ana.get(group)).text).toContain(shown(role.name))
    await here.settle()
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain(`Desk <b>${serial}</b>`)
    await ana.post(`${group}/people/${await here.idOf('luc')}/remove`)
    expect(await held('luc')).toEqual([])
  })

  it('is promised to somebody invited, who is given it as it is when they accept', async () => {
    const role = await makes(['use'])
    const { page } = await adds(ana, { role: role.choice, addresses: 'new@elsewhere.example' })
    expect(page.text).toContain(shown(role.name))
    await here.settle()
    expect(here.mails.to('new@elsewhere.example').at(-1)?.text).toContain(`Desk <b>${serial}</b>`)
    expect((await ana.get(`${base}/users/invitations`)).text).toContain(shown(role.name))
  })
})
