import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import {
  accountGround,
  closeWhileDeciding,
  disableWhileDeciding,
  mergeWhileSubmitting,
} from '../account-fights.ts'
import { rounds } from './how-many.ts'

it('closes and merges accounts, and shuts people out, while others are at work', async () => {
  await using w = await world()
  const ground = await accountGround(w)
  const results = [
    await closeWhileDeciding(ground, rounds(200)),
    await mergeWhileSubmitting(ground, rounds(200)),
    await disableWhileDeciding(ground, rounds(200)),
  ]
  expect(results).toEqual(results.map(() => ({ wrong: 0 })))
})
