import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type EmptyWorld, emptyWorld } from '../../../test/world/empty.ts'
import { installation, newId } from '../../kernel/id.ts'
import { daysAfter, hoursAfter, minutesAfter } from '../../kernel/time.ts'
import { createLog } from '../log.ts'
import { type NewClock, setClocks, stopClocks, takeClock } from './clocks.store.ts'
import { type ClockHandler, type Fired, fireDue } from './fire.ts'
import { startClocks } from './start-clocks.ts'

const soon = (changes: Partial<NewClock> = {}): NewClock => ({
  kind: 'ring',
  n: 1,
  dueAt: new Date(Date.now() - 1_000),
  ...changes,
})
const subject = () => ({ account: installation as string, subject: newId() as string })

const wound = (w: EmptyWorld, about: ReturnType<typeof subject>, clocks: readonly NewClock[]) =>
  w.db.transaction().execute((tx) => setClocks(tx, about, clocks))

const rows = (w: EmptyWorld, about: ReturnType<typeof subject>) =>
  w.owner<{ kind: string; n: number; outcome: string | null }>(
    'select kind, n, outcome from clocks where subject_id = $1 order by kind, n',
    [about.subject],
  )

function ringing(w: EmptyWorld, comes: Fired | ((n: number) => Promise<Fired>) = 'DONE') {
  const rung: number[] = []
  const ring: ClockHandler = async (_, { n }) => {
    rung.push(n)
    return typeof comes === 'function' ? comes(n) : comes
  }
  return { rung, log: createLog('silent', () => {}), db: w.db, handlers: { ring } }
}

describe('a clock', () => {
  it('fires once, whoever of several schedulers looks', async () => {
    await using w = await emptyWorld()
    const about = Array.from({ length: 60 }, subject)
    for (const one of about) await wound(w, one, [soon()])
    const firing = ringing(w)
    const schedulers = [1, 2, 3].map(() => startClocks({ ...firing, pollSeconds: null }))
    const fired = await Promise.all(schedulers.map(({ tick }) => tick()))
    await Promise.all(schedulers.map(({ stop }) => stop()))
    expect(firing.rung).toHaveLength(60)
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(60)
    expect(await fireDue(firing)).toBe(0)
  })

  it('never fires again once it has, though it is set again', async () => {
    await using w = await emptyWorld()
    const about = subject()
    const firing = ringing(w)
    await wound(w, about, [soon()])
    await fireDue(firing)
    await wound(w, about, [soon(), soon({ n: 2 })])
    await fireDue(firing)
    expect(firing.rung).toEqual([1, 2])
  })

  it('is cancelled when it is not among those that are set, and when all are stopped', async () => {
    await using w = await emptyWorld()
    const about = subject()
    const far = daysAfter(new Date(), 1)
    await wound(w, about, [soon({ dueAt: far }), soon({ n: 2, dueAt: far })])
    await wound(w, about, [soon({ n: 2, dueAt: far })])
    expect(await rows(w, about)).toEqual([{ kind: 'ring', n: 2, outcome: null }])
    await w.db.transaction().execute((tx) => stopClocks(tx, about))
    expect(await rows(w, about)).toEqual([])
  })

  it('is left as it was when its transaction is killed midway, and fires at the next look', async () => {
    await using w = await emptyWorld()
    const about = subject()
    await wound(w, about, [soon()])
    const killed = { ...ringing(w) }
    const reached: string[] = []
    const dying: ClockHandler = async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(w.db)
      await sql`select 1`.execute(tx)
      reached.push('the end')
      return 'DONE'
    }
    await fireDue({ ...killed, handlers: { ring: dying } })
    expect(reached).toEqual([])
    expect(await rows(w, about)).toEqual([{ kind: 'ring', n: 1, outcome: null }])
    await w.setClock('1 minute')
    const firing = ringing(w)
    await fireDue(firing)
    expect(firing.rung).toEqual([1])
  })

  it('is fired by somebody else when its scheduler freezes, which then commits nothing late', async () => {
    await using w = await emptyWorld()
    const about = subject()
    await wound(w, about, [soon()])
    const thaw = Promise.withResolvers<void>()
    const frozen = Promise.withResolvers<void>()
    const freezing: ClockHandler = async (tx) => {
      await sql`set local idle_in_transaction_session_timeout = '100ms'`.execute(tx)
      frozen.resolve()
      await thaw.promise
      await sql`select 1`.execute(tx)
      return 'SKIPPED'
    }
    const first = fireDue({ ...ringing(w), handlers: { ring: freezing } })
    await frozen.promise
    const other = ringing(w)
    while (other.rung.length === 0) await fireDue(other)
    thaw.resolve()
    expect(await first).toBe(0)
    expect(other.rung).toEqual([1])
    expect(await rows(w, about)).toEqual([{ kind: 'ring', n: 1, outcome: 'DONE' }])
  })

  it('waits longer after each failure, and does not keep others from firing', async () => {
    await using w = await emptyWorld()
    const [bad, good] = [subject(), subject()]
    await wound(w, bad, [soon({ n: 7 })])
    await wound(w, good, [soon({ n: 8 })])
    const firing = ringing(w, async (n) => {
      if (n === 7) throw new Error('broken')
      return 'DONE'
    })
    await fireDue(firing)
    await fireDue(firing)
    expect(firing.rung.toSorted()).toEqual([7, 8])
    await w.setClock('11 seconds')
    await fireDue(firing)
    await fireDue(firing)
    expect(firing.rung.filter((n) => n === 7)).toHaveLength(2)
    expect(await rows(w, bad)).toEqual([{ kind: 'ring', n: 7, outcome: null }])
  })

  it('can be skipped for good, put off, cancelled, or left for the next look', async () => {
    await using w = await emptyWorld()
    const about = subject()
    const outcomes: readonly Fired[] = ['SKIPPED', { later: hoursAfter(new Date(), 2) }, 'CANCELLED', 'BUSY']
    await wound(
      w,
      about,
      outcomes.map((_, n) => soon({ n })),
    )
    const firing = ringing(w, async (n) => outcomes[n] ?? 'DONE')
    expect(await fireDue(firing)).toBe(3)
    expect(await rows(w, about)).toEqual([
      { kind: 'ring', n: 0, outcome: 'SKIPPED' },
      { kind: 'ring', n: 1, outcome: null },
      { kind: 'ring', n: 3, outcome: null },
    ])
    await w.setClock('3 hours')
    const later = ringing(w)
    await fireDue(later)
    expect(later.rung).toEqual([3, 1])
  })
})

