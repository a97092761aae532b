import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from './cluster.ts'
import { postmasterOf, stopProcess } from './orphan.ts'
import { serverArguments } from './settings.ts'

/** One life of the server process. */
export type Server = {
  readonly pid: number
  /** True once it accepts connections, false when it ended before. */
  readonly ready: Promise<boolean>
  /** Settles, never rejects, when the process is gone. */
  readonly exited: Promise<{ code: number | null; signal: string | null }>
  stop(): Promise<void>
}

const logLimitInBytes = 10 * 1024 * 1024

function logFileOf(dataDir: string): string {
  return join(dataDir, 'postgres.log')
}

function openLog(dataDir: string): number {
  const file = logFileOf(dataDir)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimitInBytes) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

/** The last lines the server wrote, for whoever must find out why it does not start. */
export function lastWords(dataDir: string): string {
  return readFileSync(logFileOf(dataDir), 'utf8').trimEnd().split('\n').slice(-5).join('\n')
}

async function waitUntilReady(cluster: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = postmasterOf(cluster)
    if (postmaster?.pid === child.pid && postmaster?.state === 'ready') return true
    await sleep(5)
  }
  return false
}

/** Starts the server. It has a session of its own, so that Ctrl-C reaches us first and we stop it last. */
export function launch(place: Place, settings: Readonly<Record<string, string>>): Server {
  const { as, cluster, dataDir, programs, socketDir } = place
  const log = openLog(dataDir)
  const program = [...as.before, join(programs, 'postgres'), ...serverArguments(cluster, socketDir, settings)]
  const [command, ...rest] = program
  const child = spawn(command as string, rest, {
    ...as.user,
    cwd: socketDir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LANG: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  const exited = new Promise<{ code: number | null; signal: string | null }>((settle) => {
    child.once('error', () => settle({ code: null, signal: null }))
    child.once('exit', (code, signal) => settle({ code, signal }))
  })
  const pid = child.pid ?? 0
  return {
    pid,
    ready: Promise.race([waitUntilReady(cluster, child), exited.then(() => false)]),
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || pid === 0) return
      await stopProcess(pid)
      await exited
    },
  }
}
