import { expect, it } from 'vitest'
import { killProgram, writers } from '../blows.ts'
import { bundle } from '../bundle.ts'
import { rounds } from './how-many.ts'

it('loses nothing that it acknowledged, however often it is killed', async () => {
  const kills = rounds(20)
  const { program, remove } = await bundle()
  const { written, lost, readyAfter, place } = await killProgram(program, kills)
  const slowest = Math.round(Math.max(...readyAfter))
  console.log(`${written.acknowledged.length} acknowledged, ${lost} lost; ready after ${slowest} ms at most`)
  expect(lost).toBe(0)
  // On a quiet machine it is under three seconds; a busy one must not make this red.
  expect(slowest).toBeLessThan(30_000)
  const { due, arrived, missing, strangers } = place
  expect({ missing, strangers }).toEqual({ missing: [], strangers: [] })
  expect(arrived.length - due.length).toBeLessThanOrEqual(kills * writers)
  remove()
})
