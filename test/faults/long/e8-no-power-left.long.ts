import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { decideWhileRemoved } from '../fights.ts'
import { rounds } from './how-many.ts'

it('commits no decision after the decider was removed', async () => {
  const { program, remove } = await bundle()
  expect(await decideWhileRemoved(program, rounds(1_000))).toBe(0)
  remove()
})
