import { afterAll, beforeAll, expect, it } from 'vitest'
import { askWhileSwitched, saveAtOnce } from '../../../test/faults/rule-fights.ts'
import { type World, world } from '../../../test/world/world.ts'

// Two hundred with `npm run faults -- rules`.
const rounds = 12

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

it('a rule that is switched off while it fires decides what came before, and nothing after', async () => {
  const { byRule, left, outOfOrder, broken } = await askWhileSwitched(here, rounds)
  expect({ outOfOrder, broken, rounds: byRule + left }).toEqual({ outOfOrder: 0, broken: 0, rounds })
})

it('of two administrators who save rules at once, one is told that the other did', async () => {
  expect(await saveAtOnce(here, rounds)).toBe(0)
})
