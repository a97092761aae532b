import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machine } from './machine.ts'
import type { Mails } from './mails.ts'
import type { Run, Work } from './measure.ts'
import type { Weight } from './pages.ts'
import { sizes } from './seed.ts'

/** Everything that was measured in one run. */
export type Measured = {
  readonly ready: { readonly first: number; readonly second: number }
  /** How long filling the database took. */
  readonly seconds: number
  readonly floor: { readonly wide: Run; readonly narrow: Run }
  readonly works: readonly Work[]
  readonly mails: Mails
  readonly pages: readonly Weight[]
}

const names = {
  list: 'Your Access Requests, 50 rows',
  queue: 'Queue, 50 rows',
  submit: 'Send a request',
  approve: 'Approve a request',
} as const
/** Most CPU-ms of Node and PostgreSQL together. */
const aims = { list: 0.9, queue: 0.9, submit: 1.2, approve: 1.7 } as const
const begin = '<!-- bench -->'
const end = '<!-- /bench -->'

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map(line).join('\n')
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const two = (value: number) => value.toFixed(value < 0.1 ? 3 : 2)
const one = (value: number) => value.toFixed(1)
const kB = (bytes: number) => (bytes / 1_000).toFixed(1)

function workTable({ floor, works }: Measured): string {
  const rows = works.map((work) => [
    names[work.name],
    whole(work.wide.rate),
    two(work.wide.node),
    two(work.wide.postgres),
    `${two(work.wide.node + work.wide.postgres)} (${aims[work.name]})`,
    whole((work.wide.node + work.wide.postgres) / floor.wide.node),
    `${one(work.wide.p50)} / ${one(work.wide.p99)}`,
    `${one(work.narrow.p50)} / ${one(work.narrow.p99)}`,
    whole(work.sql.rate),
    two(work.wide.rate / work.sql.rate),
    two(work.sql.node + work.sql.postgres),
  ])
  const hello = [
    'node:http hello',
    whole(floor.wide.rate),
    two(floor.wide.node),
    '–',
    two(floor.wide.node),
    '1',
    `${one(floor.wide.p50)} / ${one(floor.wide.p99)}`,
    `${one(floor.narrow.p50)} / ${one(floor.narrow.p99)}`,
    '–',
    '–',
    '–',
  ]
  return table(
    [
      'Work',
      'a second, 16 connections',
      'CPU-ms Node',
      'CPU-ms PostgreSQL',
      'together (aim: at most)',
      'times hello',
      'p50 / p99 ms, 16',
      'p50 / p99 ms, 1',
      'same SQL without HTTP, a second',
      'ratio',
      'its CPU-ms, driver and PostgreSQL',
    ],
    [...rows, hello],
  )
}

function pageTable({ pages }: Measured): string {
  return table(
    ['Page', 'HTML kB', 'CSS kB', 'JS kB', 'together (aim: at most 45)', 'queries (aim: at most 3)'],
    pages.map(({ name, html, css, js, queries }) => [
      name,
      kB(html),
      kB(css),
      kB(js),
      kB(html + css + js),
      String(queries),
    ]),
  )
}

function otherTable({ ready, works, mails }: Measured): string {
  const most = (part: 'node' | 'postgres') => Math.max(...works.map((work) => work.wide.memory[part]))
  const submit = works.find(({ name }) => name === 'submit')
  const ratio = submit ? submit.wide.rate / submit.sql.rate : 0
  return table(
    ['Measure', 'Value', 'Aim'],
    [
      ['Node, resident under load', `${whole(most('node'))} MB`, 'at most 200 MB'],
      ['PostgreSQL beside it, shared pages counted once', `${whole(most('postgres'))} MB`, '–'],
      ['Sending a request, of the same SQL without HTTP', two(ratio), 'at least 0.45'],
      [
        'From sending a request to its last mail handed over, 20 requests a second, p50',
        `${whole(mails.p50)} ms`,
        '–',
      ],
      ['The same, p99', `${whole(mails.p99)} ms`, 'at most 200 ms'],
      ['Mails a request', one(mails.perRequest), '–'],
      ['Mails a second, when they have piled up', whole(mails.rate), '–'],
      ['CPU-ms a mail, Node and PostgreSQL', `${two(mails.node)} + ${two(mails.postgres)}`, '–'],
      ['Ready, first start (makes the database, loads the demo)', `${whole(ready.first)} ms`, '–'],
      ['Ready, second start', `${whole(ready.second)} ms`, 'under 2,000 ms'],
    ],
  )
}

/** Prints what was measured, and writes it into docs/performance.md between its marks. */
export function report(measured: Measured, say: (line: string) => void): void {
  const about = `Taken on ${new Date().toISOString().slice(0, 10)}: ${machine()}, Node ${process.versions.node}, the embedded PostgreSQL 18 with fsync on; ${whole(sizes.requests)} requests over ${whole(sizes.accounts)} accounts.`
  const text = [about, workTable(measured), pageTable(measured), otherTable(measured)].join('\n\n')
  say(`\n${text}`)
  const file = join(process.env.BENCH_ROOT ?? '.', 'docs', 'performance.md')
  if (!existsSync(file)) return
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(begin)
  const after = page.split(end)[1] ?? '\n'
  writeFileSync(file, `${before}${begin}\n${text}\n${end}${after}`)
}
