import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifeOf } from './liveness.ts'

/** Who uses a data directory, and where its database listens. */
export type Holder = { readonly pid: number; readonly life: string; readonly socketDir: string }

function fileOf(dataDir: string): string {
  return join(dataDir, 'postgres.lock')
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  return holder.life !== '' && lifeOf(holder.pid) === holder.life
}

/** The living process that uses this data directory, if there is one. */
export function holderOf(dataDir: string): Holder | undefined {
  const holder = read(fileOf(dataDir))
  return holder && isAlive(holder) ? holder : undefined
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function setAside(file: string, mine: string): Holder | undefined {
  const aside = `${mine}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return undefined
  }
  const former = read(aside)
  // Another start may have taken the lock between our look and our rename: hand it back.
  if (former && isAlive(former)) link(aside, file)
  rmSync(aside, { force: true })
  return former
}

/** Takes a data directory for this process, or says in one sentence who has it; gives the dead former holder. */
export function take(
  dataDir: string,
  socketDir: string,
): { former: Holder | undefined; release: () => void } {
  const file = fileOf(dataDir)
  const mine = `${file}.${process.pid}`
  const holder: Holder = { pid: process.pid, life: lifeOf(process.pid), socketDir }
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 })
  let former: Holder | undefined
  try {
    for (let attempt = 0; !link(mine, file); attempt++) {
      const other = holderOf(dataDir)
      if (other || attempt > 5) {
        const who = other ? `process ${other.pid}` : 'another process'
        throw new Error(
          `Another Vestibule (${who}) already uses the data in ${dataDir}; stop it, or set DATA_DIR.`,
        )
      }
      former = setAside(file, mine) ?? former
    }
  } finally {
    rmSync(mine, { force: true })
  }
  const release = () => {
    const current = read(file)
    if (current?.pid === holder.pid && current.life === holder.life) rmSync(file, { force: true })
  }
  return { former, release }
}
