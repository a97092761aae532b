import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { fightOver } from '../fights.ts'
import { rounds } from './how-many.ts'

it('settles a request once, when 64 decide at four processes and some hang up and ask again', async () => {
  const { program, remove } = await bundle()
  const { slowest, ...tally } = await fightOver(program, { rounds: rounds(500), deciders: 64, cuts: 8 })
  const sorted = slowest.toSorted((a, b) => a - b)
  const p99 = Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0)
  console.log(`${slowest.length} rounds; the slowest answer of a round took ${p99} ms at p99`)
  expect(tally).toEqual({ twice: 0, lost: 0, broken: 0 })
  remove()
})
