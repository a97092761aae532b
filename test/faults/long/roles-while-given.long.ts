import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { editWhileGiven } from '../role-fights.ts'
import { rounds } from './how-many.ts'

it('gives a role of the account’s own only as its giver saw it, while somebody edits it', async () => {
  await using here = await world()
  const times = rounds(200)
  const { given, refused, wrong } = await editWhileGiven(here, times)
  console.log(`${given} given before the edit, ${refused} refused after it`)
  expect({ wrong, rounds: given + refused }).toEqual({ wrong: 0, rounds: times })
  expect(Math.min(given, refused)).toBeGreaterThan(0)
})
