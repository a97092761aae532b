import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeId } from '../../test/world/acts.ts'
import { type ApiClient, withToken } from '../../test/world/api-client.ts'
import { Visitor } from '../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../test/world/world.ts'
import { newId } from '../kernel/id.ts'

let here: World
let ana: Visitor
let vera: Visitor
let robot: ApiClient
let paris: string
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  vera = await here.as('vera')
  robot = await withToken(here, 'ana')
  paris = await placeId(here, 'acme.example', 'Paris')
})
afterAll(() => here.end())

const base = '/accounts/acme.example/roles'
const api = '/api/v1/accounts/acme.example/roles'
let serial = 0
const unused = () => `Role ${++serial}`
type Fields = Record<string, string | string[]>
const fields = (more: Fields = {}): Fields => ({
  name: unused(),
  description: '',
  reach: 'ACCOUNT',
  action: ['see-event-log'],
  ...more,
})
const makes = async (who: Visitor, more: Fields = {}) => {
  const answer = await who.post(`${base}/new`, fields(more))
  return /roles\/([0-9a-f-]{36})\?done=made/.exec(answer.location ?? '')?.[1] ?? `${answer.status}`
}
const gives = async (id: string, who: CastMember, place: string | null = null) =>
  here.owner(
    `insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, virtual_account_id, source)
     select c.account_id, gen_random_uuid(), $2, case when c.reach = 'ACCOUNT' then 'CA' else 'CV' end, c.id, c.actions,
       $3, 'DIRECT' from custom_roles c where c.id = $1`,
    [id, await here.idOf(who), place],
  )
const takes = (id: string) =>
  here.owner(`update grants set revoked_at = app_now() where custom_role_id = $1 and revoked_at is null`, [
    id,
  ])
const held = async (id: string) =>
  (
    await here.owner<{ actions: string[] }>(
      `select custom_actions as actions from grants where custom_role_id = $1 and revoked_at is null`,
      [id],
    )
  ).map(({ actions }) => actions)
const change = (more: Fields = {}): Fields => {
  const { reach: _, ...rest } = fields(more)
  return { version: '1', mark: '', ...rest }
}

