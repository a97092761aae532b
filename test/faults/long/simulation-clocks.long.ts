import { expect, it } from 'vitest'
import { simulate } from '../simulation.ts'
import { rounds } from './how-many.ts'

it.each([
  ['with a support desk', true],
  ['without one', false],
])('forgets no request in 400 days, and strikes as a model of its own says, %s', async (_, hasSupport) => {
  const requests = rounds(5_000)
  const sizes = { requests, days: 400, schedulers: 4, kills: 0.02, seed: Date.now() % 100_000, hasSupport }
  const { problems, strokes, compared, kills } = await simulate(sizes)
  console.log(
    `seed ${sizes.seed}: ${requests} requests, ${strokes} strokes, ${kills} kills; ${compared} compared`,
  )
  expect(problems).toEqual([])
  expect(compared).toBeGreaterThan(requests * 0.9)
})
