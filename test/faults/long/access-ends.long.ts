import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { endWhileExtended, endWhileGivenBack, groundOf } from '../access-ends.ts'
import { rounds } from './how-many.ts'

it('ends access once, whether it is given back or for longer at that moment', async () => {
  await using w = await world()
  const ground = await groundOf(w)
  const [given, extended] = [
    await endWhileGivenBack(ground, rounds(200)),
    await endWhileExtended(ground, rounds(200)),
  ]
  console.log(`given back first ${given.back} times, ended first ${extended.told} times`)
  expect([given.wrong, extended.wrong]).toEqual([0, 0])
})
