import { join } from 'node:path'
import pg from 'pg'
import { connect, type Database } from '../../src/platform/db/index.ts'
import { migrate } from '../../src/platform/migrations/migrate.ts'
import { cloneDatabase, templateDatabase } from './postgres.ts'

const folder = join(import.meta.dirname, '../../migrations')

/** A migrated database with nothing in it, for tests of what lies below the pages. */
export type EmptyWorld = AsyncDisposable & {
  readonly db: Database
  readonly ownerUrl: string
  readonly appUrl: string
  owner<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  /** Moves the database's clock from the true time. */
  setClock(offset: string): Promise<void>
}

/** Replaces the one time function, which only a database's owner can. */
export function clockOf(owner: pg.Client): (offset: string) => Promise<void> {
  return async (offset) => {
    await owner.query(`create or replace function app_now() returns timestamptz language sql stable parallel safe
      as $$ select statement_timestamp() + interval '${offset.replaceAll("'", '')}' $$`)
  }
}

/** Makes an empty world. */
export async function emptyWorld(): Promise<EmptyWorld> {
  const template = await templateDatabase('empty', async ({ owner }) => {
    await migrate({ ownerUrl: owner.url, appRole: 'vestibule_app', folder })
  })
  const database = await cloneDatabase(template)
  const { db, end } = connect({ url: database.app.url, size: 24, named: true, onError: () => {} })
  const owner = new pg.Client(database.owner.url)
  await owner.connect()
  return {
    db,
    ownerUrl: database.owner.url,
    appUrl: database.app.url,
    owner: async (query, values = []) => (await owner.query(query, values)).rows,
    setClock: clockOf(owner),
    async [Symbol.asyncDispose]() {
      await end()
      await owner.end()
      await database.drop()
    },
  }
}
