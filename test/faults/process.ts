import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { quietPort } from '../world/ports.ts'

/** A Vestibule in a process of its own. */
export type Process = {
  readonly base: string
  readonly child: ChildProcess
  /** What it has written so far. */
  readonly output: () => string
  /** SIGTERM, and waits for its end. Gives the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL, and waits for its end. */
  kill(): Promise<void>
}

/** Starts the program and waits until it is ready to serve. */
export async function start(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Process> {
  const port = environment.PORT ? Number(environment.PORT) : await quietPort()
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...environment,
    } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const base = `http://127.0.0.1:${port}`
  await ready(base, child, () => output)
  const over = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode
  }
  return {
    base,
    child,
    output: () => output,
    stop() {
      child.kill('SIGTERM')
      return over()
    },
    async kill() {
      child.kill('SIGKILL')
      await over()
    },
  }
}

async function ready(base: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 2_400; tries++) {
    if (child.exitCode !== null) throw new Error(`It ended before it was ready:\n${output()}`)
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`It was not ready within two minutes:\n${output()}`)
}
