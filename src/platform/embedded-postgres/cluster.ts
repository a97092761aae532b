import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { connection } from './connection.ts'
import type { Passwords } from './passwords.ts'
import type { Unprivileged } from './unprivileged.ts'

const run = promisify(execFile)
const majorVersion = '18'

/** Where a server's files, programs and socket are, and how it is run. */
export type Place = {
  readonly dataDir: string
  readonly cluster: string
  readonly programs: string
  readonly socketDir: string
  readonly as: Unprivileged
}

const initOptions = [
  '--username=postgres',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-locale',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--no-instructions',
]

/** Makes the cluster unless it exists; a half-made one from an interrupted start is thrown away. */
export async function makeCluster(
  { cluster, programs, socketDir, as }: Place,
  passwords: Passwords,
): Promise<boolean> {
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    if (version === majorVersion) return false
    throw new Error(
      `The data in ${cluster} is of PostgreSQL ${version}; this Vestibule brings PostgreSQL ${majorVersion}.`,
    )
  }
  const fresh = `${cluster}.new`
  const passwordFile = join(socketDir, 'password')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, passwords.superuser, { mode: 0o600 })
  if (as.user) for (const path of [fresh, passwordFile]) await chown(path, as.user.uid, as.user.gid)
  const [command, ...rest] = [...as.before, join(programs, 'initdb'), ...initOptions]
  await run(command as string, [...rest, `--pwfile=${passwordFile}`, '-D', fresh], {
    ...as.user,
    cwd: socketDir,
  })
  await rm(passwordFile)
  await writeFile(join(fresh, 'pg_hba.conf'), 'local all all scram-sha-256\n')
  await rename(fresh, cluster)
  return true
}

const wanted = [
  ['role', 'vestibule_owner', 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE'],
  ['role', 'vestibule_app', 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT'],
  ['database', 'vestibule', 'OWNER vestibule_owner'],
] as const

const found = `SELECT 'role' AS kind, rolname AS name FROM pg_roles UNION ALL SELECT 'database', datname FROM pg_database`

/** Makes the two roles and the database, each unless it exists. */
export async function makeRolesAndDatabase(socketDir: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client(connection(socketDir, 'postgres', passwords.superuser, 'postgres'))
  await client.connect()
  try {
    const { rows } = await client.query<{ kind: string; name: string }>(found)
    const present = new Set(rows.map(({ kind, name }) => `${kind} ${name}`))
    const secret: Record<string, string> = { vestibule_owner: passwords.owner, vestibule_app: passwords.app }
    for (const [kind, name, options] of wanted) {
      if (present.has(`${kind} ${name}`)) continue
      const password = secret[name] ? ` PASSWORD ${client.escapeLiteral(secret[name])}` : ''
      await client.query(`CREATE ${kind} ${name} ${options}${password}`)
      if (kind === 'database') {
        await client.query('REVOKE ALL ON DATABASE vestibule FROM PUBLIC')
        await client.query('GRANT CONNECT ON DATABASE vestibule TO vestibule_app')
      }
    }
  } finally {
    await client.end()
  }
}
