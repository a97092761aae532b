import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { freezeOne } from '../outages.ts'
import { rounds } from './how-many.ts'

it('commits nothing late when it freezes in the middle of its work and wakes up', async () => {
  const { program, remove } = await bundle()
  const { finishedAfter, ...seen } = await freezeOne(program, { rounds: rounds(5), seconds: 60 })
  const slowest = Math.round(Math.max(...finishedAfter))
  console.log(`the other process had finished everything after ${slowest} ms at most`)
  expect(seen).toMatchObject({ twice: 0, unsettled: 0, strangers: 0 })
  expect(slowest).toBeLessThan(60_000)
  remove()
})
