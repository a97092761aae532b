import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { askWhileSwitched, saveAtOnce } from '../rule-fights.ts'
import { rounds } from './how-many.ts'

it('lets a rule decide what was sent before it was switched off, and nothing after', async () => {
  await using here = await world()
  const times = rounds(200)
  const { byRule, left, outOfOrder, broken } = await askWhileSwitched(here, times)
  expect({ outOfOrder, broken, rounds: byRule + left }).toEqual({ outOfOrder: 0, broken: 0, rounds: times })
  expect(Math.min(byRule, left)).toBeGreaterThan(0)
})

it('lets one of two administrators through who save rules at once', async () => {
  await using here = await world()
  expect(await saveAtOnce(here, rounds(200))).toBe(0)
})
