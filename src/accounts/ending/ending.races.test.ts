import { afterAll, beforeAll, expect, it } from 'vitest'
import { endWhileExtended, endWhileGivenBack, groundOf } from '../../../test/faults/access-ends.ts'
import { type World, world } from '../../../test/world/world.ts'

const rounds = 25

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

it('a right that is given back as it ends is given back or ends, never both, and never neither', async () => {
  const { wrong } = await endWhileGivenBack(await groundOf(w), rounds)
  expect(wrong).toBe(0)
})

it('a right that is given for longer as it ends goes on with its new warnings, and its end is told at most once', async () => {
  const { wrong } = await endWhileExtended(await groundOf(w), rounds)
  expect(wrong).toBe(0)
})