describe('an irreversible clock', () => {
  const final = (dueAt: Date) => soon({ irreversible: true, dueAt })

  it('fires at a second look, a minute after the first', async () => {
    await using w = await emptyWorld()
    await wound(w, subject(), [final(minutesAfter(new Date(), 10))])
    const firing = ringing(w)
    const lookAt = async (time: string) => {
      await w.setClock(time)
      await fireDue(firing)
      return firing.rung.length
    }
    expect(await lookAt('9 minutes')).toBe(0)
    expect(await lookAt('11 minutes')).toBe(0)
    expect(await lookAt('11 minutes 50 seconds')).toBe(0)
    expect(await lookAt('12 minutes 5 seconds')).toBe(1)
    expect(await lookAt('3 days')).toBe(1)
  })

  it('does not fire when the clock jumps ahead and is set right before the second look', async () => {
    await using w = await emptyWorld()
    await wound(w, subject(), [final(daysAfter(new Date(), 28))])
    const firing = ringing(w)
    for (const time of ['30 days', '0 days', '2 minutes', '5 days']) {
      await w.setClock(time)
      await fireDue(firing)
    }
    expect(firing.rung).toEqual([])
    await w.setClock('28 days 1 hour')
    await fireDue(firing)
    expect(firing.rung).toEqual([])
    await w.setClock('28 days 2 hours')
    await fireDue(firing)
    expect(firing.rung).toEqual([1])
  })

  it('does not fire twice when the clock goes back', async () => {
    await using w = await emptyWorld()
    const about = subject()
    await wound(w, about, [final(hoursAfter(new Date(), 1))])
    const firing = ringing(w)
    for (const time of ['2 hours', '2 hours 2 minutes', '-1 day', '2 hours', '2 hours 2 minutes', '3 days']) {
      await w.setClock(time)
      await fireDue(firing)
    }
    expect(firing.rung).toEqual([1])
  })
})

describe('a clock and a command that both want a subject', () => {
  it('never hold each other up: the clock gives way', async () => {
    await using w = await emptyWorld()
    const about = subject()
    await wound(w, about, [soon()])
    const key = { ...about, kind: 'ring', n: 1 }
    const holding = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const first = w.db.transaction().execute(async (tx) => {
      await takeClock(tx, key)
      held.resolve()
      await holding.promise
    })
    await held.promise
    const firing = ringing(w)
    expect(await fireDue(firing)).toBe(0)
    const command = wound(w, about, [])
    holding.resolve()
    await Promise.all([first, command])
    expect(firing.rung).toEqual([])
  })
})
