import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  answerTwice,
  closeWhileAnswered,
  finishWhileTakenBack,
  reviewGround,
} from '../../test/faults/reviews.ts'
import { type World, world } from '../../test/world/world.ts'

const rounds = 12

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

it('of two who answer for the same person at once, one answers and the other is told', async () => {
  expect(await answerTwice(await reviewGround(w), rounds)).toEqual({ wrong: 0 })
})

it('access that is removed in a review and taken back at once ends once', async () => {
  expect(await finishWhileTakenBack(await reviewGround(w), rounds)).toEqual({ wrong: 0 })
})

it('a review that closes while somebody answers keeps what they kept, or tells them that it is closed', async () => {
  expect((await closeWhileAnswered(await reviewGround(w), rounds)).wrong).toBe(0)
})
