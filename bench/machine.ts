import { readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

const ticksASecond = 100

type Stat = { readonly parent: number; readonly own: number; readonly reaped: number }

function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const at = (index: number) => Number(fields[index])
    return { parent: at(1), own: at(11) + at(12), reaped: at(13) + at(14) }
  } catch {
    return undefined
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statOf(pid)?.parent === parent)
}

/** Processor time so far, in milliseconds: of Node, and of PostgreSQL with backends that have ended. */
export type Spent = { readonly node: number; readonly postgres: number }

const inMs = (ticks: number) => (ticks * 1_000) / ticksASecond

/** What both have spent; times have a grain of 10 ms. */
export function spent(node: number, postmaster: number): Spent {
  const main = statOf(postmaster)
  const backends = childrenOf(postmaster).reduce((sum, pid) => sum + (statOf(pid)?.own ?? 0), 0)
  const postgres = (main?.own ?? 0) + (main?.reaped ?? 0) + backends
  return { node: inMs(statOf(node)?.own ?? 0), postgres: inMs(postgres) }
}

function field(pid: number, file: string, name: string): number {
  try {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))
    return Number(line?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}

/** Resident memory in MB; PostgreSQL's shared pages are counted once. */
export function resident(node: number, postmaster: number): Spent {
  const all = [postmaster, ...childrenOf(postmaster)]
  const postgres = all.reduce((sum, pid) => sum + field(pid, 'smaps_rollup', 'Pss'), 0)
  return { node: field(node, 'status', 'VmRSS'), postgres }
}

/** The machine in one phrase. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${cpus().length} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GB of memory`
}

/** The database server that a process of ours started, whatever stands between them. */
export function postmasterUnder(pid: number): number {
  const waiting = [pid]
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    if (readFileSync(`/proc/${one}/comm`, 'utf8').trim() === 'postgres') return one
    waiting.push(...childrenOf(one))
  }
  throw new Error('The database server of the installation was not found')
}
