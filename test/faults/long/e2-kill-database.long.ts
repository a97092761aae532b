import { expect, it } from 'vitest'
import { killDatabase } from '../blows.ts'
import { bundle } from '../bundle.ts'
import { rounds } from './how-many.ts'

it('outlives its database, however often that is killed', async () => {
  const { program, remove } = await bundle()
  const { written, lost, healedAfter, ended, place } = await killDatabase(program, rounds(10))
  const slowest = Math.round(Math.max(...healedAfter))
  console.log(`${written.acknowledged.length} acknowledged, ${lost} lost; healed after ${slowest} ms at most`)
  expect(ended).toBe(null)
  expect(lost).toBe(0)
  expect(slowest).toBeLessThan(50_000)
  const { missing, strangers } = place
  expect({ missing, strangers }).toEqual({ missing: [], strangers: [] })
  remove()
})
