import { expect, it } from 'vitest'
import { decideWhileBack } from '../../../test/faults/support-fights.ts'
import { world } from '../../../test/world/world.ts'

// Two hundred with `npm run faults -- support`.
const rounds = 12

it('two agents decide nothing once an administrator can be reached again, to the moment', async () => {
  await using here = await world()
  const { decided, left, wrong } = await decideWhileBack(here, rounds)
  expect({ wrong, rounds: decided + left }).toEqual({ wrong: 0, rounds })
})
