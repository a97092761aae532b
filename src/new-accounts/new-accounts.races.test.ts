import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptWhileWithdrawn,
  approveWhileRenamed,
  bothAccept,
  type Ring,
  ringOf,
} from '../../test/faults/applications.ts'
import { type World, world } from '../../test/world/world.ts'

let w: World
let ring: Ring
beforeAll(async () => {
  w = await world()
  await w.owner('update agreements set retired_at = app_now()')
  ring = await ringOf(w)
})
afterAll(() => w.end())

const rounds = 25

describe(`two at once, ${rounds} times`, () => {
  it('two nominees for one identifier: one account, and the other waits for an operator', async () => {
    expect((await bothAccept(ring, rounds)).wrong).toBe(0)
  })

  it('a yes, the same yes again, and a withdrawal: an account with one administrator, or none', async () => {
    expect((await acceptWhileWithdrawn(ring, rounds)).wrong).toBe(0)
  })

  it('an approval and another nominee: nobody is asked whom no operator saw', async () => {
    const { wrong } = await approveWhileRenamed(ring, rounds)
    expect(wrong).toBe(0)
  })
})
