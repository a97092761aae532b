import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { newId, type PersonId } from '../../src/kernel/id.ts'
import { openSession } from '../../src/people/sessions.store.ts'
import { connect, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type TestDatabase } from '../world/postgres.ts'
import { Visitor } from '../world/visitor.ts'
import { demoTemplate } from '../world/world.ts'
import { type Process, start } from './process.ts'

/** Several processes of one program on one database, with more administrators of ACME than any account should have. */
export type Arena = AsyncDisposable & {
  readonly processes: readonly Process[]
  readonly db: Database
  readonly acme: string
  readonly deciders: readonly PersonId[]
  owner<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  /** Somebody signed in at one of the processes, in turn. */
  visitor(person: PersonId, process?: number): Promise<Visitor>
  /** A request of a new person, pending and waiting for the deciders; submitted so many hours ago. */
  request(hoursAgo?: number): Promise<{ id: string; requester: PersonId }>
}

const key = 'k'.repeat(48)

/** Opens an arena for a program; `prepare` may take guards out of the database too. */
export async function arena(
  program: string,
  size: { processes: number; deciders: number; prepare?: string[] },
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
  const processes = await startAll(program, database, folder, size.processes)
  let turn = 0

  return {
    processes,
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
    request: (hoursAgo = 0) => makeRequest(owner, acme, hoursAgo),
    async [Symbol.asyncDispose]() {
      await Promise.all(processes.map((process) => process.stop()))
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
  folder: string,
  count: number,
): Promise<Process[]> {
  return Promise.all(
    Array.from({ length: count }, () =>
      start(program, ['serve'], {
        DATABASE_URL: database.app.url,
        DATABASE_OWNER_URL: database.owner.url,
        DATA_DIR: folder,
        SECRET_FILE: join(folder, 'secret'),
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
     select $1, $2, $3, $4, $4, 'PENDING', 'ACCOUNT', 'I need it for the roll-out.', 'ACME', '{}',
       app_now() - make_interval(hours => $5), app_now() + interval '5 days', app_now() + interval '28 days'`,
    [acme, id, `AR-${id.slice(-8)}`, requester, hoursAgo],
  )
  return { id, requester }
}
