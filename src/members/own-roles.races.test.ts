import { expect, it } from 'vitest'
import { editWhileGiven } from '../../test/faults/role-fights.ts'
import { world } from '../../test/world/world.ts'

const rounds = 12

it(`a role that is edited while it is given, ${rounds} times, is given as its giver saw it or not at all`, async () => {
  await using here = await world()
  const { given, refused, wrong } = await editWhileGiven(here, rounds)
  expect({ wrong, rounds: given + refused }).toEqual({ wrong: 0, rounds })
})
