import { done, refuse } from '../../kernel/outcome.ts'
import { type Database, sqlState, type Tx, transact } from '../db/index.ts'
import { factsOf, type Log } from '../log.ts'
import {
  cancelClock,
  type ClockKey,
  type DueClock,
  dueClocks,
  holdClock,
  putOffClock,
  skipClock,
  takeClock,
} from './clocks.store.ts'

/**
 * What came of a clock: DONE; SKIPPED for good; CANCELLED because it should not have run any more; `later`, when it is
 * not the moment for it; BUSY when what it is about is being changed, so that the next look tries again.
 */
export type Fired = 'DONE' | 'SKIPPED' | 'CANCELLED' | 'BUSY' | { readonly later: Date }

/**
 * Does what a clock stands for, in the transaction that settles it. It looks for itself whether that is still right,
 * and locks what it changes with `skip locked` (giving BUSY) rather than wait for somebody who may wait for the clock.
 */
export type ClockHandler = (tx: Tx, clock: DueClock) => Promise<Fired>
/** Handlers by the clock's kind; the kinds of all slices share one space: `access-request.expire`. */
export type ClockHandlers = Readonly<Record<string, ClockHandler>>

/** What firing needs. */
export type Firing = { readonly db: Database; readonly log: Log; readonly handlers: ClockHandlers }

const batch = 50
const atOnce = 4

/** Fires every clock that is due, each in a transaction of its own; gives how many fired. */
export async function fireDue(firing: Firing, stopping: () => boolean = () => false): Promise<number> {
  const kinds = Object.keys(firing.handlers)
  let fired = 0
  for (;;) {
    const due = await dueClocks(firing.db, kinds, batch)
    const moved = await inTurn(firing, due, stopping)
    fired += moved
    if (moved === 0 || due.length < batch || stopping()) return fired
  }
}

/** Clocks of one subject one after the other, subjects side by side. */
async function inTurn(firing: Firing, due: readonly ClockKey[], stopping: () => boolean): Promise<number> {
  const lines = [...Map.groupBy(due, ({ subject }) => subject).values()]
  let moved = 0
  const work = async () => {
    for (let line = lines.shift(); line !== undefined && !stopping(); line = lines.shift()) {
      for (const clock of line) if (await fire(firing, clock)) moved++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return moved
}

/** Fires one clock, if it is still due and nobody else has it; true when that changed anything. */
async function fire({ db, log, handlers }: Firing, clock: ClockKey): Promise<boolean> {
  try {
    const outcome = await transact(db, async (tx) => {
      const taken = await takeClock(tx, clock)
      if (!taken) return done(false)
      const handler = handlers[taken.kind]
      if (!handler) return refuse('nobody')
      const fired = await handler(tx, taken)
      if (fired === 'BUSY') return refuse('busy')
      await write(tx, taken, fired)
      return done(true)
    })
    return outcome.ok && outcome.value
  } catch (error) {
    if (sqlState(error) === lockNotAvailable) return false
    log.warn('a clock could not fire', { ...factsOf(error), job: clock.kind, account: clock.account })
    await holdClock(db, clock).catch(() => {})
    return false
  }
}

const lockNotAvailable = '55P03'

async function write(tx: Tx, clock: DueClock, fired: Exclude<Fired, 'BUSY'>): Promise<void> {
  if (fired === 'SKIPPED') await skipClock(tx, clock)
  else if (fired === 'CANCELLED') await cancelClock(tx, clock)
  else if (fired !== 'DONE') await putOffClock(tx, clock, fired.later)
}
