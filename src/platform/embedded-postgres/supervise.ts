import { setTimeout as sleep } from 'node:timers/promises'
import { lifeOf } from './liveness.ts'
import type { Server } from './server.ts'

/** Why the server went, and how long until it is started again. */
export type Exit = {
  readonly code: number | null
  readonly signal: string | null
  readonly pauseInMs: number
}

/** Keeps one server alive. */
export type Supervisor = {
  readonly pid: () => number
  readonly onExit: (listener: (exit: Exit) => void) => void
  readonly stop: () => Promise<void>
}

type Care = {
  readonly begin: () => Server
  readonly beforeRestart: () => Promise<void>
  readonly log: (message: string, facts?: Readonly<Record<string, string | number>>) => void
}

const firstPauseInMs = 100
const longestPauseInMs = 5000
const calmInMs = 60_000

/** Starts the server again whenever it ends unasked, with pauses that grow from 0.1 s to 5 s while it keeps ending. */
export function supervise(first: Server, { begin, beforeRestart, log }: Care): Supervisor {
  const listeners: ((exit: Exit) => void)[] = []
  const stopping = new AbortController()
  let server = first
  let pauseInMs = firstPauseInMs
  let startedAt = performance.now()

  async function again(): Promise<void> {
    await beforeRestart()
    if (stopping.signal.aborted) return
    server = begin()
    startedAt = performance.now()
    if (await server.ready) log('the database server is back', { pid: server.pid })
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const { code, signal } = await server.exited
      if (stopping.signal.aborted) return
      pauseInMs = performance.now() - startedAt > calmInMs ? firstPauseInMs : pauseInMs
      log('the database server ended unasked', { reason: signal ?? `code ${code}`, pauseInMs })
      for (const listener of listeners) listener({ code, signal, pauseInMs })
      await sleep(pauseInMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      pauseInMs = Math.min(pauseInMs * 2, longestPauseInMs)
      await again().catch((error: Error) =>
        log('the database server could not be started', { reason: error.message }),
      )
    }
  }

  const watching = watch()
  const goDown = () => {
    if (lifeOf(server.pid) !== '') process.kill(server.pid, 'SIGINT')
  }
  process.once('exit', goDown)
  return {
    pid: () => server.pid,
    onExit: (listener) => void listeners.push(listener),
    async stop() {
      stopping.abort()
      process.off('exit', goDown)
      await server.stop()
      await watching
    },
  }
}
