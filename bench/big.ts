import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { createApp } from '../src/app.ts'
import { countInsights } from '../src/instance/insights/count-insights.ts'
import { countHealth } from '../src/instance/operator/health.query.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { clientAddress, freePort, listen } from '../src/platform/http/index.ts'
import { createLog } from '../src/platform/log.ts'
import { migrate } from '../src/platform/migrations/migrate.ts'
import { openPlatform } from '../src/platform/open.ts'
import { openStore } from '../src/platform/store.ts'
import { type BigPage, bigPages } from './big-pages.ts'
import { type Measure, reportBig, type Round } from './big-report.ts'
import { onlookers, renewSessions, seedBig, seedLists, type Size, sizeOf } from './big-seed.ts'
import { sentBy, wholeReads } from './plans.ts'
import { cookieOf } from './requests.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const root = process.env.BENCH_ROOT ?? '.'

const { values: given } = parseArgs({
  options: {
    big: { type: 'boolean' },
    // With 10000000 at the end it takes about three quarters of an hour, and 30 GB of disk.
    sizes: { type: 'string', default: '10000,1000000' },
    times: { type: 'string', default: '40' },
    // A part of the names of pages: only those.
    only: { type: 'string', default: '' },
    dry: { type: 'boolean', default: false },
    // Where to keep what was filled, so that the next run only migrates it and measures.
    keep: { type: 'string' },
    // Fills and measures nothing yet.
    fill: { type: 'boolean', default: false },
  },
})

/** What a page may weigh before it is compressed, whatever its account holds. */
const mostKB = 160

type Opened = Awaited<ReturnType<typeof open>>

/** An installation of its own, in a folder of its own, empty and migrated. */
async function open(folder: string) {
  const port = await freePort('127.0.0.1')
  const base = `http://127.0.0.1:${port}`
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  const config = readConfig({ DATA_DIR: folder, PUBLIC_URL: base, SMTP_URL: 'smtp://127.0.0.1:9' })
  const store = await openStore(config, log)
  await migrate({ ownerUrl: store.ownerUrl, appRole: store.appRole, folder: join(root, 'migrations') })
  const assetsFolder = join(process.env.BENCH_DIST ?? join(root, 'dist'), 'assets')
  const opened = openPlatform({ config, store, log, assetsFolder, version: '0.0.0', publicUrl: base })
  const app = createApp(opened.platform, {
    addresses: clientAddress([]),
    draining: () => false,
    stopping: new AbortController().signal,
  })
  const listening = await listen(app, { host: '127.0.0.1', port, draining: () => false })
  const client = new pg.Client(store.ownerUrl)
  await client.connect()
  return {
    base,
    lines,
    client,
    platform: opened.platform,
    ownerUrl: store.ownerUrl,
    async stop() {
      await client.end()
      await listening.stop(1)
      await opened.close()
      await store.stop()
    },
  }
}

function queriesOfLast(lines: readonly string[]): number {
  const last = lines.findLast((line) => line.includes('"message":"answered"'))
  return Number(/"queries":(\d+)/.exec(last ?? '')?.[1] ?? 0)
}

async function measure(opened: Opened, { name, path, who }: BigPage, times: number): Promise<Measure> {
  const { base, lines, client, platform } = opened
  const headers = { Cookie: cookieOf(platform.key, onlookers[who]), 'Accept-Language': 'en' }
  let bytes = 0
  const ask = async () => {
    const answer = await fetch(`${base}${path}`, { headers, redirect: 'manual' })
    bytes = (await answer.arrayBuffer()).byteLength
    return answer.status
  }
  const took: number[] = []
  let status = await ask()
  const sent = await sentBy(async () => {
    status = await ask()
  })
  const queries = queriesOfLast(lines)
  const whole = new Set<string>()
  for (const statement of sent) for (const table of await wholeReads(client, statement)) whole.add(table)
  for (let n = 0; status === 200 && n < times; n++) {
    const startedAt = performance.now()
    status = await ask()
    took.push(performance.now() - startedAt)
  }
  took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0
  const measured = {
    name,
    status,
    queries,
    p50: at(0.5),
    p99: at(0.99),
    kB: bytes / 1_000,
    whole: [...whole],
  }
  say(
    `  ${status} ${measured.p50.toFixed(1)} / ${measured.p99.toFixed(1)} ms, ${queries} queries, ${measured.kB.toFixed(0)} kB, ${name} ${measured.whole.join(' ')}`,
  )
  return measured
}

/** How many seconds filling took, now or in the earlier run that filled this folder. */
async function fill(opened: Opened, folder: string, size: Size): Promise<number> {
  const filled = join(folder, 'filled')
  // What was filled long ago has visitors who are signed out by now.
  await opened.client.query(renewSessions)
  const isFilled = existsSync(filled)
  const seconds = isFilled ? Number(readFileSync(filled, 'utf8')) : await seedBig(opened.ownerUrl, size, say)
  if (!isFilled) await countInsights(opened.platform.db)
  writeFileSync(filled, `${seconds}\n`)
  // A part of its own, which an installation that was filled before these lists were looked at gets now.
  const further = join(folder, 'filled-lists')
  if (existsSync(further)) return seconds
  await seedLists(opened.ownerUrl, size, say)
  await opened.platform.db.transaction().execute(countHealth)
  writeFileSync(further, '')
  return seconds
}

async function measureAt(folder: string, size: Size, times: number): Promise<Round> {
  const opened = await open(folder)
  try {
    say(`${size.events.toLocaleString('en')} events`)
    const seconds = await fill(opened, folder, size)
    const measures: Measure[] = []
    const pages = given.fill ? [] : bigPages.filter(({ name }) => name.includes(given.only))
    for (const page of pages) measures.push(await measure(opened, page, times))
    return { size, seconds, measures }
  } finally {
    await opened.stop()
  }
}

async function round(events: number, times: number): Promise<Round> {
  const kept = given.keep === undefined ? undefined : join(given.keep, String(events))
  if (kept !== undefined) mkdirSync(kept, { recursive: true, mode: 0o700 })
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'vestibule-bench-big-'))
  try {
    return await measureAt(folder, sizeOf(events), times)
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const rounds: Round[] = []
  for (const events of given.sizes.split(',').map(Number))
    rounds.push(await round(events, Number(given.times)))
  if (given.fill) return
  reportBig(rounds, !given.dry, say)
  const failed = rounds.flatMap(({ measures }) => measures.filter(({ status }) => status !== 200))
  if (failed.length > 0) throw new Error(`Not shown: ${failed.map(({ name }) => name).join(', ')}`)
  const all = rounds.flatMap(({ measures }) => measures)
  const wrong = (is: (one: Measure) => boolean) =>
    [...new Set(all.filter(is).map(({ name }) => name))].join(', ')
  const found = wrong(({ whole }) => whole.length > 0)
  if (found) throw new Error(`Read a large table from end to end: ${found}`)
  const heavy = wrong(({ kB }) => kB > mostKB)
  if (heavy) throw new Error(`Heavier than ${mostKB} kB before it is compressed: ${heavy}`)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
