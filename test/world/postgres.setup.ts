import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type EmbeddedPostgres, startEmbedded } from '../../src/platform/embedded-postgres/index.ts'
import { passwordsOf } from '../../src/platform/embedded-postgres/passwords.ts'

/** What the tests know of the one server of a run; `prefix` begins the name of every database of the run. */
export type TestServer = {
  readonly admin: pg.ClientConfig
  readonly owner: { user: string; password: string }
  readonly app: { user: string; password: string }
  readonly prefix: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

type Shared = { users: number; started: Promise<{ server: TestServer; stop: () => Promise<void> }> }

const key = Symbol.for('vestibule.test.postgres')
const shared = globalThis as { [key]?: Shared }

const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  idle_in_transaction_session_timeout: '60s',
}

async function embedded(prefix: string) {
  const directory = mkdtempSync(join(tmpdir(), 'vestibule-test-'))
  const dataDir = join(directory, 'data')
  const running: EmbeddedPostgres = await startEmbedded({
    dataDir,
    log: () => {},
    settings: fast,
    ballast: false,
  })
  const { host, port } = running.owner
  const admin = {
    host,
    port,
    user: 'postgres',
    password: passwordsOf(dataDir).superuser,
    database: 'postgres',
  }
  const server = { admin, owner: roleOf(running.owner), app: roleOf(running.app), prefix }
  const stop = async () => {
    await running.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  return { server, stop }
}

function roleOf({ user, password }: { user: string; password: string }) {
  return { user, password }
}

async function given(url: string, prefix: string) {
  const admin = { connectionString: url }
  const password = createHash('sha256').update(url).digest('hex')
  const names = ['vestibule_owner', 'vestibule_app']
  await asAdmin(admin, async (client) => {
    for (const name of names) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
      await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD '${password}'`)
    }
  })
  const [owner, app] = names.map((user) => ({ user, password })) as [TestServer['owner'], TestServer['app']]
  const stop = () =>
    asAdmin(admin, async (client) => {
      const mine = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
        prefix,
      ])
      for (const { datname } of mine.rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`)
    })
  return { server: { admin, owner, app, prefix }, stop }
}

async function asAdmin(admin: pg.ClientConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Starts the run's PostgreSQL: the embedded one without its fsync, or the server that TEST_DATABASE_URL names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL']
  const prefix = `vt_${randomBytes(4).toString('hex')}_`
  const use = (shared[key] ??= { users: 0, started: url ? given(url, prefix) : embedded(prefix) })
  use.users++
  const { server, stop } = await use.started
  project.provide('postgres', server)
  return async () => {
    if (--use.users > 0) return
    delete shared[key]
    await stop()
  }
}
