import { done, refuse } from '../../kernel/outcome.ts'
import { type Database, type Tx, transact } from '../db/index.ts'
import { factsOf, type Log } from '../log.ts'
import { backoff } from './backoff.ts'
import { claim, extend, finish, type Job, leaseSeconds, secondsToNext, setBack } from './jobs.store.ts'

/**
 * Does a job. What it must not do twice it does in the function it gives back, which runs in the transaction that
 * also removes the job; a worker that lost its lease commits nothing. What that gives back is called after the commit.
 */
export type Handler = (job: Job) => Promise<(tx: Tx) => Promise<void | (() => void)>>

/** Thrown by a handler that knows when to try again (null: never). */
export class TryLater extends Error {
  readonly seconds: number | null
  /** False: nothing was tried, so it counts for no attempt. */
  readonly tried: boolean
  constructor(message: string, seconds: number | null, { tried = true } = {}) {
    super(message)
    this.seconds = seconds
    this.tried = tried
  }
}

export type WorkerOptions = {
  readonly db: Database
  readonly log: Log
  readonly handlers: Readonly<Record<string, Handler>>
  /** Jobs at work at the same time. */
  readonly size: number
  /** Seconds between looks when nothing wakes it. */
  readonly pollSeconds: number
  readonly mostAttempts: number
  /** A number from 0 to 1 that spreads retries. */
  readonly chance: () => number
}

export type Worker = {
  /** Looks for work now. */
  readonly wake: () => void
  /** Takes no more work and waits for what is in hand. */
  readonly stop: () => Promise<void>
}

/** Starts working off jobs, in the order they became due. */
export function startWorker(options: WorkerOptions): Worker {
  const atWork = new Set<Promise<void>>()
  let stopping = false
  let looking: Promise<void> | null = null
  let lookAgain = false
  let timer: NodeJS.Timeout | undefined

  const later = (seconds: number) => {
    clearTimeout(timer)
    if (!stopping) timer = setTimeout(look, pauseMs(seconds, options.pollSeconds))
  }

  function look(): void {
    lookAgain = true
    if (looking || stopping) return
    looking = lookUntilQuiet().finally(() => {
      looking = null
      // Somebody asked in the very moment that it ended.
      if (lookAgain) look()
    })
  }

  async function lookUntilQuiet(): Promise<void> {
    try {
      while (lookAgain && !stopping) {
        lookAgain = false
        await takeWork(options, atWork, look)
        // With its hands full it looks again when one of them is free.
        const isFull = atWork.size >= options.size
        later((isFull ? null : await secondsToNext(options.db)) ?? options.pollSeconds)
      }
    } catch (error) {
      options.log.warn('looking for work failed', factsOf(error))
      later(options.pollSeconds)
    }
  }

  later(0)
  return {
    wake: look,
    async stop() {
      stopping = true
      clearTimeout(timer)
      // A look in flight may still come back with work.
      await looking
      await Promise.allSettled(atWork)
    },
  }
}

/** Begins what is due and fits beside what is at work; `look` is called after each. */
async function takeWork(options: WorkerOptions, atWork: Set<Promise<void>>, look: () => void): Promise<void> {
  for (const job of await claim(options.db, Math.max(0, options.size - atWork.size))) {
    const work = perform(options, job).finally(() => {
      atWork.delete(work)
      look()
    })
    atWork.add(work)
  }
}

function pauseMs(seconds: number, most: number): number {
  return Math.max(5, Math.min(seconds, most) * 1_000)
}

async function perform(options: WorkerOptions, job: Job): Promise<void> {
  const heartbeat = setInterval(
    () => void extend(options.db, job).catch(() => {}),
    (leaseSeconds * 1_000) / 3,
  )
  try {
    const handler = options.handlers[job.kind]
    if (!handler) throw new TryLater('no handler', null)
    const settle = await handler(job)
    const outcome = await transact(options.db, async (tx) => {
      if (!(await finish(tx, job))) return refuse('lost')
      return done(await settle(tx))
    })
    if (outcome.ok) outcome.value?.()
    else options.log.warn('lease lost, nothing committed', { job: job.kind })
  } catch (error) {
    await giveBack(options, job, error)
  } finally {
    clearInterval(heartbeat)
  }
}

async function giveBack(options: WorkerOptions, job: Job, error: unknown): Promise<void> {
  const wait = error instanceof TryLater ? error.seconds : backoff(job.attempts, options.chance())
  const tried = !(error instanceof TryLater) || error.tried
  const retryInSeconds = tried && job.attempts >= options.mostAttempts ? null : wait
  const facts = factsOf(error)
  options.log[tried ? 'warn' : 'debug']('job failed', { ...facts, job: job.kind, attempts: job.attempts })
  const text = error instanceof TryLater ? error.message : (facts.error ?? 'failed')
  await setBack(options.db, job, { error: text, retryInSeconds, tried }).catch((failure: unknown) => {
    options.log.warn('could not give a job back; its lease ends by itself', factsOf(failure))
  })
}
