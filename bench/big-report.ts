import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machine } from './machine.ts'
import type { Size } from './big-seed.ts'

/** What one page took at one size. */
export type Measure = {
  readonly name: string
  readonly status: number
  readonly queries: number
  readonly p50: number
  readonly p99: number
  /** Its bytes as they were written, before they are compressed. */
  readonly kB: number
  /** Tables of more than 10,000 rows that it read from end to end. */
  readonly whole: readonly string[]
}

/** One size, and all that was measured at it. */
export type Round = { readonly size: Size; readonly seconds: number; readonly measures: readonly Measure[] }

const begin = '<!-- bench-big -->'
const end = '<!-- /bench-big -->'
const number = (value: number) => value.toLocaleString('en')

function row(name: string, rounds: readonly Round[]): string {
  const found = rounds.map(({ measures }) => measures.find((one) => one.name === name))
  const good = found.filter((one) => one?.status === 200)
  const queries = good.length === 0 ? '–' : String(Math.max(...good.map((one) => one?.queries ?? 0)))
  const whole = [...new Set(good.flatMap((one) => one?.whole ?? []))].join(', ')
  const times = found.map((one) =>
    one?.status === 200 ? `${one.p50.toFixed(1)} / ${one.p99.toFixed(1)}` : '–',
  )
  const weight = good.length === 0 ? '–' : Math.max(...good.map((one) => one?.kB ?? 0)).toFixed(0)
  return `| ${[name, queries, ...times, weight, whole === '' ? 'none' : whole].join(' | ')} |`
}

function textOf(rounds: readonly Round[]): string {
  const stored = rounds.map(
    ({ size, seconds }) =>
      `- ${number(size.events)} events: ${number(size.accounts)} accounts, ${number(size.requests)} requests, one account with ${number(size.users)} users and ${number(size.parts)} virtual accounts; filled in ${Math.round(seconds)} s.`,
  )
  const head = [
    'Page',
    'queries',
    ...rounds.map(({ size }) => `p50 / p99 ms, ${number(size.events)} events`),
    'kB, uncompressed',
    'large tables read whole',
  ]
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  const names = [...new Set(rounds.flatMap(({ measures }) => measures.map(({ name }) => name)))]
  const about = `Taken on ${new Date().toISOString().slice(0, 10)}: ${machine()}, Node ${process.versions.node}, the embedded PostgreSQL 18; one visitor, one page after the other, from request to last byte.`
  return [
    about,
    stored.join('\n'),
    [`| ${head.join(' | ')} |`, `| ${rule.join(' | ')} |`, ...names.map((name) => row(name, rounds))].join(
      '\n',
    ),
  ].join('\n\n')
}

/** Prints what was measured and, if asked, writes it into docs/performance.md between its marks. */
export function reportBig(rounds: readonly Round[], keep: boolean, say: (line: string) => void): void {
  const text = textOf(rounds)
  say(`\n${text}`)
  const file = join(process.env.BENCH_ROOT ?? '.', 'docs', 'performance.md')
  if (!keep || !existsSync(file)) return
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(begin)
  const after = page.split(end)[1] ?? '\n'
  writeFileSync(file, `${before.trimEnd()}\n\n${begin}\n${text}\n${end}${after}`)
}
