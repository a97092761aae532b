import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { emptyWorld } from '../../../test/world/empty.ts'
import { connect, prepare, tallied } from './index.ts'

const told = prepare<{ n: number }, { n: number }>((p) => sql<{ n: number }>`select ${p.n}::int as n`)
const divided = prepare<{ n: number }, { n: number }>((p) => sql<{ n: number }>`select 1 / ${p.n}::int as n`)
const options = { size: 2, named: true, onError: () => {} }

async function lanes(change: Partial<typeof options> = {}) {
  const world = await emptyWorld()
  const connected = connect({ url: world.appUrl, ...options, ...change })
  const leave = async () => {
    await connected.end()
    await world[Symbol.asyncDispose]()
  }
  return { ...connected, world, [Symbol.asyncDispose]: leave }
}

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

describe('a lane', () => {
  it('gives each caller their own answer, however many ask at the same time', async () => {
    await using w = await lanes()
    const answers = await Promise.all(upTo(500).map((n) => told(w.lane, { n })))
    expect(answers.map(([row]) => row?.n)).toEqual(upTo(500))
  })

  it('takes no more than a few connections', async () => {
    await using w = await lanes()
    const pids = await Promise.all(
      upTo(50).map(() => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(w.lane)),
    )
    expect(new Set(pids.map(({ rows }) => rows[0]?.pid)).size).toBeLessThanOrEqual(2)
  })

  it('tells an error to the one who made it', async () => {
    await using w = await lanes()
    const answers = await Promise.allSettled(upTo(20).map((n) => divided(w.lane, { n: n % 5 })))
    expect(answers.map(({ status }) => status)).toEqual(
      upTo(20).map((n) => (n % 5 === 0 ? 'rejected' : 'fulfilled')),
    )
  })

  it('refuses transactions and whatever else is not a read', async () => {
    await using w = await lanes()
    const nothing = async () => {}
    await expect(w.lane.transaction().execute(nothing)).rejects.toThrow('reads only')
    await expect(w.lane.deleteFrom('limits').execute()).rejects.toThrow('reads only')
    expect(await told(w.lane, { n: 1 })).toEqual([{ n: 1 }])
  })

  it('opens again when the database has closed it', async () => {
    await using w = await lanes()
    await told(w.lane, { n: 1 })
    await w.world.owner(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'vestibule' and query like '%as n%'`)
    await expect.poll(() => told(w.lane, { n: 2 }).catch(() => undefined)).toEqual([{ n: 2 }])
  })

  it('is the pool where statements cannot be prepared', async () => {
    await using w = await lanes({ named: false })
    expect(w.lane).toBe(w.db)
  })
})

describe('a tally', () => {
  it('counts the queries of its own work only, whichever way they go', async () => {
    await using w = await lanes()
    const tallies = await Promise.all(
      upTo(5).map(async (n) => {
        const tally = { queries: 0 }
        await tallied(tally, async () => {
          for (let asked = 0; asked < n; asked++) await told(asked % 2 === 0 ? w.db : w.lane, { n })
        })
        return tally.queries
      }),
    )
    expect(tallies).toEqual(upTo(5))
  })
})

describe('the end of a pool', () => {
  it('waits until every connection is gone, so that the server can be stopped after it', async () => {
    await using world = await emptyWorld()
    const { db, pool, end } = connect({ url: world.appUrl, ...options, size: 8 })
    await Promise.all(upTo(50).map((n) => told(db, { n })))
    const open = pool.totalCount
    let gone = 0
    pool.on('remove', () => gone++)
    await end()
    expect(open).toBeGreaterThan(0)
    expect(gone).toBe(open)
  })
})
