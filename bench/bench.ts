import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endAll } from './children.ts'
import { type Installation, startInstallation } from './installation.ts'
import { measureMails } from './mails.ts'
import { measureFloor, measureWork, type Work } from './measure.ts'
import { weighPages } from './pages.ts'
import { report } from './report.ts'
import { seed } from './seed.ts'
import { start } from './children.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function readyTwice(): Promise<{ first: number; second: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'vestibule-bench-demo-'))
  try {
    const first = await startInstallation(folder)
    await first.stop()
    const second = await startInstallation(folder)
    await second.stop()
    return { first: first.readyMs, second: second.readyMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(installation: Installation) {
  const floor = await measureFloor()
  say(`node:http hello: ${Math.round(floor.wide.rate)}/s`)
  const pages = await weighPages(installation)
  const works: Work[] = []
  for (const name of ['list', 'queue', 'submit', 'approve'] as const) {
    const work = await measureWork(installation, name)
    works.push(work)
    say(
      `${name}: ${work.wide.rate.toFixed(0)}/s, ${work.wide.node.toFixed(2)} + ${work.wide.postgres.toFixed(2)} CPU-ms, ` +
        `without HTTP ${work.sql.rate.toFixed(0)}/s`,
    )
  }
  return { floor, pages, works }
}

async function main(): Promise<void> {
  const ready = await readyTwice()
  say(`ready: first ${ready.first.toFixed(0)} ms, second ${ready.second.toFixed(0)} ms`)
  const folder = mkdtempSync(join(tmpdir(), 'vestibule-bench-'))
  const sink = await start<{ port: number }>('sink', true)
  const installation = await startInstallation(folder, `smtp://127.0.0.1:${sink.first.port}`)
  try {
    const seconds = await seed(installation.connections.owner.url, say)
    const measured = await measureAll(installation)
    const mails = await measureMails(installation, sink)
    report({ ready, seconds, mails, ...measured }, say)
  } finally {
    sink.end()
    await installation.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    endAll()
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
