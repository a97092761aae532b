import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'
import { transact } from '../../platform/db/index.ts'
import { erase } from './erase.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('erasing somebody who has asked for something', () => {
  it('closes the request in the same moment, with an explanation for those who would have decided it', async () => {
    const request = await asks(w, 'raul')
    expect((await transact(w.db, async (tx) => erase(tx, null, await w.idOf('raul')))).ok).toBe(true)
    const { status, events } = await standing(w, request)
    expect(status).toBe('CLOSED')
    expect(events.at(-1)).toBe('access-request.closed')
    const page = await (await w.as('ana', { 'Accept-Language': 'en' })).get(`/requests/${request}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('can no longer sign in')
    expect(page.text).not.toContain('raul@acme.example')
    await w.settle()
    expect(w.mails.to('raul@acme.example').filter(({ subject }) => subject?.includes('lose'))).toEqual([])
  })

  it('closes nothing when the person stays', async () => {
    const request = await asks(w, 'carla')
    const carla = await w.idOf('carla')
    expect(await transact(w.db, (tx) => erase(tx, null, carla))).toEqual({
      ok: false,
      refusal: {
        code: 'last-administrator',
        accounts: [{ identifier: 'globex.example', name: 'Globex Partners' }],
      },
    })
    expect((await standing(w, request)).status).toBe('PENDING')
  })
})
