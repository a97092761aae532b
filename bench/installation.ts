import { spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postmasterUnder } from './machine.ts'
import { type Connections, findRunning } from '../src/platform/embedded-postgres/index.ts'

/** A running Vestibule, as anybody would start it: its own process, its own embedded database. */
export type Installation = {
  readonly pid: number
  readonly postmaster: number
  readonly port: number
  readonly connections: Connections
  readonly key: Buffer
  /** From the start of the process to the first line that names the address. */
  readonly readyMs: number
  /** How many queries it took to answer, for each answer that the server has logged so far. */
  queriesLogged(): number[]
  stop(): Promise<void>
}

/** As `bin/launch.mjs` starts it. */
const flags = ['--max-semi-space-size=16', '--heap-growing-percent=40']

function queriesIn(log: string): number[] {
  const lines = log.matchAll(/^\{.*"message":"answered".*"queries":(\d+).*\}$/gm)
  return [...lines].map(([, queries]) => Number(queries))
}

/** Starts one on a data folder. Demo while there is no mail server. */
export async function startInstallation(dataDir: string, smtpUrl?: string): Promise<Installation> {
  const { BENCH_DIST: dist = '', PATH, HOME } = process.env
  const log = join(dataDir, `server-${Date.now()}.log`)
  const file = openSync(log, 'w')
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...flags, join(dist, 'vestibule.js')], {
    env: {
      MALLOC_ARENA_MAX: '1',
      ...(PATH ? { PATH } : {}),
      ...(HOME ? { HOME } : {}),
      DATA_DIR: dataDir,
      PORT: '0',
      ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    },
    stdio: ['ignore', file, file, 'ipc'],
  })
  let ended = false
  child.once('exit', () => (ended = true))
  let port = 0
  while (port === 0) {
    if (ended) throw new Error(`The server did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`)
    await pause(5)
    port = Number(/http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(readFileSync(log, 'utf8'))?.[1] ?? 0)
  }
  const readyMs = performance.now() - startedAt
  const folder = join(dataDir, smtpUrl ? 'vestibule' : 'demo')
  const connections = findRunning(folder)
  if (!connections) throw new Error('The database of the installation was not found')
  return {
    pid: child.pid ?? 0,
    postmaster: postmasterUnder(child.pid ?? 0),
    port,
    connections,
    key: Buffer.from(readFileSync(join(folder, 'secret'), 'utf8').trim()),
    readyMs,
    queriesLogged: () => queriesIn(readFileSync(log, 'utf8')),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
