import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

/** Where to migrate, and for whom. */
export type MigrateOptions = {
  /** The owner's URL; its role makes the tables. */
  readonly ownerUrl: string
  /** The role that the application signs in with; gets only the rights it needs. */
  readonly appRole: string
  /** The folder with the numbered SQL files. */
  readonly folder: string
}

/** Brings the database to the newest form; one instance at a time, each file in full or not at all. Gives the names of the files that ran. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: options.ownerUrl, max: 2 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(options) },
      migrationTableName: 'schema_migrations',
      migrationLockTableName: 'schema_migrations_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    if (options.appRole !== (await ownerRole(db))) await letAppSeeMigrations(db, options.appRole)
    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

async function ownerRole(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(db)
  return rows[0]?.role
}

async function letAppSeeMigrations(db: Kysely<unknown>, role: string): Promise<void> {
  await sql`grant select on schema_migrations to ${sql.id(role)}`.execute(db)
}

async function readMigrations(options: MigrateOptions): Promise<Record<string, Migration>> {
  const files = (await readdir(options.folder)).filter((file) => file.endsWith('.sql')).sort()
  const migrations: Record<string, Migration> = {}
  for (const file of files) {
    const text = await readFile(join(options.folder, file), 'utf8')
    migrations[file.replace(/\.sql$/, '')] = {
      async up(tx) {
        await sql`select set_config('vestibule.app_role', ${options.appRole}, true)`.execute(tx)
        await sql.raw(text).execute(tx)
      },
    }
  }
  return migrations
}
