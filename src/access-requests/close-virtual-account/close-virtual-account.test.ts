import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, placeId } from '../../../test/world/acts.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

const list = '/accounts/acme.example/virtual-accounts'

let here: World
const ids: Record<string, string> = {}
beforeAll(async () => {
  here = await world()
  for (const name of ['Paris', 'Paris Lab', 'Lyon']) ids[name] = await placeId(here, 'acme.example', name)
})
afterAll(() => here.end())

const of = (name: string, step = '') => `${list}/${ids[name]}${step}`
const statusOf = async (id: string) =>
  (
    await here.owner<{ status: string; asked: string[]; version: number }>(
      'select status, ask_virtual_account_ids as asked, version from access_requests where id = $1',
      [id],
    )
  )[0]

describe('closing a virtual account', () => {
  it('is for who arranges what stands above it', async () => {
    const vera = await here.as('vera')
    expect((await vera.get(of('Paris', '/close'))).status).toBe(404)
    expect((await vera.get(of('Lyon', '/close'))).status).toBe(404)
    expect((await vera.get(of('Paris Lab', '/close'))).status).toBe(200)
    expect((await vera.post(of('Paris', '/close'), { mark: 'x' })).status).toBe(404)
    expect((await (await here.as('luc')).get(of('Paris Lab', '/close'))).status).toBe(404)
  })

  it('says what ends, does it only when that is still so, and every request follows', async () => {
    const both = await asks(here, 'raul', { places: ['Paris', 'Lyon'] })
    const lone = await asks(here, 'zoe', { places: [], scope: 'unsure' })
    const ana = await here.as('ana')
    const shown = await ana.get(of('Paris', '/close'))
    expect(shown.text).toContain('1 virtual account below it is closed too')
    expect(shown.text).toContain('Going on without it')
    expect(shown.text).toMatch(/Vera/)
    expect(shown.text).toMatch(/Luc/)
    expect((await ana.post(of('Paris', '/close'), { mark: 'something-else' })).status).toBe(409)
    const mark = Visitor.fieldOf(shown.text, 'mark') ?? ''
    const closed = await ana.post(of('Paris', '/close'), { mark })
    expect(closed.location).toBe(`${list}?done=closed`)
    expect(await statusOf(both)).toEqual({ status: 'PENDING', asked: [ids['Lyon']], version: 2 })
    expect(await statusOf(lone)).toMatchObject({ status: 'PENDING' })
    const left = await here.owner(
      `select from grants where virtual_account_id = any($1) and revoked_at is null
         and (ends_at is null or ends_at > app_now())`,
      [[ids['Paris'], ids['Paris Lab']]],
    )
    expect(left).toEqual([])
    expect((await ana.get(of('Paris'))).status).toBe(404)
    expect((await ana.get(list)).text).not.toContain('Paris Lab')
    expect((await ana.post(of('Paris', '/close'), { mark })).status).toBe(404)
    for (let tries = 0; tries < 3; tries++) await here.settle()
    expect(
      here.mails.to('raul@acme.example').some(({ text }) => text?.includes('se poursuit sans lui')),
    ).toBe(true)
    expect((await ana.get(`/requests/${both}`)).text).toContain(
      'A closed virtual account was taken out of the request',
    )
  })

  it('closes a request that asked for nothing else, and frees its name', async () => {
    const ana = await here.as('ana')
    const [open] = await here.owner<{ id: string }>(
      `select id from access_requests where ask_virtual_account_ids = array[$1::uuid] and status = 'PENDING'`,
      [ids['Lyon']],
    )
    const mark = Visitor.fieldOf((await ana.get(of('Lyon', '/close'))).text, 'mark') ?? ''
    expect((await ana.post(of('Lyon', '/close'), { mark })).status).toBe(303)
    expect(await statusOf(open?.id ?? '')).toMatchObject({ status: 'CLOSED' })
    await here.settle()
    expect(here.mails.to('raul@acme.example').at(-1)?.text).toContain(
      'Le compte virtuel demandé a été fermé.',
    )
    expect((await ana.post(`${list}/new`, { name: 'Lyon', parent: '', despite: '' })).status).toBe(303)
  })

  it('is told in sentences in the log', async () => {
    const log = await (await here.as('ana')).get('/accounts/acme.example/events')
    expect(log.text).toMatch(/closed the virtual account (Paris|Lyon)/)
  })
})
