import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
let raul: Visitor
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set locale = 'en'`)
  raul = await here.as('raul')
})
afterAll(() => here.end())

const reason = 'I order licences for all of our houses from next week on.'
const send = (who: Visitor, fields: Record<string, string> = {}) =>
  who.post('/requests/several', {
    accounts: 'https://acme.example/\nglobex.example, no-such.example',
    reason,
    scope: 'unsure',
    role: '',
    named: '',
    ends: '',
    key: newId(),
    ...fields,
  })
const own = async (who: 'raul' | 'zoe') =>
  here.owner(`select id from access_requests where requester_id = $1 and status = 'PENDING'`, [
    await here.idOf(who),
  ])

describe('asking for several accounts at once', () => {
  it('sends one request each, and says of each what became of it; the same form sends nothing twice', async () => {
    const key = newId()
    const sent = await send(raul, { key })
    expect(sent.location).toBe(`/requests/several/${key}`)
    const page = (await raul.get(`/requests/several/${key}`)).text
    expect(page).toContain('2 requests were sent; 1 was not sent.')
    expect(page).toContain('There is no account of this name that you can ask for.')
    expect(page).toContain('/requests/several?account=no-such.example')
    expect(await own('raul')).toHaveLength(2)
    expect((await send(raul, { key })).location).toBe(`/requests/several/${key}`)
    expect(await own('raul')).toHaveLength(2)
    expect((await (await here.as('zoe')).get(`/requests/several/${key}`)).status).toBe(404)
  })

  it('says why when none was sent, and keeps what was typed', async () => {
    const again = await send(raul, { accounts: 'acme.example\nno-such.example' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('You already have an open request for this account')
    expect(again.text).toContain(reason)
    expect(again.text).toContain('acme.example\nno-such.example')
  })

  it('asks for a name, and for no more than ten', async () => {
    const none = await send(raul, { accounts: ' \n ' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Enter at least one account domain identifier')
    const many = Array.from({ length: 11 }, (_, n) => `a${n}.example`).join('\n')
    expect((await send(raul, { accounts: many })).text).toContain('Enter at most 10 at once')
  })
})
