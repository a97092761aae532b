import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approves } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
let luc: Visitor
let raul: Visitor
beforeAll(async () => {
  here = await world()
  // Somebody of the house who has nothing yet.
  await here.owner(
    `update people set address = 'raul@acme.example', locale = 'en' where address like 'raul@%'`,
  )
  luc = await here.as('luc')
  raul = await here.as('raul')
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.setClock('0 days')
  await here.owner(
    `update requests_on_behalf set status = 'WITHDRAWN', settled_at = app_now() where status = 'WAITING'`,
  )
  await here.owner(`update requests_on_behalf set asked_at = asked_at - interval '2 days'`)
})

const wish = {
  colleague: 'raul@acme.example',
  account: 'ACME.example ',
  reason: 'Raul joins the licence team on Monday.',
  scope: 'account',
  role: 'SV',
  named: '',
  ends: '',
}
const asks = (who: Visitor, fields: Record<string, string> = {}) =>
  who.post('/requests/for-colleagues/new', { ...wish, ...fields })
const idIn = (location: string | null) => /for-colleagues\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
const press = (who: Visitor, id: string, what: string) => who.post(`/requests/for-colleagues/${id}/${what}`)
const stateOf = async (id: string) =>
  (await here.owner(`select status, request_id from requests_on_behalf where id = $1`, [id]))[0]

describe('somebody who asks for a colleague', () => {
  it('sends nothing until the colleague confirms; then both follow one request, and neither decides it', async () => {
    const asked = await asks(luc)
    const id = idIn(asked.location)
    expect(asked.location).toBe(`/requests/for-colleagues/${id}?notice=sent`)
    await here.settle()
    const mail = here.mails.to('raul@acme.example').at(-1)
    expect(mail?.text).toContain('> Raul joins the licence team on Monday.')
    expect(mail?.text).toContain(`/requests/for-colleagues/${id}`)
    expect(
      await here.owner(`select 1 from access_requests where beneficiary_id = $1 and status = 'PENDING'`, [
        await here.idOf('raul'),
      ]),
    ).toEqual([])

    const page = (await raul.get(`/requests/for-colleagues/${id}`)).text
    expect(page).toContain('ACME')
    expect((await raul.get('/')).text).toContain(`href="/requests/for-colleagues/${id}"`)
    expect((await luc.get('/')).text).not.toContain(id)
    expect((await press(raul, id, 'confirm')).status).toBe(303)
    expect((await raul.get('/')).text).not.toContain(`/requests/for-colleagues/${id}`)
    const state = await stateOf(id)
    expect(state?.status).toBe('CONFIRMED')
    const request = state?.request_id
    const [row] = await here.owner(
      `select requester_id, beneficiary_id, profile from access_requests where id = $1`,
      [request],
    )
    expect(row).toMatchObject({
      requester_id: await here.idOf('luc'),
      beneficiary_id: await here.idOf('raul'),
    })
    expect(row?.profile.firstName).toBe('Raul')
    for (const who of [luc, raul]) {
      expect((await who.get(`/requests/${request}`)).status).toBe(200)
      expect((await who.get('/access/services-and-support')).text).toContain(`/requests/${request}`)
    }
    expect((await approves(await here.as('ana'), request, { role: 'SV' })).status).toBe(303)
    await here.settle()
    const [grant] = await here.owner(`select person_id from grants where request_id = $1`, [request])
    expect(grant?.person_id).toBe(await here.idOf('raul'))
    for (const who of ['luc', 'raul'])
      expect(here.mails.to(`${who}@acme.example`).at(-1)?.subject).toMatch(/ACME/)
    await here.owner(`update grants set revoked_at = app_now() where request_id = $1`, [request])
  })

  it('is told when the colleague does not want it, and can take back what waits', async () => {
    const refused = idIn((await asks(luc)).location)
    expect((await press(raul, refused, 'refuse')).status).toBe(303)
    expect((await stateOf(refused))?.status).toBe('REFUSED')
    await here.settle()
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain('does not need the access')
    const back = idIn((await asks(luc)).location)
    expect((await press(raul, back, 'withdraw')).status).toBe(404)
    expect((await press(luc, back, 'withdraw')).status).toBe(303)
    expect((await press(raul, back, 'confirm')).status).toBe(409)
  })

  it('hears that it lapsed after fourteen days, and nobody can confirm from then on', async () => {
    const id = idIn((await asks(luc)).location)
    await here.setClock('14 days')
    expect((await press(await here.as('raul'), id, 'confirm')).status).toBe(409)
    await here.pass('2 minutes')
    await here.settle()
    expect((await stateOf(id))?.status).toBe('LAPSED')
    expect(here.mails.to('luc@acme.example').at(-1)?.text).toContain('did not confirm')
  })

  it('asks the same once, whoever else looks sees nothing, and strangers are never written to', async () => {
    const first = idIn((await asks(luc)).location)
    expect(idIn((await asks(luc)).location)).toBe(first)
    for (const who of ['ana', 'zoe', 'sam'] as const)
      expect((await (await here.as(who)).get(`/requests/for-colleagues/${first}`)).status).toBe(404)
    const outside = await asks(luc, { colleague: 'zoe@elsewhere.example' })
    expect(outside.status).toBe(422)
    expect(outside.text).toContain('You can ask for people whose address ends with @acme.example.')
    expect(outside.text).toContain('Raul joins the licence team on Monday.')
    const unknown = await asks(luc, { account: 'no-such.example' })
    expect(unknown.status).toBe(422)
    // Whether somebody has an identity here is not told.
    const nobody = await asks(luc, { colleague: 'nobody@acme.example' })
    expect(nobody.location).toMatch(/notice=sent$/)
  })

  it('is one of two who press at once: confirmed or taken back, never both', async () => {
    let confirmed = 0
    for (let round = 0; round < 20; round++) {
      const id = idIn((await asks(luc)).location)
      await Promise.all([press(raul, id, 'confirm'), press(luc, id, 'withdraw')])
      const state = await stateOf(id)
      if (state?.status === 'CONFIRMED') confirmed++
      const open = await here.owner(
        `select id from access_requests where beneficiary_id = $1 and status = 'PENDING'`,
        [await here.idOf('raul')],
      )
      expect(open).toHaveLength(state?.status === 'CONFIRMED' ? 1 : 0)
      if (open[0]) await raul.post(`/requests/${open[0].id}/withdraw`)
      await here.owner(`update requests_on_behalf set asked_at = asked_at - interval '2 days'`)
      await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
    }
    expect(confirmed).toBeGreaterThan(0)
  })
})
