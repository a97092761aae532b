import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { start } from './children.ts'
import type { Installation } from './installation.ts'
import type { Result } from './load.ts'
import { spent } from './machine.ts'
import { takeAsks } from './measure.ts'
import { submitShots } from './requests.ts'
import type { Arrival } from './sink.ts'

/** What mail costs, and how long it takes. */
export type Mails = {
  /** Handed over a second, while as many wait as one likes. */
  readonly rate: number
  readonly node: number
  readonly postgres: number
  /** From sending the form to its last mail handed over, at 20 forms a second. */
  readonly p50: number
  readonly p99: number
  readonly perRequest: number
}

type Sink = Awaited<ReturnType<typeof start>>
const rate = 20
const seconds = { drain: 40, paced: 20 } as const

async function asOwner(installation: Installation, statements: readonly string[]): Promise<number> {
  const client = new pg.Client(installation.connections.owner.url)
  await client.connect()
  let count = 0
  for (const statement of statements) count = (await client.query(statement)).rowCount ?? 0
  await client.end()
  return count
}

// Most of what waits is thrown away: a thousand announcements are enough to see what a mail costs.
async function drain(installation: Installation, sink: Sink) {
  const { pid, postmaster } = installation
  await asOwner(installation, [
    'delete from jobs where id not in (select id from jobs order by id desc limit 1000)',
    'vacuum analyze jobs',
  ])
  const before = { ...spent(pid, postmaster), mails: await sink.ask<number>('count'), at: performance.now() }
  await asOwner(installation, [
    'alter table jobs alter column run_at set default app_now()',
    'update jobs set run_at = app_now()',
  ])
  let left = 1
  while (left > 0 && performance.now() - before.at < seconds.drain * 1_000) {
    await pause(250)
    left = await asOwner(installation, ['select from jobs where failed_at is null limit 1'])
  }
  const after = { ...spent(pid, postmaster), mails: await sink.ask<number>('count'), at: performance.now() }
  const mails = Math.max(1, after.mails - before.mails)
  return {
    rate: (mails * 1_000) / (after.at - before.at),
    node: (after.node - before.node) / mails,
    postgres: (after.postgres - before.postgres) / mails,
  }
}

/** Measures how mails leave that have piled up, then how soon each leaves at a steady pace. */
export async function measureMails(installation: Installation, sink: Sink): Promise<Mails> {
  const drained = await drain(installation, sink)
  await asOwner(installation, ['delete from jobs', 'vacuum analyze jobs', 'vacuum analyze mails'])
  await pause(2_000)
  await sink.ask<string>('keep')
  const load = await start('load', false)
  const count = rate * seconds.paced
  const result = await load.ask<Result>({
    port: installation.port,
    connections: 64,
    seconds: seconds.paced,
    shots: submitShots(installation.key, takeAsks(count), count),
    once: true,
    rate,
  })
  load.end()
  await pause(3_000)
  const arrivals = await sink.ask<readonly Arrival[]>('arrivals')
  return { ...drained, ...timesOf(result, arrivals) }
}

function timesOf(result: Result, arrivals: readonly Arrival[]): Pick<Mails, 'p50' | 'p99' | 'perRequest'> {
  const lastOf = new Map<string, number>()
  for (const { request, at } of arrivals) lastOf.set(request, Math.max(lastOf.get(request) ?? 0, at))
  const idIn = (path: string) => /[0-9a-f-]{36}/.exec(path)?.[0] ?? ''
  const times = result.sent.map(({ at, to }) => (lastOf.get(idIn(to)) ?? Number.POSITIVE_INFINITY) - at)
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { p50: share(0.5), p99: share(0.99), perRequest: arrivals.length / Math.max(1, result.count) }
}
