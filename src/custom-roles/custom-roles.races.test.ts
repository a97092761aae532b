import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeWhileRuled, retireWhileApproved } from '../../test/faults/ruled-role-fights.ts'
import { type World, world } from '../../test/world/world.ts'

// Two hundred with `npm run faults -- roles`.
const rounds = 9

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

it('a role that changes while a rule gives it is given as it is at that moment, and none that is retired', async () => {
  const { given, left, wrong } = await changeWhileRuled(here, rounds)
  expect({ wrong, rounds: given + left }).toEqual({ wrong: 0, rounds })
})

it('a role that is retired while a request for it is approved is held or retired, never both', async () => {
  const { given, left, wrong } = await retireWhileApproved(here, rounds)
  expect({ wrong, rounds: given + left }).toEqual({ wrong: 0, rounds })
})
