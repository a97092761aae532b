import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { telling, timings } from '../timing.ts'
import { rounds } from './how-many.ts'

it('measures what it is meant to', () => {
  expect(telling([1, 2, 3], [4, 5, 6])).toBe(0)
  expect(telling([4, 5, 6], [1, 2, 3])).toBe(1)
  expect(telling([1, 1, 1], [1, 1])).toBe(0.5)
})

it('tells nobody by the time of an answer whether an account or an address is there', async () => {
  const pairs = rounds(1_500)
  const { program, remove } = await bundle()
  const found = await timings(program, pairs)
  console.log(
    Object.entries(found).map(([what, auc]) => `${what}: ${auc.toFixed(3)}`),
    '0.5 is what guessing gives',
  )
  for (const [what, auc] of Object.entries(found)) {
    // Four times what chance alone would move it.
    const chance = 4 * Math.sqrt(1 / (6 * Math.ceil(pairs / (what.includes('sign-in') ? 4 : 1))))
    expect(Math.abs(auc - 0.5), what).toBeLessThan(Math.max(0.05, chance))
  }
  remove()
})
