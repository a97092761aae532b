import { Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import { approveRequest } from '../src/access-requests/decide/decide.ts'
import { decidedAccounts, pendingRequests } from '../src/access-requests/inbox/inbox.query.ts'
import { myRequests } from '../src/access-requests/my-requests/my-requests.query.ts'
import { submit } from '../src/access-requests/submit/submit.ts'
import type { PersonId, RequestId } from '../src/kernel/id.ts'
import { type Viewer, viewerBySession } from '../src/people/viewer.query.ts'
import type { Database, Tx } from '../src/platform/db/index.ts'
import type { Tables } from '../src/platform/db/tables.ts'
import type { Waiting } from './requests.ts'
import { askOf, firstOf, idOf, sizes } from './seed.ts'

/** Which work to do without HTTP, how often at the same time, and how long. */
export type SqlOrder = {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  readonly work: 'list' | 'queue' | 'submit' | 'approve'
  /** The first ask that nobody has sent. */
  readonly from: number
  readonly count: number
  readonly waiting: readonly Waiting[]
}
export type SqlResult = {
  readonly count: number
  readonly ms: number
  readonly cpuMs: number
  readonly statements: number
}

type Statement = { name: string; text: string; values: unknown[] }
type Operation = (tx: Tx, n: number) => Promise<unknown>

type Counting = Parameters<typeof viewerBySession>[2]

async function viewer(db: Database, person: number, counting?: Counting): Promise<Viewer> {
  const found = await viewerBySession(db, `bench-${person}`, counting)
  if (!found) throw new Error(`No session of ${person}`)
  return found.viewer
}

function operations(order: SqlOrder): Operation {
  const { work, from, waiting } = order
  if (work === 'list') {
    return async (tx, n) => {
      await viewer(tx, firstOf.lister + (n % sizes.listers))
      const person = idOf('person', firstOf.lister + (n % sizes.listers)) as PersonId
      return myRequests(tx, person, { filter: 'all', after: undefined })
    }
  }
  if (work === 'queue') {
    return async (tx, n) => {
      const { personId: person } = await viewer(tx, firstOf.administrator + (n % 100))
      await decidedAccounts(tx, person)
      const filter = { person, account: null, seesAll: false, after: null, limit: 51 }
      return pendingRequests(tx, filter, 'due')
    }
  }
  if (work === 'submit') {
    return async (tx, n) => {
      const { person, account } = askOf(from + n)
      const outcome = await submit(tx, await viewer(tx, person, 'uncounted'), {
        identifier: `account${account}.example`,
        key: crypto.randomUUID(),
        wish: {
          reason: `I look after the licences of the team in Lyon and need to see them, ${n}`,
          scope: { kind: 'ACCOUNT' },
          role: 'SU',
          ends: null,
        },
      })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
    }
  }
  return async (tx, n) => {
    const { id, administrator } = waiting[n] as Waiting
    const outcome = await approveRequest(tx, await viewer(tx, administrator, 'uncounted'), id as RequestId, {
      version: 1,
      role: 'SU',
      scope: { kind: 'ACCOUNT' },
      end: { kind: 'NONE' },
      note: '',
      confirmed: false,
    })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
  }
}

/** The statements of an operation as the product makes them: run once, written down, and rolled back. */
async function recorded(order: SqlOrder): Promise<Statement[][]> {
  let written: Statement[] = []
  const names = new Map<string, string>()
  const log = ({ query }: LogEvent) => {
    if (/^(begin|commit|rollback)/.test(query.sql)) return
    const name = names.get(query.sql) ?? `b${names.size}`
    names.set(query.sql, name)
    written.push({ name, text: query.sql, values: [...query.parameters] })
  }
  const pool = new pg.Pool({ connectionString: order.url, max: 4 })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log })
  const operate = operations(order)
  const all: Statement[][] = []
  const undo = new Error('undo')
  for (let n = 0; n < order.count; n++) {
    written = []
    await db
      .transaction()
      .execute(async (tx) => {
        await operate(tx, n)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    all.push(written)
  }
  await db.destroy()
  return all
}

type Ready = { readonly order: SqlOrder; readonly all: Statement[][]; readonly clients: pg.Client[] }

async function prepare(order: SqlOrder): Promise<Ready> {
  pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text))
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const all = await recorded(order)
  const clients = await Promise.all(
    Array.from({ length: order.connections }, async () => {
      const client = new pg.Client(order.url)
      await client.connect()
      return client
    }),
  )
  return { order, all, clients }
}

async function perform(
  client: pg.Client,
  statements: readonly Statement[],
  together: boolean,
): Promise<void> {
  const [session, ...rest] = statements
  if (session) await client.query(session)
  if (together) await client.query('begin')
  for (const statement of rest) await client.query(statement)
  if (together) await client.query('commit')
}

async function run({ order, all, clients }: Ready): Promise<SqlResult> {
  const once = order.work === 'submit' || order.work === 'approve'
  let next = 0
  let count = 0
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  const until = startedAt + order.seconds * 1_000
  const lane = async (client: pg.Client) => {
    while (performance.now() < until) {
      const statements = all[once ? next++ : next++ % all.length]
      if (!statements) return
      await perform(client, statements, order.work === 'approve')
      count++
    }
  }
  await Promise.all(clients.map(lane))
  const ms = performance.now() - startedAt
  const cpu = process.cpuUsage(cpuBefore)
  await Promise.all(clients.map((client) => client.end()))
  return { count, ms, cpuMs: (cpu.user + cpu.system) / 1_000, statements: all[0]?.length ?? 0 }
}

let ready: Ready | undefined

async function answer(order: SqlOrder | 'run'): Promise<SqlResult | 'ready'> {
  if (order !== 'run') {
    ready = await prepare(order)
    return 'ready'
  }
  if (!ready) throw new Error('Nothing is prepared')
  return run(ready)
}

process.on('message', (order: SqlOrder | 'run') => {
  answer(order).then(
    (result) => process.send?.(result),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit(0))
