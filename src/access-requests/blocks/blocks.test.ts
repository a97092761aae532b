import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks, declines, placeId } from '../../../test/world/acts.ts'
import type { Fields } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.owner('delete from blocks')
  await here.owner('delete from look_ups')
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
})

const blocks = '/accounts/acme.example/rules/blocks'
const fields: Fields = {
  address: 'Zoe@elsewhere.example ',
  howLong: '30_DAYS',
  reason: 'They sent the same request nine times.',
}
const ids = async () => (await here.owner<{ id: string }>('select id from blocks')).map(({ id }) => id)

describe('an administrator', () => {
  it('sees whom a decline has blocked, and lifts it before its time', async () => {
    const ana = await here.as('ana')
    const id = await asks(here, 'zoe')
    await declines(ana, id, { block: 'FOR_EVER' })
    const page = (await ana.get(blocks)).text
    for (const said of ['zoe@elsewhere.example', 'For ever', 'was declined', 'Ana Costa'])
      expect([said, page.includes(said)]).toEqual([said, true])
    await expect(asks(here, 'zoe', { role: 'SV', scope: 'account' })).rejects.toThrow('403')
    const [block] = await ids()
    expect((await ana.post(`${blocks}/${block}/lift`)).location).toBe(`${blocks}?done=lifted`)
    expect((await ana.post(`${blocks}/${block}/lift`)).status).toBe(404)
    expect((await ana.get(blocks)).text).toContain('Nobody is blocked')
    const again = await asks(here, 'zoe', { role: 'SV', scope: 'account' })
    await (await here.as('zoe')).post(`/requests/${again}/withdraw`)
  })

  it('blocks somebody who has asked here by their address, and is told why when that is not possible', async () => {
    const ana = await here.as('ana')
    expect((await ana.post(blocks, fields)).location).toBe(`${blocks}?done=added`)
    await expect(asks(here, 'zoe')).rejects.toThrow('403')
    const wrong: [Fields, number, string][] = [
      [{}, 409, 'blocked already'],
      [{ address: 'nobody@nowhere.example' }, 422, 'Nobody with this address'],
      [{ address: 'dmitri@initech.example' }, 422, 'Nobody with this address'],
      [{ address: 'ana@acme.example' }, 422, 'cannot block yourself'],
      [{ address: 'luc@acme.example', reason: 'no' }, 422, 'Write 10 to 1,000 characters'],
    ]
    for (const [changes, status, said] of wrong) {
      const answer = await ana.post(blocks, { ...fields, ...changes })
      expect([said, answer.status, answer.text.includes(said)]).toEqual([said, status, true])
    }
    await here.setClock('31 days')
    expect((await (await here.as('ana')).get(blocks)).text).toContain('Nobody is blocked')
    await here.setClock('0 days')
  })

  it('is the only one who sees one of the whole account', async () => {
    await (await here.as('ana')).post(blocks, fields)
    const [block] = await ids()
    const vera = await here.as('vera')
    expect((await vera.get(blocks)).text).not.toContain('zoe@elsewhere.example')
    expect((await vera.post(`${blocks}/${block}/lift`)).status).toBe(404)
    for (const who of ['luc', 'zoe', 'sam', 'carla'] as const) {
      const visitor = await here.as(who)
      expect([who, (await visitor.get(blocks)).status]).toEqual([who, 404])
      expect((await visitor.post(blocks, fields)).status).toBe(404)
      expect((await visitor.post(`${blocks}/${block}/lift`)).status).toBe(404)
    }
    const carla = await here.as('carla')
    expect((await carla.post(`/accounts/globex.example/rules/blocks/${block}/lift`)).status).toBe(404)
  })
})

describe('an administrator of a part', () => {
  it('blocks somebody there, and nowhere else', async () => {
    const vera = await here.as('vera')
    const [held] = await here.owner<{ name: string }>(
      `select v.name from grants g join virtual_accounts v on v.id = g.virtual_account_id
       where g.role = 'VA' and g.revoked_at is null and g.person_id = $1`,
      [await here.idOf('vera')],
    )
    const [mine, theirs] = held?.name === 'Lyon' ? ['Lyon', 'Paris'] : ['Paris', 'Lyon']
    const [own, other] = [
      await placeId(here, 'acme.example', mine),
      await placeId(here, 'acme.example', theirs),
    ]
    const sent = { ...fields, address: 'luc@acme.example' }
    await here.owner(
      `insert into grants (account_id, id, person_id, role, virtual_account_id, source)
       select v.account_id, gen_random_uuid(), p.id, 'VV', v.id, 'DIRECT' from virtual_accounts v, people p
       where v.id = $1 and p.address = 'luc@acme.example' on conflict do nothing`,
      [own],
    )
    for (const va of [[], [other], [own, other]]) {
      const answer = await vera.post(blocks, { ...sent, va })
      expect([answer.status, answer.text.includes('Choose virtual accounts that you administer')]).toEqual([
        422,
        true,
      ])
    }
    expect((await vera.post(blocks, { ...sent, address: 'zoe@elsewhere.example', va: [own] })).status).toBe(
      422,
    )
    expect((await vera.post(blocks, { ...sent, va: [own] })).location).toBe(`${blocks}?done=added`)
    expect((await vera.post(blocks, { ...sent, va: [own] })).status).toBe(409)
    expect((await (await here.as('ana')).get(blocks)).text).toContain('luc@acme.example')
    await expect(asks(here, 'luc', { role: 'VU', places: [mine] })).rejects.toThrow('403')
    const free = await asks(here, 'luc', { role: 'VU', places: [theirs] })
    const amended = await (await here.as('luc')).post(`/requests/${free}/amend`, {
      version: '1',
      reason: 'I prepare the roll-out and need to see its licences.',
      scope: 'virtual',
      virtualAccount: [own],
      named: '',
      role: 'VU',
      ends: '',
    })
    expect(amended.status).toBe(403)
    await (await here.as('luc')).post(`/requests/${free}/withdraw`)
    const [block] = await ids()
    expect((await vera.post(`${blocks}/${block}/lift`)).location).toBe(`${blocks}?done=lifted`)
  })
})
