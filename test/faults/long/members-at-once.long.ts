import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import {
  acceptOften,
  editWhileRemoved,
  giveWhileApproved,
  leaveAtOnce,
  memberGround,
  removeEachOther,
} from '../members.ts'
import { rounds } from './how-many.ts'

it('adds, changes, invites and removes people at once, and it comes to one', async () => {
  await using w = await world()
  const ground = await memberGround(w)
  const results = [
    await removeEachOther(ground, rounds(200)),
    await leaveAtOnce(ground, rounds(200)),
    await editWhileRemoved(ground, rounds(200)),
    await giveWhileApproved(ground, rounds(200)),
    await acceptOften(ground, rounds(200)),
  ]
  expect(results).toEqual(results.map(() => ({ wrong: 0 })))
})
