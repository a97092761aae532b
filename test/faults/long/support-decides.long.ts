import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { decideWhileBack } from '../support-fights.ts'
import { rounds } from './how-many.ts'

it('lets two agents decide only what nobody of the account could, when an administrator is back at that moment', async () => {
  await using here = await world()
  const times = rounds(200)
  const { decided, left, wrong } = await decideWhileBack(here, times)
  console.log(`${decided} decided by support, ${left} left to the administrator`)
  expect({ wrong, rounds: decided + left }).toEqual({ wrong: 0, rounds: times })
  expect(Math.min(decided, left)).toBeGreaterThan(0)
})
