import pg from 'pg'
import { start } from './children.ts'
import type { Installation } from './installation.ts'
import type { Order, Result, Shot } from './load.ts'
import { resident, type Spent, spent } from './machine.ts'
import { approveShots, listShots, queueShots, submitShots, type Waiting } from './requests.ts'
import { firstOf, sizes } from './seed.ts'
import type { SqlOrder, SqlResult } from './sql.ts'

/** One run: calls a second, what each cost in milliseconds of processor time, and how long it took. */
export type Run = {
  readonly rate: number
  readonly node: number
  readonly postgres: number
  readonly p50: number
  readonly p99: number
  readonly memory: Spent
}

/** A piece of work: with 16 and with 1 connection, and the same SQL without HTTP. */
export type Work = {
  readonly name: SqlOrder['work']
  readonly wide: Run
  readonly narrow: Run
  readonly sql: {
    readonly rate: number
    readonly node: number
    readonly postgres: number
    readonly statements: number
  }
}

const wide = 16
const seconds = { warm: 2, wide: 5, narrow: 3, sql: 4 } as const
/** How many writes are made ready for each run; more than it can use. */
const enough = { warm: 2_500, wide: 7_000, narrow: 2_500, sql: 3_000 } as const

type Load = Awaited<ReturnType<typeof start>>
type Measured = Pick<Order, 'port' | 'connections' | 'seconds' | 'shots' | 'once'> & {
  readonly pid: number
  readonly postmaster: number
  readonly good: number
}

async function fire(load: Load, run: Measured): Promise<Run> {
  const { pid, postmaster, good, ...order } = run
  let memory: Spent = { node: 0, postgres: 0 }
  const watch = setInterval(() => {
    const now = resident(pid, postmaster)
    memory = { node: Math.max(memory.node, now.node), postgres: Math.max(memory.postgres, now.postgres) }
  }, 1_000)
  const before = spent(pid, postmaster)
  const result = await load.ask<Result>(order)
  const after = spent(pid, postmaster)
  clearInterval(watch)
  const failed = Object.entries(result.statuses).filter(([status]) => Number(status) !== good)
  if (failed.length > 0) throw new Error(`Not every call succeeded: ${JSON.stringify(result.statuses)}`)
  return {
    rate: (result.count * 1_000) / result.ms,
    node: (after.node - before.node) / result.count,
    postgres: (after.postgres - before.postgres) / result.count,
    p50: result.p50,
    p99: result.p99,
    memory,
  }
}

/** What the least that a Node server can do costs here, by the same client. */
export async function measureFloor(): Promise<{ wide: Run; narrow: Run }> {
  const hello = await start<{ port: number }>('hello', true)
  const load = await start('load', false)
  const order = {
    port: hello.first.port,
    shots: [{ path: '/' }],
    once: false,
    pid: hello.pid,
    postmaster: hello.pid,
    good: 200,
  }
  await fire(load, { ...order, connections: wide, seconds: 1 })
  const result = {
    wide: await fire(load, { ...order, connections: wide, seconds: 3 }),
    narrow: await fire(load, { ...order, connections: 1, seconds: 2 }),
  }
  load.end()
  hello.end()
  return result
}

let asked = 0

/** The first ask that nobody has sent; the next ones begin `count` later. */
export function takeAsks(count: number): number {
  asked += count
  if (asked > sizes.askers * 10) throw new Error('There are not enough people to ask')
  return asked - count
}

async function waitingIn({ connections }: Installation): Promise<Waiting[]> {
  const client = new pg.Client(connections.owner.url)
  await client.connect()
  const { rows } = await client.query<{ id: string; account: string }>(
    `select r.id, substr(a.identifier, 8, position('.' in a.identifier) - 8) as account
     from access_requests r join accounts a on a.id = r.account_id
     where r.status = 'PENDING' order by md5(r.id::text)`,
  )
  await client.end()
  return rows.map(({ id, account }) => ({
    id,
    administrator:
      firstOf.administrator + Math.floor((Number(account) - 1) / sizes.accountsOfAnAdministrator),
  }))
}

type Shots = (count: number) => Shot[]

/** Work is measured without the mails it causes: their jobs wait until it is over. */
async function holdJobs({ connections }: Installation, held: boolean): Promise<void> {
  const client = new pg.Client(connections.owner.url)
  await client.connect()
  await client.query(
    `alter table jobs alter column run_at set default app_now()${held ? " + interval '1 day'" : ''}`,
  )
  await client.end()
}

/** Measures one piece of work in all ways. */
export async function measureWork(installation: Installation, name: SqlOrder['work']): Promise<Work> {
  const { pid, postmaster, port, key, connections } = installation
  const once = name === 'submit' || name === 'approve'
  if (once) await holdJobs(installation, true)
  const waiting = name === 'approve' ? await waitingIn(installation) : []
  const shots: Shots =
    name === 'list'
      ? () => listShots(key)
      : name === 'queue'
        ? () => queueShots(key)
        : name === 'submit'
          ? (count) => submitShots(key, takeAsks(count), count)
          : (count) => approveShots(key, waiting.splice(0, count))
  const load = await start('load', false)
  const common = { port, pid, postmaster, once, good: once ? 303 : 200 }
  const run = (connections: number, length: keyof typeof enough) =>
    fire(load, {
      ...common,
      connections,
      seconds: seconds[length],
      shots: shots(share(waiting, name, length)),
    })
  // Pages are compiled well only after a thousand or so.
  await run(wide, once ? 'warm' : 'wide')
  const result = { wide: await run(wide, 'wide'), narrow: await run(1, 'narrow') }
  load.end()
  const count = once ? share(waiting, name, 'sql') : 500
  const sql = await measureSql(postmaster, {
    url: connections.app.url,
    connections: wide,
    seconds: seconds.sql,
    work: name,
    from: name === 'submit' ? takeAsks(count) : 0,
    count: name === 'approve' ? Math.min(count, waiting.length) : count,
    waiting: waiting.slice(0, count),
  })
  return { name, ...result, sql }
}

// What waits for a decision is shared out, since there is only so much of it.
function share(waiting: readonly Waiting[], name: string, length: keyof typeof enough): number {
  if (name !== 'approve') return enough[length]
  const parts = { warm: 0.12, wide: 0.5, narrow: 0.45, sql: 1 } as const
  return Math.max(1, Math.floor(waiting.length * parts[length]))
}

async function measureSql(postmaster: number, order: SqlOrder): Promise<Work['sql']> {
  const driver = await start('sql', false)
  await driver.ask<'ready'>(order)
  const from = spent(driver.pid, postmaster)
  const result = await driver.ask<SqlResult>('run')
  const to = spent(driver.pid, postmaster)
  driver.end()
  return {
    rate: (result.count * 1_000) / result.ms,
    node: result.cpuMs / result.count,
    postgres: (to.postgres - from.postgres) / result.count,
    statements: result.statements,
  }
}
