import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { house } from '../house.ts'
import { stopUnderLoad } from '../load.ts'
import { rounds } from './how-many.ts'

it('fails no request when it is stopped under load', async () => {
  const { program, remove } = await bundle()
  await using place = await house(program)
  const { failed, statuses, codes, slowest } = await stopUnderLoad(place, rounds(20))
  console.log(`the slowest stop took ${Math.round(slowest)} ms`)
  expect({ failed, statuses, codes }).toEqual({ failed: [], statuses: [200], codes: [0] })
  expect(slowest).toBeLessThan(30_000)
  remove()
})
