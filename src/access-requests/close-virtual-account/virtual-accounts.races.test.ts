import { afterAll, beforeAll, expect, it } from 'vitest'
import { TreeFights } from '../../../test/faults/tree-fights.ts'
import { type World, world } from '../../../test/world/world.ts'

const rounds = 20

let here: World
let fights: TreeFights
beforeAll(async () => {
  here = await world()
  fights = await TreeFights.in(here)
})
afterAll(() => here.end())

it('lets no two moves make a circle', async () => {
  expect(await fights.moveBelowEachOther(rounds)).toBe(0)
})

it('lets nobody decide what was moved away from them', async () => {
  expect(await fights.moveWhileDecided(rounds)).toMatchObject({ broken: 0 })
})

it('leaves neither a right nor an open request in a closed virtual account', async () => {
  expect(await fights.closeWhileDecided(rounds)).toMatchObject({ broken: 0 })
})
