import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, standing } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

async function looked(who: CastMember, account = 'acme.example'): Promise<Visitor> {
  const visitor = await here.as(who)
  await visitor.post('/requests/new', { identifier: account })
  return visitor
}

describe('a request for an account whose administrators cannot be reached', () => {
  it('says so before it is sent, goes to the support desk with a case, and support agents are told', async () => {
    const zoe = await looked('zoe', 'umbrella.example')
    const form = await zoe.get('/requests/new/reason')
    expect(form.text).toContain('No administrator can be reached at the moment')
    const answer = await zoe.post('/requests/new/reason', {
      account: 'umbrella.example',
      key: newId(),
      reason: 'I keep the sites of Umbrella running.',
    })
    const id = /^\/requests\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? ''
    expect((await zoe.get(`/requests/${id}/sent`)).text).toContain('The support desk')
    expect(await standing(here, id)).toMatchObject({
      status: 'PENDING',
      events: ['access-request.submitted', 'access-request.routed-to-support', 'case.opened'],
    })
    const cases = await here.owner('select status, cause from cases where request_id = $1', [id])
    expect(cases).toEqual([{ status: 'OPEN', cause: 'NOBODY_REACHABLE' }])
    await here.settle()
    expect(here.mails.to('sam@support.example').at(-1)?.subject).toMatch(/^Case SC-.*Umbrella$/)
    expect(here.mails.to('zoe@elsewhere.example').at(-1)?.text).toContain('the support desk has it')
    const sam = await here.as('sam')
    expect((await sam.get(`/requests/${id}`)).status).toBe(200)
  })
})

describe('the virtual accounts in the form', () => {
  it('are listed for people of the organisation, and written by others', async () => {
    expect((await (await looked('raul')).get('/requests/new/reason')).text).toContain('Paris Lab')
    const outside = await (await looked('carla')).get('/requests/new/reason')
    expect(outside.text).not.toContain('Paris</label>')
    expect(outside.text).toContain('One virtual account, by its name')
  })

  it('of a restricted branch are listed for nobody', async () => {
    await here.owner(`update virtual_accounts set restricted = true where name = 'Paris'`)
    const form = await (await looked('raul')).get('/requests/new/reason')
    expect(form.text).not.toContain('Paris</label>')
    expect(form.text).toContain('Lyon</label>')
    await here.owner(`update virtual_accounts set restricted = false where name = 'Paris'`)
  })

  it('asked for are decided by those who administer all of them', async () => {
    await asks(here, 'raul', { places: ['Paris Lab'], role: 'VV' })
    await here.settle()
    expect(here.mails.to('vera@acme.example')).toHaveLength(1)
  })
})

describe('an account that two hundred people from outside ask already', () => {
  it('takes no more of them, but its own people all the same', async () => {
    await here.owner(
      `with made as (
         insert into people (id, address, verified_at)
         select gen_random_uuid(), 'n' || n || '@outside.example', app_now() from generate_series(1, 200) n returning id
       )
       insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
         account_name, profile, submitted_at, due_at, expires_at)
       select a.id, gen_random_uuid(), 'AR-' || left(made.id::text, 8), made.id, made.id, 'PENDING', 'UNSURE',
         'because of a test', 'Globex', '{}', app_now(), app_now(), app_now()
       from made, accounts a where a.identifier = 'acme.example'`,
    )
    const fields = { account: 'acme.example', reason: 'I was told to ask here for it.' }
    const dmitri = await looked('dmitri')
    const answer = await dmitri.post('/requests/new/reason', { ...fields, key: newId() })
    expect([answer.status, answer.text.includes('it takes no more at the moment')]).toEqual([429, true])
    const luc = await looked('luc')
    expect((await luc.post('/requests/new/reason', { ...fields, key: newId() })).status).toBe(303)
  })
})
