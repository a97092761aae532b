import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { newId, type PersonId } from '../../src/kernel/id.ts'
import { openSession } from '../../src/people/sessions.store.ts'
import { connect } from '../../src/platform/db/index.ts'
import { findRunning } from '../../src/platform/embedded-postgres/index.ts'
import { type MailServer, startMailServer } from '../world/mail-server.ts'
import { quietPort } from '../world/ports.ts'
import { Visitor } from '../world/visitor.ts'
import { type Process, start } from './process.ts'

const key = 'h'.repeat(48)
const root = join(import.meta.dirname, '../..')

/** A demo with its own PostgreSQL on a real disk, in a process that may be killed and started again. */
export type House = AsyncDisposable & {
  readonly mails: MailServer
  process(): Process
  /** Starts the process again; gives how long it took to be ready, in milliseconds. */
  restart(): Promise<number>
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[], role?: 'owner' | 'app'): Promise<Row[]>
  url(role: 'owner' | 'app'): string
  /** The process number of its database server. */
  postmaster(): Promise<number>
  as(who: string): Promise<Visitor>
  /** Requests for ACME that wait for a decision, each by a person of its own; gives their ids. */
  requests(count: number): Promise<string[]>
}

/** Opens a house for a program. */
export async function house(program: string): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vestibule-house-'))
  writeFileSync(join(dataDir, 'secret'), key, { mode: 0o600 })
  const mails = await startMailServer()
  const port = await quietPort()
  const environment = {
    DATA_DIR: dataDir,
    SECRET_FILE: join(dataDir, 'secret'),
    SMTP_URL: mails.url,
    PORT: String(port),
    // The bundle lies elsewhere than the packages with the database's programs.
    NODE_PATH: join(root, 'node_modules'),
  }
  const begin = () => start(program, ['demo'], environment)
  let process = await begin()

  function connections() {
    const running = findRunning(join(dataDir, 'demo'))
    if (!running) throw new Error('The database does not run')
    return running
  }
  const sql: House['sql'] = async (text, values = [], role = 'owner') => {
    const client = new pg.Client(connections()[role].url)
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query(text, values)).rows
    } finally {
      await client.end()
    }
  }

  return {
    mails,
    process: () => process,
    sql,
    url: (role) => connections()[role].url,
    async restart() {
      const from = performance.now()
      process = await begin()
      return performance.now() - from
    },
    async postmaster() {
      const [row] = await sql<{ pid: number }>('select pg_backend_pid() as pid, pg_sleep(0)')
      return row ? parentOf(row.pid, await sql<{ pid: number }>(`select pid from pg_stat_activity`)) : 0
    },
    async as(who) {
      const { db, end } = connect({ url: connections().app.url, size: 1, named: false, onError: () => {} })
      const [person] = await sql<{ id: PersonId }>('select id from people where address = $1', [who])
      const device = { network: '127.0.0.1', browser: 'house' }
      const token = await db
        .transaction()
        .execute((tx) => openSession(tx, person?.id as PersonId, { device, passwordTyped: true }))
      await end()
      const visitor = new Visitor(process.base)
      const mark = createHmac('sha256', key).update(`session\n${token}`).digest('base64url')
      visitor.setCookie('vestibule-session', `${token}.${mark}`)
      return visitor
    },
    requests: (count) => makeRequests(sql, count),
    async [Symbol.asyncDispose]() {
      await process.stop()
      await mails.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The parent of a server's child that lives. */
function parentOf(own: number, children: readonly { pid: number }[]): number {
  for (const { pid } of [...children, { pid: own }]) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    } catch {
      // gone meanwhile
    }
  }
  throw new Error('No process of the database server was found')
}

/** Gives requests that were written past the program ($1) what each open request has: a next step and its clock. */
export const withNextStep = `
  with waiting as (
    update access_requests set next_step = 'EXPIRES', next_step_at = expires_at, clock_from = submitted_at
    where id = any($1::uuid[]) returning account_id, id, expires_at
  )
  insert into clocks (account_id, subject_id, kind, due_at, irreversible)
  select account_id, id, 'access-request.expire', expires_at, true from waiting
  -- A process that looks for forgotten requests may have been here first.
  on conflict on constraint clocks_pkey do update
    set kind = excluded.kind, due_at = excluded.due_at, irreversible = excluded.irreversible`

async function makeRequests(sql: House['sql'], count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId<'access-request'>() as string)
  const people = ids.map(() => newId<'person'>() as string)
  await sql(
    `insert into auth."user" (id, name, email) select id, '', id || '@acme.example' from unnest($1::uuid[]) id`,
    [people],
  )
  await sql(
    `insert into people (id, address, verified_at, first_name, last_name, company, country, demo)
     select id, id || '@acme.example', app_now(), 'Pat', 'Person', 'ACME', 'FR', true from unnest($1::uuid[]) id`,
    [people],
  )
  await sql(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     select a.id, r.id, 'AR-' || right(r.id::text, 8), r.person, r.person, 'PENDING', 'ACCOUNT',
       'I need it for the roll-out.', 'ACME',
       '{"firstName":"Pat","lastName":"Person","preferredFirstName":"","company":"ACME","country":"FR","companyAddress":"","companyPhone":"","email":"pat@acme.example","userId":"pat@acme.example"}',
       app_now(), app_now() + interval '5 days', app_now() + interval '28 days'
     from accounts a, unnest($1::uuid[], $2::uuid[]) as r (id, person) where a.identifier = 'acme.example'`,
    [ids, people],
  )
  await sql(
    `insert into events (account_id, id, body)
     select r.account_id, gen_random_uuid(),
       '{"actor":"' || r.requester_id || '","request":"' || r.id || '","type":"access-request.submitted"}'
     from access_requests r where r.id = any($1::uuid[])`,
    [ids],
  )
  await sql(withNextStep, [ids])
  return ids
}
