import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { operatorIsJoined, operatorsEndEachOther } from '../operator-fights.ts'
import { rounds } from './how-many.ts'

it('leaves an operator when the last two disable, erase or dismiss each other at once', async () => {
  await using w = await world()
  expect(await operatorsEndEachOther(w, rounds(200))).toEqual({ none: 0, nobodyWent: 0 })
  expect(await operatorIsJoined(w, rounds(200))).toEqual({ none: 0, nobodyWent: 0 })
})
