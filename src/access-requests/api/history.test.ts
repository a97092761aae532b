import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, declines } from '../../../test/world/acts.ts'
import { items, type Programs, programsOf } from '../../../test/world/programs.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let programs: Programs
beforeAll(async () => {
  w = await world()
  programs = await programsOf(w, ['raul', 'ana', 'zoe', 'sam', 'carla'])
})
afterAll(() => w.end())

const history = (who: 'raul' | 'ana' | 'zoe' | 'sam' | 'carla', id: string) =>
  programs.get(who, `/api/v1/requests/${id}/history`)

describe('the history of a request', () => {
  it('says who it waits for, then why it was declined, in the order it happened', async () => {
    const id = await asks(w, 'raul', { role: 'SU', scope: 'account' })
    const before = await history('raul', id)
    expect(before.body).toMatchObject({ waitsFor: { administrators: 2, names: expect.anything() } })
    await declines(await w.as('ana'), id)
    const told = await history('raul', id)
    expect(told.body['waitsFor']).toBeNull()
    expect(items(told).at(-1)).toMatchObject({
      type: 'access-request.declined',
      by: { isYou: false },
      code: 'NOT_NEEDED',
    })
    expect(String(items(told).at(-1)?.['text']).length).toBeGreaterThan(9)
    for (const who of ['zoe', 'carla'] as const) expect((await history(who, id)).status).toBe(404)
  })

  it('gives a requester no names that the account does not show, and leaves a trace of a look by office', async () => {
    await w.owner(`update accounts set show_administrators = 'NONE' where identifier = 'acme.example'`)
    const id = await asks(w, 'raul', { role: 'SV', scope: 'account' })
    await approves(await w.as('ana'), id)
    const own = items(await history('raul', id))
    expect(own.at(-1)).toMatchObject({ type: 'access-request.approved', by: { name: null, isYou: false } })
    expect(JSON.stringify(own)).not.toContain('Ana Costa')
    expect(items(await history('ana', id)).at(-1)).toMatchObject({ by: { name: 'Ana Costa', isYou: true } })
    expect((await history('sam', id)).status).toBe(200)
    expect(items(await history('raul', id)).map(({ type }) => type)).toContain(
      'access-request.viewed-by-support',
    )
  })

  it('keeps a look by office at the conversation alone as well', async () => {
    const id = await asks(w, 'raul', { account: 'globex.example', role: 'SV', scope: 'account' })
    expect((await programs.get('sam', `/api/v1/requests/${id}/conversation`)).status).toBe(200)
    expect(items(await history('raul', id)).map(({ type }) => type)).toContain(
      'access-request.viewed-by-support',
    )
  })
})
