import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lifeOf, wordsOf } from './liveness.ts'

/** What the database server writes about itself: its process, and its state ("starting", "ready", "stopping"). */
export function postmasterOf(cluster: string): { pid: number; state: string } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), state: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

function isServerOf(cluster: string, pid: number): boolean {
  const [program = '', ...words] = wordsOf(pid)
  return basename(program).startsWith('postgres') && words.includes(cluster)
}

/** Makes the number in the file one that no process has; the other lines let PostgreSQL see leftover backends. */
function disown(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, ['999999999', ...rest].join('\n'))
}

const steps = [
  ['SIGINT', 10],
  ['SIGQUIT', 5],
  ['SIGKILL', 5],
] as const

/** Stops a server process: fast, then at once, then by force. */
export async function stopProcess(pid: number): Promise<void> {
  const life = lifeOf(pid)
  for (const [signal, seconds] of steps) {
    const until = Date.now() + seconds * 1000
    if (lifeOf(pid) !== life || life === '') return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    while (lifeOf(pid) === life && Date.now() < until) await sleep(10)
  }
}

/** Stops a server that a killed Vestibule left behind on this cluster, and takes the sting out of a stale pid file. */
export async function clearOrphan(cluster: string): Promise<'none' | 'stopped' | 'stale'> {
  const left = postmasterOf(cluster)
  if (!left) return 'none'
  if (isServerOf(cluster, left.pid)) {
    await stopProcess(left.pid)
    return 'stopped'
  }
  disown(cluster)
  return 'stale'
}
