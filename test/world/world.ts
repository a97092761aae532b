import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { loadDemo } from '../../src/instance/demo/load-demo.ts'
import type { PersonId } from '../../src/kernel/id.ts'
import { openSession } from '../../src/people/sessions.store.ts'
import { readConfig } from '../../src/platform/config/index.ts'
import type { Database } from '../../src/platform/db/index.ts'
import { clientAddress, listen } from '../../src/platform/http/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/migrations/migrate.ts'
import { openPlatform } from '../../src/platform/open.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Connections } from '../../src/platform/embedded-postgres/index.ts'
import { createWorker } from '../../src/worker.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { clockOf } from './empty.ts'
import { passTime } from './passing.ts'
import { quietPort } from './ports.ts'
import { cloneDatabase, templateDatabase } from './postgres.ts'
import { Visitor } from './visitor.ts'

/** The demo's people, by the part of their address before the @. */
export type CastMember = 'ana' | 'ben' | 'vera' | 'luc' | 'raul' | 'carla' | 'dmitri' | 'zoe' | 'sam' | 'olga'

/** A whole Vestibule of one test: its own database, a server on loopback, a real mail server, the demo's cast. */
export type World = {
  readonly base: string
  readonly db: Database
  /** The database as the application signs in to it. */
  readonly appUrl: string
  readonly platform: Platform
  readonly mails: MailServer
  /** Lines that were logged. */
  readonly log: readonly string[]
  /** The database as its owner. */
  owner<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  /** Somebody of the cast, signed in, as if they had typed their password just now. */
  as(who: CastMember, headers?: Record<string, string>): Promise<Visitor>
  /** Somebody who is not signed in. */
  stranger(headers?: Record<string, string>): Visitor
  idOf(who: CastMember): Promise<PersonId>
  /**
   * Moves the database's clock, which every rule goes by: `'3 days'`, `'-1 hour'`; from the true time, not added up.
   * What is at work is waited for, as far as it ends at all.
   */
  setClock(offset: string): Promise<void>
  /** Lets time pass, from where the clock stands: what is due on the way happens at its time. */
  pass(duration: string): Promise<void>
  /** Fires the clocks that are due now; gives how many. They fire at no other time. */
  tick(): Promise<number>
  /** Does all the work that is due, until none is left. */
  settle(): Promise<void>
  end(): Promise<void>
}

const files = {
  migrations: join(import.meta.dirname, '../../migrations'),
  assets: join(import.meta.dirname, '../../dist/assets'),
}

function open(
  connections: Connections,
  environment: Record<string, string>,
  { write, demo = true }: { readonly write: (line: string) => void; readonly demo?: boolean },
) {
  const config = readConfig({ LOG_LEVEL: 'info', ...environment }, { demo })
  const store = {
    appUrl: connections.app.url,
    ownerUrl: connections.owner.url,
    appRole: 'vestibule_app',
    twoRoles: true,
    embedded: false,
    stop: async () => {},
  }
  return openPlatform({
    config,
    store,
    log: createLog('info', write),
    assetsFolder: files.assets,
    version: '0.0.0-test',
    publicUrl: environment.PUBLIC_URL ?? '',
    connections: 24,
  })
}

async function prepareTemplate(connections: Connections): Promise<void> {
  await migrate({ ownerUrl: connections.owner.url, appRole: 'vestibule_app', folder: files.migrations })
  const dataDir = mkdtempSync(join(tmpdir(), 'vestibule-template-'))
  const { platform, close } = open(
    connections,
    { DATA_DIR: dataDir, PUBLIC_URL: 'http://127.0.0.1:1' },
    { write: () => {} },
  )
  await loadDemo(platform, { ownerUrl: connections.owner.url })
  await close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** The name of the template with the demo's world in it. */
export function demoTemplate(): Promise<string> {
  return templateDatabase('world', prepareTemplate)
}

/** Makes a world; `await using` or `end()` ends it. Not the `demo`: no mailbox takes mail in place of a server. */
export async function world(
  environment: Record<string, string> = {},
  { demo = true } = {},
): Promise<World & AsyncDisposable> {
  const database = await cloneDatabase(await demoTemplate())
  const dataDir = mkdtempSync(join(tmpdir(), 'vestibule-world-'))
  const mails = await startMailServer()
  const port = await quietPort()
  const base = `http://127.0.0.1:${port}`
  const lines: string[] = []
  const opened = open(
    database,
    { DATA_DIR: dataDir, PUBLIC_URL: base, SMTP_URL: mails.url, ...environment },
    { write: (line) => lines.push(line), demo },
  )
  const { platform } = opened
  const stopping = new AbortController()
  // One after the other, so that mails arrive in the order in which they were ordered.
  const worker = createWorker(platform, { clocks: 'BY_HAND', atOnce: 1 })
  opened.onWake(worker.wake)
  const app = createApp(platform, {
    addresses: clientAddress(platform.config.trustedProxies),
    draining: () => false,
    stopping: stopping.signal,
  })
  const listening = await listen(app, { host: '127.0.0.1', port, draining: () => stopping.signal.aborted })
  const owner = new pg.Client(database.owner.url)
  await owner.connect()

  const idOf = async (who: CastMember): Promise<PersonId> => {
    const { id } = await platform.db
      .selectFrom('people')
      .select('id')
      .where('address', 'like', `${who}@%`)
      .executeTakeFirstOrThrow()
    return id as PersonId
  }

  const end = async () => {
    stopping.abort()
    await listening.stop(1)
    await worker.stop()
    await opened.close()
    await owner.end()
    await mails.stop()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }

  const moveClock = clockOf(owner)
  // Work in hand when hours pass seems to have been dropped, is done again, and sends its mail twice.
  const workIsDone = async () => {
    for (let looks = 0; looks < 200; looks++) {
      worker.wake()
      const { rowCount } = await owner.query(
        `select 1 from jobs where failed_at is null and (run_at <= app_now() or lease_until > app_now()) limit 1`,
      )
      if (rowCount === 0) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  const made: World & AsyncDisposable = {
    base,
    db: platform.db,
    appUrl: database.app.url,
    platform,
    mails,
    log: lines,
    idOf,
    end,
    [Symbol.asyncDispose]: end,
    owner: async (query, values = []) => (await owner.query(query, values)).rows,
    stranger: (headers) => new Visitor(base, headers),
    async as(who, headers) {
      const device = { network: '127.0.0.1', browser: 'test' }
      const person = await idOf(who)
      const token = await platform.db
        .transaction()
        .execute((tx) => openSession(tx, person, { device, passwordTyped: true }))
      const mark = createHmac('sha256', platform.key).update(`session\n${token}`).digest('base64url')
      const visitor = new Visitor(base, headers)
      visitor.setCookie('vestibule-session', `${token}.${mark}`)
      return visitor
    },
    async setClock(offset) {
      await workIsDone()
      await moveClock(offset)
    },
    tick: worker.tick,
    pass: (duration) => passTime(made, duration),
    async settle() {
      for (let quiet = 0; quiet < 2; ) {
        worker.wake()
        // A mail that lets an older one go first is due a second later.
        const { rows } = await owner.query(
          `select 1 from jobs where failed_at is null
             and run_at <= app_now() + case kind when 'mail' then interval '2 seconds' else interval '0' end limit 1`,
        )
        quiet = rows.length === 0 ? quiet + 1 : 0
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
  return made
}
