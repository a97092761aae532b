import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { acceptWhileWithdrawn, approveWhileRenamed, bothAccept, ringOf } from '../applications.ts'
import { rounds } from './how-many.ts'

it('makes one account or none, whoever accepts, withdraws, approves or names somebody else at once', async () => {
  await using w = await world()
  await w.owner('update agreements set retired_at = app_now()')
  const ring = await ringOf(w)
  const both = await bothAccept(ring, rounds(200))
  const withdrawn = await acceptWhileWithdrawn(ring, rounds(200))
  const renamed = await approveWhileRenamed(ring, rounds(200))
  console.log(`first: ${both.first} of two, ${withdrawn.first} accepted, ${renamed.first} approved`)
  expect([both.wrong, withdrawn.wrong, renamed.wrong]).toEqual([0, 0, 0])
}, 600_000)
