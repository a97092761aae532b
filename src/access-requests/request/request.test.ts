import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, declines } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const statusFor = async (who: CastMember, path: string) => (await (await here.as(who)).get(path)).status
const viewsOf = (id: string) =>
  here.owner<{ who: string; version: number }>(
    `select split_part(p.address, '@', 1) as who, w.version from views w join people p on p.id = w.person_id
     where w.request_id = $1 order by who`,
    [id],
  )

describe('one request', () => {
  it('is there for those it concerns, and for others looks as if there were none', async () => {
    const whole = await asks(here, 'raul')
    for (const who of ['raul', 'ana', 'ben', 'sam', 'olga'] as const) {
      expect([who, await statusFor(who, `/requests/${whole}`)]).toEqual([who, 200])
    }
    const zoe = await here.as('zoe')
    const hidden = await zoe.get(`/requests/${whole}`)
    const nowhere = newId()
    const none = await zoe.get(`/requests/${nowhere}`)
    expect(hidden.status).toBe(404)
    // Each answer that finds nothing has a reference of its own.
    const plain = (text: string, id: string) => text.replaceAll(id, 'ID').replace(/error=[0-9a-f-]+/, '')
    expect(plain(hidden.text, whole)).toBe(plain(none.text, nowhere))
    for (const who of ['vera', 'luc', 'carla', 'dmitri'] as const) {
      expect([who, await statusFor(who, `/requests/${whole}`)]).toEqual([who, 404])
    }
    for (const id of ['1', 'new%27', `${whole}x`])
      expect(await statusFor('raul', `/requests/${id}`)).toBe(404)
    await (await here.as('raul')).post(`/requests/${whole}/withdraw`)
  })

  it('for parts of the account is there for who administers all of them, and for nobody who lost that', async () => {
    const id = await asks(here, 'raul', { places: ['Paris', 'Paris Lab'], role: 'VV' })
    expect(await statusFor('vera', `/requests/${id}`)).toBe(200)
    await here.owner(`update grants set ends_at = app_now() - interval '1 second' where role = 'VA'`)
    expect(await statusFor('vera', `/requests/${id}`)).toBe(404)
    await here.owner(`update grants set ends_at = null where role = 'VA'`)
    await (await here.as('raul')).post(`/requests/${id}/withdraw`)
    const wider = await asks(here, 'raul', { places: ['Paris', 'Lyon'], role: 'VV' })
    expect(await statusFor('vera', `/requests/${wider}`)).toBe(404)
    await (await here.as('raul')).post(`/requests/${wider}/withdraw`)
  })

  it('is seen once somebody who may decide opens it, and by nothing less', async () => {
    const id = await asks(here, 'raul')
    const path = `/requests/${id}`
    const ana = await here.as('ana')
    await ana.send(path, { method: 'HEAD' })
    await ana.get(path, { 'Sec-Purpose': 'prefetch' })
    await (await here.as('raul')).get(path)
    await (await here.as('sam')).get(path)
    await here.stranger().get(path)
    expect(await viewsOf(id)).toEqual([])
    for (let n = 0; n < 3; n++) await ana.get(path)
    expect(await viewsOf(id)).toEqual([{ who: 'ana', version: 1 }])
    const seen = await here.owner(
      `select 1 from events where request_id = $1 and type = 'access-request.viewed'`,
      [id],
    )
    expect(seen).toHaveLength(1)
    const raul = (await (await here.as('raul')).get(path)).text
    expect(raul.includes('Un administrateur l’a vue')).toBe(true)
    await (await here.as('raul')).post(`/requests/${id}/withdraw`)
  })

  it('tells the requester no name and no delivery that the account does not show', async () => {
    await here.owner(`update accounts set show_administrators = 'NONE' where identifier = 'acme.example'`)
    const id = await asks(here, 'raul')
    await here.settle()
    await declines(await here.as('ana'), id, { private: 'He left the team, between us.' })
    const page = (await (await here.as('raul')).get(`/requests/${id}`)).text
    expect(page.includes('Un administrateur a refusé')).toBe(true)
    expect(page.includes('The roll-out is run by the Paris team.')).toBe(true)
    for (const hidden of ['Ana', 'ana@acme.example', 'Ben', 'between us']) {
      expect([hidden, page.includes(hidden)]).toEqual([hidden, false])
    }
    const ben = (await (await here.as('ben')).get(`/requests/${id}`)).text
    for (const shown of ['Ana Costa declined', 'between us', 'Accepted by the mail server']) {
      expect([shown, ben.includes(shown)]).toEqual([shown, true])
    }
    await here.owner(`update accounts set show_administrators = 'NAMES' where identifier = 'acme.example'`)
  })

  it('goes on to say what was given and until when', async () => {
    const id = await asks(here, 'luc', { role: 'SU', scope: 'account' })
    await approves(await here.as('ben'), id, { role: 'SV', end: 'AT', ends: '2027-03-31' })
    const page = (await (await here.as('luc')).get(`/requests/${id}`)).text
    expect(page.includes('Ben Okafor approved')).toBe(true)
    expect(page.includes('31 March 2027')).toBe(true)
    expect(page.includes('The access ends')).toBe(true)
  })

  it('says that the access is in force, and later that it has ended or was taken back', async () => {
    await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
    const leadFor = async (id: string) =>
      /<div class="lead">|<p class="lead">([^<]*)/.exec(
        (await (await here.as('carla')).get(`/requests/${id}`)).text,
      )?.[1]
    const id = await asks(here, 'carla')
    await approves(await here.as('ana'), id, { end: 'AT', ends: '2027-03-31' })
    expect(await leadFor(id)).toBe('The access is in force.')
    await here.setClock('200 days')
    expect(await leadFor(id)).toBe('The access has ended. You can ask again at any time.')
    await here.setClock('0 days')
    const [grant] = await here.owner<{ id: string }>('select id from grants where request_id = $1', [id])
    const ben = await here.as('ben')
    await ben.post(`/accounts/acme.example/grants/${grant?.id}/take-back`, {})
    expect(await leadFor(id)).toBe('The access was taken back. You can ask again at any time.')
  })
})
