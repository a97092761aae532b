import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { newId, type PersonId } from '../../src/kernel/id.ts'
import { openSession } from '../../src/people/sessions.store.ts'
import { connect, type Database } from '../../src/platform/db/index.ts'
import { clockOf } from '../world/empty.ts'
import { type MailServer, startMailServer } from '../world/mail-server.ts'
import { cloneDatabase, type TestDatabase } from '../world/postgres.ts'
import { Visitor } from '../world/visitor.ts'
import { demoTemplate } from '../world/world.ts'
import { withNextStep } from './house.ts'
import { type Process, start } from './process.ts'

/** Several processes of one program on one database, with more administrators of ACME than any account should have. */
export type Arena = AsyncDisposable & {
  readonly processes: readonly Process[]
  readonly mails: MailServer
  readonly db: Database
  readonly acme: string
  readonly deciders: readonly PersonId[]
  owner<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  /** Somebody signed in at one of the processes, in turn. */
  visitor(person: PersonId, process?: number): Promise<Visitor>
  /** Moves the database's clock from the true time. */
  setClock(offset: string): Promise<void>
  /** Waits until all work is done but for daily mails; says what is left when that takes more than two minutes. */
  worked(): Promise<void>
  /** A request of a new person, pending and waiting for the deciders; submitted so many hours ago. */
  request(hoursAgo?: number): Promise<{ id: string; requester: PersonId }>
}

const profile = {
  firstName: 'Pat',
  lastName: 'Person',
  preferredFirstName: '',
  company: 'ACME',
  country: 'FR',
  companyAddress: '',
  companyPhone: '',
  email: 'pat@acme.example',
  userId: 'pat@acme.example',
}
const key = 'k'.repeat(48)

/** Opens an arena for a program; `prepare` may take guards out of the database too. */
export async function arena(
  program: string,
  size: {
    processes: number
    deciders: number
    prepare?: string[]
    /** What the processes are started with besides. */
    environment?: Record<string, string>
  },
): Promise<Arena> {
  const database = await cloneDatabase(await demoTemplate())
  const folder = mkdtempSync(join(tmpdir(), 'vestibule-arena-'))
  writeFileSync(join(folder, 'secret'), key, { mode: 0o600 })
  const owner = new pg.Client(database.owner.url)
  await owner.connect()
  await owner.query('update installation set demo = false')
  await owner.query('update people set demo = false')
  for (const statement of size.prepare ?? []) await owner.query(statement)
  const { db, end } = connect({ url: database.app.url, size: 20, named: true, onError: () => {} })
  const { id: acme } = await db
    .selectFrom('accounts')
    .select('id')
    .where('identifier', '=', 'acme.example')
    .executeTakeFirstOrThrow()
  const deciders = await makeDeciders(owner, acme, size.deciders)
  const mails = await startMailServer()
  const processes = await startAll(program, database, size.processes, {
    ...size.environment,
    DATA_DIR: folder,
    SMTP_URL: mails.url,
  })
  let turn = 0

  return {
    processes,
    mails,
    db,
    acme,
    deciders,
    owner: async (query, values = []) => (await owner.query(query, values)).rows,
    async visitor(person, process = turn++ % processes.length) {
      const device = { network: '127.0.0.1', browser: 'arena' }
      const token = await db
        .transaction()
        .execute((tx) => openSession(tx, person, { device, passwordTyped: true }))
      const visitor = new Visitor(processes[process]?.base ?? '')
      const mark = createHmac('sha256', key).update(`session\n${token}`).digest('base64url')
      visitor.setCookie('vestibule-session', `${token}.${mark}`)
      return visitor
    },
    setClock: clockOf(owner),
    async worked() {
      for (let tries = 0; tries < 1_200; tries++) {
        const { rows } = await owner.query(
          `select 1 from jobs where failed_at is null and kind <> 'digest' limit 1`,
        )
        if (rows.length === 0) return
        await pause(100)
      }
      const { rows } = await owner.query('select kind, attempts, last_error from jobs limit 5')
      throw new Error(`Work is left: ${JSON.stringify(rows)}`)
    },
    request: (hoursAgo = 0) => makeRequest(owner, acme, hoursAgo),
    async [Symbol.asyncDispose]() {
      await Promise.all(processes.map((process) => process.stop()))
      await mails.stop()
      await end()
      await owner.end()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function startAll(
  program: string,
  database: TestDatabase,
  count: number,
  environment: Record<string, string> & { DATA_DIR: string },
): Promise<Process[]> {
  return Promise.all(
    Array.from({ length: count }, () =>
      start(program, ['serve'], {
        ...environment,
        DATABASE_URL: database.app.url,
        DATABASE_OWNER_URL: database.owner.url,
        SECRET_FILE: join(environment.DATA_DIR, 'secret'),
      }),
    ),
  )
}

async function makePerson(owner: pg.Client): Promise<PersonId> {
  const id = newId<'person'>()
  await owner.query(`insert into auth."user" (id, name, email) values ($1, '', $2)`, [
    id,
    `${id}@acme.example`,
  ])
  await owner.query(
    `insert into people (id, address, verified_at, first_name, last_name, company, country)
     values ($1, $2, app_now(), 'Person', $3, 'ACME', 'FR')`,
    [id, `${id}@acme.example`, id.slice(-6)],
  )
  return id
}

async function makeDeciders(owner: pg.Client, acme: string, count: number): Promise<PersonId[]> {
  const deciders: PersonId[] = []
  for (let n = 0; n < count; n++) {
    const id = await makePerson(owner)
    await owner.query(
      `insert into grants (account_id, id, person_id, role, source) values ($1, $2, $3, 'SA', 'DIRECT')`,
      [acme, newId(), id],
    )
    deciders.push(id)
  }
  return deciders
}

async function makeRequest(
  owner: pg.Client,
  acme: string,
  hoursAgo: number,
): Promise<{ id: string; requester: PersonId }> {
  const requester = await makePerson(owner)
  const id = newId()
  await owner.query(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     select $1, $2, $3, $4, $4, 'PENDING', 'ACCOUNT', 'I need it for the roll-out.', 'ACME', $6,
       app_now() - make_interval(hours => $5), app_now() + interval '5 days', app_now() + interval '28 days'`,
    [acme, id, `AR-${id.slice(-8)}`, requester, hoursAgo, JSON.stringify(profile)],
  )
  await owner.query(withNextStep, [[id]])
  return { id, requester }
}
