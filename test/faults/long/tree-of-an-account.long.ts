import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { TreeFights } from '../tree-fights.ts'
import { rounds } from './how-many.ts'

it('moves and closes virtual accounts while others move them and decide requests for them', async () => {
  await using here = await world()
  const fights = await TreeFights.in(here)
  expect(await fights.moveBelowEachOther(rounds(200))).toBe(0)
  expect(await fights.moveWhileDecided(rounds(200))).toMatchObject({ broken: 0 })
  expect(await fights.closeWhileDecided(rounds(200))).toMatchObject({ broken: 0 })
})
