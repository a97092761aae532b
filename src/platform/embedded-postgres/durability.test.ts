import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from './index.ts'
import { wordsOf } from './liveness.ts'

const root = mkdtempSync(join(tmpdir(), 'vestibule-test-'))
const dataDir = join(root, 'data')
let server: EmbeddedPostgres

const start = () => startEmbedded({ dataDir, log: () => {}, ballast: false })

beforeEach(async () => {
  server = await start()
  const client = new pg.Client(server.owner)
  await client.connect()
  await client.query('CREATE TABLE IF NOT EXISTS kept (n text PRIMARY KEY)')
  await client.query('TRUNCATE kept')
  await client.query('GRANT SELECT, INSERT ON kept TO vestibule_app')
  await client.end()
})
afterEach(() => server.stop())
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function kept(): Promise<Set<string>> {
  const pool = new pg.Pool(server.app)
  const { rows } = await pool.query<{ n: string }>('SELECT n FROM kept')
  await pool.end()
  return new Set(rows.map(({ n }) => n))
}

/** Writes as fast as it can until told to stop; gives what the server acknowledged. */
function writeOn(writers: number) {
  const pool = new pg.Pool({ ...server.app, max: writers })
  pool.on('error', () => undefined)
  const acknowledged: string[] = []
  const next = async () => {
    const before = acknowledged.length
    while (acknowledged.length < before + 50) await sleep(10)
  }
  let isWriting = true
  const write = async (writer: number) => {
    for (let n = 0; isWriting; n++) {
      const id = `${writer}-${n}`
      await pool.query('INSERT INTO kept VALUES ($1)', [id]).then(
        () => acknowledged.push(id),
        () => sleep(20),
      )
    }
  }
  const all = Array.from({ length: writers }, (_, writer) => write(writer))
  const stop = async () => {
    isWriting = false
    await Promise.all(all)
    await pool.end()
    return acknowledged
  }
  return { next, stop }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number)
  } catch {
    return []
  }
}

/** A process of the server besides the first, told by the title it shows; waits until there is one. */
async function helper(title: string): Promise<number> {
  for (;;) {
    const found = childrenOf(server.pid()).find((pid) => wordsOf(pid).join(' ').includes(title))
    if (found !== undefined) return found
    await sleep(10)
  }
}

describe.runIf(readdirSync('/').includes('proc'))('what was acknowledged', () => {
  it('survives a killed server, checkpointer and backend, and service comes back by itself', async () => {
    const { next, stop } = writeOn(4)
    const victims = [
      () => server.pid(),
      () => helper('checkpointer'),
      () => helper('vestibule_app'),
      () => server.pid(),
    ]
    for (const victim of victims) {
      await next()
      process.kill(await victim(), 'SIGKILL')
    }
    await next()
    const acknowledged = await stop()
    const stored = await kept()
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  })

  it('survives a killed application, and the next one finds it all', async () => {
    await server.stop()
    const program = `import pg from 'pg'
      import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
      const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {}, ballast: false })
      const pool = new pg.Pool({ ...server.app, max: 4 })
      const write = async (w) => { for (let n = 0; ; n++) { const id = process.pid + '-' + w + '-' + n
        await pool.query('INSERT INTO kept VALUES ($1)', [id]); process.stdout.write(id + '\\n') } }
      for (let w = 0; w < 4; w++) write(w)`
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: child.stdout }).on('line', (line) => acknowledged.push(line))
      for (let n = 0; n < 50; n++) await once(lines, 'line')
      child.kill('SIGKILL')
      await once(child, 'close')
    }
    server = await start()
    const stored = await kept()
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  })
})
