import { expect, it } from 'vitest'
import { world } from '../../world/world.ts'
import { answerTwice, closeWhileAnswered, finishWhileTakenBack, reviewGround } from '../reviews.ts'
import { rounds } from './how-many.ts'

it('answers once, ends once and closes once, whoever else is at it', async () => {
  await using w = await world()
  const ground = await reviewGround(w)
  const { wrong, kept } = await closeWhileAnswered(ground, rounds(200))
  console.log(`answered before it closed ${kept} times of ${rounds(200)}`)
  expect(wrong).toBe(0)
  expect(await answerTwice(ground, rounds(200))).toEqual({ wrong: 0 })
  expect(await finishWhileTakenBack(ground, rounds(200))).toEqual({ wrong: 0 })
})
