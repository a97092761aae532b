import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Connection, Connections } from '../../src/platform/embedded-postgres/index.ts'

/** A database of one test, with the connections of both roles; `drop` ends what is still connected to it. */
export type TestDatabase = Connections & { readonly name: string; readonly drop: () => Promise<void> }

async function asAdmin<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(inject('postgres').admin)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function connection(name: string, role: 'owner' | 'app'): Connection {
  const { admin, [role]: by } = inject('postgres')
  const { host, port } = new pg.Client(admin)
  const url = `postgres://${by.user}:${by.password}@${encodeURIComponent(host)}:${port}/${name}`
  return { host, port, ...by, database: name, url }
}

async function create(client: pg.Client, name: string, template: string): Promise<void> {
  await client.query(
    `CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY OWNER vestibule_owner`,
  )
  await client.query(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE "${name}" TO vestibule_app`)
}

/**
 * Makes a template database once for the whole run, whichever test file asks first: `prepare` is told how to reach
 * it as its owner, and must have closed its connections when it returns. Gives the name for `cloneDatabase`.
 */
export function templateDatabase(
  label: string,
  prepare: (as: Connections) => Promise<void>,
): Promise<string> {
  const name = `${inject('postgres').prefix}${label}`
  return asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return name
    const draft = `${name}_draft`
    await client.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`)
    await create(client, draft, 'template0')
    await prepare({ owner: connection(draft, 'owner'), app: connection(draft, 'app') })
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`)
    return name
  })
}

/** A fresh copy of a template database, in some tens of milliseconds. */
export async function cloneDatabase(template: string): Promise<TestDatabase> {
  const name = `${inject('postgres').prefix}${randomBytes(6).toString('hex')}`
  await asAdmin((client) => create(client, name, template))
  return {
    name,
    owner: connection(name, 'owner'),
    app: connection(name, 'app'),
    drop: () => asAdmin(async (client) => void (await client.query(`DROP DATABASE "${name}" WITH (FORCE)`))),
  }
}