describe('roles of an account’s own', () => {
  it('are made, listed and shown', async () => {
    const carla = await here.as('carla')
    expect((await carla.get('/accounts/globex.example/roles')).text).toContain('No role of your own yet')
    const id = await makes(ana, { name: 'Auditor', description: 'For the yearly audit.' })
    const list = (await ana.get(base)).text
    expect(list).toContain('Auditor')
    expect(list).toContain('For the yearly audit.')
    const shown = (await ana.get(`${base}/${id}?done=made`)).text
    expect(shown).toContain('Read the event log')
    expect(shown).toContain('Nobody holds it yet.')
    expect((await ana.get(`${base}/${id}/versions`)).text).toContain('made it')
    expect((await ana.get('/accounts/acme.example/events')).text).toContain('made the role')
  })

  it('have names of their own, unlike those that are built in', async () => {
    const name = unused()
    await makes(ana, { name })
    const again = await ana.post(`${base}/new`, fields({ name: name.toUpperCase() }))
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('has this name')])
    const like = await ana.post(`${base}/new`, fields({ name: 'Smart  account administratοr' }))
    expect([like.status, like.text]).toEqual([422, expect.stringContaining('reads like a built-in role')])
  })

  it('get what their actions need, after it was said', async () => {
    const name = unused()
    const first = await ana.post(`${base}/new`, fields({ name, action: ['decide-requests'] }))
    expect(first.status).toBe(422)
    expect(first.text).toContain('Something was added')
    expect(first.text).toContain(`value="${name}"`)
    const action = ['see-people', 'change-people', 'see-requests', 'decide-requests']
    expect(await makes(ana, { name, action })).toMatch(/-/)
  })

  it('never contain the granting of administrators, nor what only whole accounts have', async () => {
    expect((await ana.post(`${base}/new`, fields({ action: [] }))).text).toContain('Choose what it may do')
    expect((await ana.post(`${base}/new`, fields({ action: ['change-administrators'] }))).status).toBe(422)
    const virtual = await ana.post(`${base}/new`, fields({ reach: 'VIRTUAL', action: ['change-settings'] }))
    expect([virtual.status, virtual.text]).toEqual([422, expect.stringContaining('cannot contain')])
  })

  it('are made of what one holds oneself, in a part by whoever runs the part', async () => {
    const page = (await vera.get(`${base}/new`)).text
    expect(page).not.toContain('value="change-settings"')
    expect(await makes(vera, { action: ['see-event-log'] })).toBe('403')
    const id = await makes(vera, { reach: 'VIRTUAL', action: ['see-event-log'] })
    await gives(id, 'luc', paris)
    const lyon = await placeId(here, 'acme.example', 'Lyon')
    await gives(id, 'raul', lyon)
    const wider = await vera.post(
      `${base}/${id}/change`,
      change({ action: ['see-event-log', 'export-event-log'] }),
    )
    expect([wider.status, wider.text]).toEqual([403, expect.stringContaining('where you could not give it')])
    expect((await (await here.as('luc')).get(base)).status).toBe(404)
    await takes(id)
  })

  it('change for everybody who holds them, once it was seen for whom, and tell them', async () => {
    const name = unused()
    const id = await makes(ana, { name, action: ['see-event-log', 'edit-account'] })
    await gives(id, 'luc')
    const wish = change({ name, action: ['see-event-log', 'export-event-log'] })
    const luc = await here.as('luc')
    const file = '/accounts/acme.example/events.csv'
    expect((await luc.get(file)).status).toBe(404)
    const shown = await ana.post(`${base}/${id}/change`, wish)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('What changes for 1 person')
    expect(shown.text).toContain('Luc Bernard')
    expect(await held(id)).toEqual([expect.arrayContaining(['edit-account'])])
    const mark = Visitor.fieldOf(shown.text, 'mark') ?? ''
    await gives(id, 'carla')
    const other = await ana.post(`${base}/${id}/change`, { ...wish, mark })
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('Something changed meanwhile')])
    const now = Visitor.fieldOf(other.text, 'mark') ?? ''
    const back = await ana.post(`${base}/${id}/change`, { ...wish, mark: now, step: 'back' })
    expect([back.status, back.text]).toEqual([200, expect.stringContaining('Next: what changes')])
    const done = await ana.post(`${base}/${id}/change`, { ...wish, mark: now })
    expect(done.location).toBe(`${base}/${id}?done=changed&n=2`)
    const actions = ['see-account', 'see-virtual-accounts', 'see-event-log', 'export-event-log']
    expect(await held(id)).toEqual([actions, actions])
    expect((await luc.get(file)).status).toBe(200)
    expect((await luc.get('/accounts/acme.example/edit')).status).toBe(404)
    await here.settle()
    const mail = here.mails.to('luc@acme.example').at(-1)
    expect(mail?.subject).toBe(`Your role ${name} in ACME has changed`)
    expect(mail?.text).toContain('New: Export the event log.')
    expect(mail?.text).toContain('No longer: Edit name and contact.')
    expect((await ana.get(`${base}/${id}/versions`)).text).toContain('No longer: Edit name and contact.')
    await takes(id)
  })

  it('keep both texts when somebody else was faster', async () => {
    const name = unused()
    const id = await makes(ana, { name })
    await ana.post(`${base}/${id}/change`, change({ name: 'Faster', action: ['see-people'] }))
    const stale = await ana.post(`${base}/${id}/change`, change({ name: 'Slower' }))
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('value="Slower"')
    expect(stale.text).toContain('Faster')
    const again = await ana.post(`${base}/${id}/change`, { ...change({ name: 'Slower' }), version: '2' })
    expect(again.status).toBe(303)
  })

  it('are never widened by whoever holds them', async () => {
    const id = await makes(ana, { action: ['see-event-log'] })
    await gives(id, 'ana')
    const own = await ana.post(
      `${base}/${id}/change`,
      change({ action: ['see-event-log', 'export-event-log'] }),
    )
    expect([own.status, own.text]).toEqual([403, expect.stringContaining('You hold this role yourself')])
    await takes(id)
  })

  it('are retired when nobody holds them, and brought back', async () => {
    const name = unused()
    const id = await makes(ana, { name })
    await gives(id, 'luc')
    expect((await ana.get(`${base}/${id}/retire`)).text).toContain('1 person still holds it: Luc Bernard')
    expect((await ana.post(`${base}/${id}/retire`)).status).toBe(409)
    await takes(id)
    expect((await ana.post(`${base}/${id}/retire`)).location).toBe(`${base}?done=retired`)
    expect((await ana.get(`${base}?show=retired`)).text).toContain(name)
    expect((await ana.post(`${base}/${id}/change`, change())).location).toBe(`${base}/${id}`)
    expect((await ana.post(`${base}/${id}/bring-back`)).location).toBe(`${base}/${id}?done=brought-back`)
  })

  it('are there for programs', async () => {
    const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      robot.post(path, body, { 'Idempotency-Key': newId(), ...headers })
    const made = await send(api, { name: unused(), reach: 'ACCOUNT', actions: ['export-event-log'] })
    expect(made.status).toBe(201)
    const { id } = JSON.parse(made.text) as { id: string }
    const one = await robot.get(`${api}/${id}`)
    expect(JSON.parse(one.text)).toMatchObject({
      version: 1,
      holders: 0,
      actions: ['see-account', 'see-virtual-accounts', 'see-event-log', 'export-event-log'],
    })
    const body = { name: unused(), actions: ['see-people'] }
    const changed = await send(`${api}/${id}/change`, body, { 'If-Match': '"1"' })
    expect(JSON.parse(changed.text)).toMatchObject({ version: 2, gained: ['see-people'], people: 0 })
    const stale = await send(`${api}/${id}/change`, body, { 'If-Match': '"1"' })
    expect([stale.status, JSON.parse(stale.text)]).toMatchObject([409, { current: { version: 2 } }])
    expect(JSON.parse((await robot.get(`${api}/${id}/versions`)).text).items).toHaveLength(2)
    expect((await send(`${api}/${id}/retire`, undefined)).status).toBe(200)
    expect((await send(`${api}/${id}/bring-back`, undefined)).status).toBe(200)
    expect(JSON.parse((await robot.get(api)).text).builtIn).toHaveLength(7)
  })

  it('are changed by one of two who change them at once', async () => {
    const ben = await here.as('ben')
    for (let round = 0; round < 10; round++) {
      const id = await makes(ana)
      const answers = await Promise.all([
        ana.post(`${base}/${id}/change`, change({ action: ['see-people'] })),
        ben.post(`${base}/${id}/change`, change({ action: ['edit-account'] })),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    }
  })
})

describe('the form of a role', () => {
  it('says all that is wrong at once, in the order of its fields', async () => {
    const wrong = { name: '…', description: 'x'.repeat(301), action: [] }
    const answer = await ana.post(`${base}/new`, wrong)
    expect(answer.status).toBe(422)
    const links = [...answer.text.matchAll(/<li><a href="#([a-z]+)">/g)].map(([, field]) => field)
    expect(links).toEqual(['name', 'description', 'reach', 'actions'])
    const id = await makes(ana)
    const changed = await ana.post(`${base}/${id}/change`, { ...wrong, version: '1' })
    for (const field of ['name', 'description', 'actions']) expect(changed.text).toContain(`href="#${field}"`)
  })
})
