import { describe, expect, it, vi } from 'vitest'
import { emptyWorld } from '../../../test/world/empty.ts'
import { installation } from '../../kernel/id.ts'
import type { Database } from '../db/index.ts'
import { createLog } from '../log.ts'
import { backoff } from './backoff.ts'
import { claim, enqueue, finish } from './jobs.store.ts'
import { type Handler, startWorker, TryLater } from './worker.ts'

function worker(db: Database, handler: Handler, mostAttempts = 3) {
  return startWorker({
    db,
    log: createLog('silent', () => {}),
    handlers: { work: handler },
    size: 4,
    pollSeconds: 0.05,
    mostAttempts,
    chance: () => 0,
  })
}

const until = (check: () => boolean | Promise<boolean>) =>
  vi.waitUntil(check, { timeout: 60_000, interval: 10 })

const job = (key: string) => ({ account: installation, kind: 'work', key })

describe('the worker', () => {
  it('does each job once, whoever of several workers gets it', async () => {
    await using w = await emptyWorld()
    const counts = new Map<string, number>()
    const handler: Handler = async ({ key }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return async () => {}
    }
    await w.db.transaction().execute(async (tx) => {
      for (let n = 0; n < 100; n++) await enqueue(tx, job(String(n)))
    })
    const workers = [worker(w.db, handler), worker(w.db, handler), worker(w.db, handler)]
    await until(async () => (await w.owner('select 1 from jobs')).length === 0)
    await Promise.all(workers.map((one) => one.stop()))
    expect(counts.size).toBe(100)
    expect([...counts.values()].every((count) => count === 1)).toBe(true)
  })

  it('takes the same kind and key once', async () => {
    await using w = await emptyWorld()
    await enqueue(w.db, job('same'))
    await enqueue(w.db, job('same'))
    expect(await w.owner('select 1 from jobs')).toHaveLength(1)
  })

  it('counts no attempt when nothing could be tried, however often', async () => {
    await using w = await emptyWorld()
    await enqueue(w.db, job('waits'))
    let looks = 0
    const waiting = worker(w.db, async () => {
      looks++
      throw new TryLater('nobody to hand it to', 0, { tried: false })
    })
    await until(() => looks > 8)
    await waiting.stop()
    const [left] = await w.owner('select attempts, failed_at, last_error from jobs')
    expect(left).toEqual({ attempts: 0, failed_at: null, last_error: 'nobody to hand it to' })
  })

  it('takes over what a lost worker held, when its lease has ended', async () => {
    await using w = await emptyWorld()
    await enqueue(w.db, job('held'))
    expect(await claim(w.db, 1)).toHaveLength(1)
    expect(await claim(w.db, 1)).toHaveLength(0)
    await w.setClock('11 seconds')
    expect(await claim(w.db, 1)).toMatchObject([{ key: 'held', attempts: 2 }])
  })

  it('lets a worker that thaws commit nothing after somebody else took over', async () => {
    await using w = await emptyWorld()
    await enqueue(w.db, job('frozen'))
    const [frozen] = await claim(w.db, 1)
    await w.setClock('11 seconds')
    const [taken] = await claim(w.db, 1)
    if (!frozen || !taken) throw new Error('not claimed')
    const late = await w.db.transaction().execute((tx) => finish(tx, frozen))
    const right = await w.db.transaction().execute((tx) => finish(tx, taken))
    expect([late, right]).toEqual([false, true])
  })

  it('tries again later, then gives up and leaves the job to be seen', async () => {
    await using w = await emptyWorld()
    let tries = 0
    const failing = worker(w.db, async () => {
      tries++
      throw new TryLater('not yet', 0)
    })
    await enqueue(w.db, job('hopeless'))
    failing.wake()
    await until(async () => (await w.owner('select 1 from jobs where failed_at is not null')).length === 1)
    await failing.stop()
    expect(tries).toBe(3)
    expect(await w.owner('select last_error from jobs')).toEqual([{ last_error: 'not yet' }])
  })

  it('commits the effect of a job and its end together, or neither', async () => {
    await using w = await emptyWorld()
    const failing = worker(
      w.db,
      async () => async (tx) => {
        await tx
          .insertInto('look_ups')
          .values({ person_id: installation, identifier: 'x', hit: true })
          .execute()
      },
      1,
    )
    await enqueue(w.db, job('half'))
    failing.wake()
    await until(async () => (await w.owner('select 1 from jobs where failed_at is not null')).length === 1)
    await failing.stop()
    expect(await w.owner('select 1 from look_ups')).toHaveLength(0)
  })
})

describe('waiting between attempts', () => {
  it('doubles from ten seconds to a day', () => {
    expect([1, 2, 3, 20].map((attempts) => backoff(attempts, 0))).toEqual([10, 20, 40, 86_400])
    expect(backoff(1, 1)).toBe(12)
  })
})
