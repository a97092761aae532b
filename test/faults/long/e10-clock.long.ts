import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { clockOff } from '../outages.ts'

it.each(['+3d', '-3d'])('goes by the database, when its own clock is off by %s', async (offset) => {
  const { program, remove } = await bundle()
  const seen = await clockOff(program, process.env.FAKETIME_LIBRARY ?? '', offset)
  expect(seen).toMatchObject({ page: 200, tooEarly: 409, reminded: 303, approved: 303, fresh: 'PENDING' })
  expect(seen.secondsOff).toBeLessThan(60)
  remove()
})
