import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { editWhileGiven } from '../role-fights.ts'
import { changeWhileRuled, retireWhileApproved } from '../ruled-role-fights.ts'
import { rounds } from './how-many.ts'

it('gives a role of the account’s own only as its giver saw it, while somebody edits it', async () => {
  await using here = await world()
  const times = rounds(200)
  const { given, refused, wrong } = await editWhileGiven(here, times)
  console.log(`${given} given before the edit, ${refused} refused after it`)
  expect({ wrong, rounds: given + refused }).toEqual({ wrong: 0, rounds: times })
  expect(Math.min(given, refused)).toBeGreaterThan(0)
})

it('lets a rule give a role as it is at that moment, while somebody edits or retires it', async () => {
  await using here = await world()
  const times = rounds(200)
  const { given, left, wrong } = await changeWhileRuled(here, times)
  console.log(`${given} given by the rule, ${left} left to people`)
  expect({ wrong, rounds: given + left }).toEqual({ wrong: 0, rounds: times })
  expect(Math.min(given, left)).toBeGreaterThan(0)
})

it('retires a role or gives it in answer to a request for it, never both', async () => {
  await using here = await world()
  const times = rounds(200)
  const { given, left, wrong } = await retireWhileApproved(here, times)
  console.log(`${given} given, ${left} retired`)
  expect({ wrong, rounds: given + left }).toEqual({ wrong: 0, rounds: times })
})
