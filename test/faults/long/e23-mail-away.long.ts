import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { mailAway } from '../outages.ts'
import { rounds } from './how-many.ts'

it('delivers all that still matters once the mail server is back, in order', async () => {
  const { program, remove } = await bundle()
  const { accepted, ...seen } = await mailAway(program, rounds(40))
  console.log(`${accepted} mails went out after the return`)
  expect(accepted).toBeGreaterThan(0)
  expect(seen).toEqual({ waiting: 0, lost: 0, twice: 0, pointless: 0, outOfOrder: 0 })
  remove()
})
