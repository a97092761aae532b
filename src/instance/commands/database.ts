import { existsSync } from 'node:fs'
import { atTheCommandLine } from '../../event-log/index.ts'
import { type Config, readConfig, WrongConfiguration } from '../../platform/config/index.ts'
import { connect, type Database } from '../../platform/db/index.ts'
import { migrate } from '../../platform/migrations/migrate.ts'
import { folderOf, joinStore, type Store } from '../../platform/store.ts'
import { hasTables } from './tables.query.ts'
import type { Given, Terminal } from './command.ts'

/** Which installation a command means: the demo when asked for, or when there is nothing else. */
export function configFor({ environment }: Terminal, given: Given): Config {
  if (given.has('demo')) return readConfig(environment, { demo: true })
  const config = readConfig(environment)
  const real = { ...config, demo: false }
  return config.demo && existsSync(folderOf(real)) ? readConfig(environment, { demo: false }) : config
}

/** Opens the database beside a running server, or by itself, for one piece of work. */
export async function withDatabase(
  terminal: Terminal,
  given: Given,
  work: (db: Database, config: Config) => Promise<number>,
): Promise<number> {
  const config = configFor(terminal, given)
  const store = await joinStore(config, terminal.log({ ...config, logLevel: 'warn' }))
  const { db, end } = connect({ url: store.appUrl, size: 2, named: false, onError: () => {} })
  try {
    await makeTables(terminal, store, db)
    return await atTheCommandLine(() => work(db, config))
  } finally {
    await end()
    await store.stop()
  }
}

async function makeTables({ migrations, say }: Terminal, store: Store, db: Database): Promise<void> {
  if (await hasTables(db)) return
  if (!store.embedded) throw new WrongConfiguration(say('refused.no-tables'))
  await migrate({ ownerUrl: store.ownerUrl, appRole: store.appRole, folder: migrations })
}
