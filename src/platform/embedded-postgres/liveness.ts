import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** A text that names one life of a process: process numbers are used again, this is not. Empty for a dead one. */
export function lifeOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (stat === '' || fields[0] === 'Z' || fields[0] === 'X') return ''
  return `${read('/proc/sys/kernel/random/boot_id').trim()} ${fields[19]}`
}

/** The words a process was started with; none for a dead one. */
export function wordsOf(pid: number): string[] {
  if (process.platform !== 'linux') return ps(pid, 'command').split(' ').filter(Boolean)
  return read(`/proc/${pid}/cmdline`).split('\0').filter(Boolean)
}
