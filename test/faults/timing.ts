import { performance } from 'node:perf_hooks'
import type { PersonId } from '../../src/kernel/id.ts'
import { askPath } from '../../src/paths/access-requests.ts'
import { forgottenPasswordPath, signInPath } from '../../src/paths/people.ts'
import { Visitor } from '../world/visitor.ts'
import { type Arena, arena } from './arena.ts'

/** How well the time of an answer tells two cases apart: 0.5 is not at all, 0 or 1 is always (Mann and Whitney's U). */
export function telling(ones: readonly number[], others: readonly number[]): number {
  const all = [...ones.map((ms) => ({ ms, one: true })), ...others.map((ms) => ({ ms, one: false }))]
  all.sort((a, b) => a.ms - b.ms)
  let rank = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.ms === all[from]?.ms) to++
    // Equal times share their ranks.
    const shared = (from + 1 + to) / 2
    rank += all.slice(from, to).filter(({ one }) => one).length * shared
    from = to
  }
  return (rank - (ones.length * (ones.length + 1)) / 2) / (ones.length * others.length)
}

/** Two questions whose answers must not differ, not even in time. */
type Pair = {
  readonly name: string
  readonly pairs: number
  readonly ask: (which: 'there' | 'not-there') => Promise<unknown>
}

/** How well each of our secrets shows in the time of an answer, asked on one connection in random order. */
export async function timings(program: string, pairs: number): Promise<Record<string, number>> {
  await using place = await arena(program, { processes: 1, deciders: 0 })
  const found: Record<string, number> = {}
  for (const pair of await questions(place, pairs)) found[pair.name] = await measured(place, pair)
  return found
}

async function questions(place: Arena, pairs: number): Promise<Pair[]> {
  const [zoe] = await place.owner<{ id: PersonId }>(
    `select id from people where address = 'zoe@elsewhere.example'`,
  )
  const visitor = await place.visitor(zoe?.id as PersonId)
  const stranger = new Visitor(place.processes[0]?.base ?? '')
  const address = { there: 'luc@acme.example', 'not-there': 'lux@acme.example' }
  const identifier = { there: 'initech.example', 'not-there': 'unitech.example' }
  const password = 'this is not the right one'
  return [
    {
      name: 'a hidden account',
      pairs,
      ask: (which) => visitor.post(askPath.to(), { identifier: identifier[which] }),
    },
    {
      name: 'an address at sign-in',
      pairs: Math.ceil(pairs / 4),
      ask: (which) => stranger.post(signInPath.to(), { address: address[which], password, next: '' }),
    },
    {
      name: 'an address whose password is forgotten',
      pairs,
      ask: (which) => stranger.post(forgottenPasswordPath.to(), { address: address[which] }),
    },
  ]
}

async function measured(place: Arena, { pairs, ask }: Pair): Promise<number> {
  const times = { there: [] as number[], 'not-there': [] as number[] }
  for (let n = -10; n < pairs; n++) {
    // The limits would end this long before it tells anything.
    await place.owner('delete from limits')
    const order = Math.random() < 0.5 ? (['there', 'not-there'] as const) : (['not-there', 'there'] as const)
    for (const which of order) {
      const from = performance.now()
      await ask(which)
      if (n >= 0) times[which].push(performance.now() - from)
    }
  }
  return telling(times.there, times['not-there'])
}
