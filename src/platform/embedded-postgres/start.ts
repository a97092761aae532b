import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dropBallastWhenFull, keepBallast } from './ballast.ts'
import { findPrograms } from './binaries.ts'
import { makeCluster, makeRolesAndDatabase, type Place } from './cluster.ts'
import { type Connections, connectionsOf } from './connection.ts'
import { holderOf, take } from './lock.ts'
import { clearOrphan } from './orphan.ts'
import { outsideOf } from './outside.ts'
import { passwordsOf } from './passwords.ts'
import { lastWords, launch, type Server } from './server.ts'
import { type Supervisor, supervise } from './supervise.ts'
import { canEnter, findUnprivileged, type Unprivileged } from './unprivileged.ts'

/** Tells what happens, with facts that are safe to log. */
export type Log = (message: string, facts?: Readonly<Record<string, string | number>>) => void

/** What the embedded server needs to know; `settings` override PostgreSQL settings and `ballast` is kept by default. */
export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: Log
  readonly settings?: Readonly<Record<string, string>>
  readonly ballast?: boolean
}

/** A running server, supervised until `stop`. */
export type EmbeddedPostgres = Connections & {
  /** The number of the server's process at this moment. */
  readonly pid: () => number
  /** Hears of every exit that nobody asked for; the server is then started again with growing pauses. */
  readonly onExit: Supervisor['onExit']
  /** Stops the server and frees the data directory. Close the pools first. */
  readonly stop: () => Promise<void>
}

const longestSocketDir = 80

function makeSocketDir(as: Unprivileged): string {
  const parent = realpathSync(tmpdir())
  const directory = mkdtempSync(join(parent.length > longestSocketDir ? '/tmp' : parent, 'vestibule-'))
  if (as.user) chownSync(directory, as.user.uid, as.user.gid)
  return directory
}

function removeSocketDir(directory: string): void {
  if (basename(directory).startsWith('vestibule-')) rmSync(directory, { recursive: true, force: true })
}

async function findPlace(dataDir: string, as: Unprivileged, socketDir: string): Promise<Place> {
  const { user } = as
  const mustMove = user !== undefined && !canEnter(dirname(dataDir), user)
  // To pass through, not to look: the files in it are closed one by one.
  if (user && !mustMove && !canEnter(dataDir, user)) chmodSync(dataDir, 0o711)
  const privateDir = mustMove ? outsideOf(dataDir) : dataDir
  const programs = await findPrograms(privateDir, (path) => user !== undefined && !canEnter(path, user))
  return { dataDir, cluster: join(privateDir, 'postgres'), programs, socketDir, as }
}

/** What root wrote for a user's data directory belongs to that user, who may start us next time. */
function handOver(dataDir: string): void {
  const { uid, gid } = statSync(dataDir)
  if (process.getuid?.() !== 0 || uid === 0) return
  for (const name of ['postgres-passwords.json', 'postgres.log', 'postgres.lock']) {
    if (existsSync(join(dataDir, name))) chownSync(join(dataDir, name), uid, gid)
  }
}

/** A server that a killed process left may take a moment to let go of the memory it shared. */
async function firstLife(begin: () => Server, dataDir: string): Promise<Server> {
  for (let pauseInMs = 100; ; pauseInMs *= 2) {
    const server = begin()
    if (await server.ready) return server
    if (pauseInMs > 1600) throw new Error(`The embedded PostgreSQL does not start:\n${lastWords(dataDir)}`)
    await sleep(pauseInMs)
  }
}

async function start(options: EmbeddedOptions, as: Unprivileged, dataDir: string, socketDir: string) {
  const { log, settings = {}, ballast = true } = options
  const place = await findPlace(dataDir, as, socketDir)
  const passwords = passwordsOf(dataDir)
  const orphan = await clearOrphan(place.cluster)
  if (orphan === 'stopped') log('stopped a database server that a killed process left behind')
  const isNew = await makeCluster(place, passwords)
  if (isNew) log('made a new database cluster')
  if (await dropBallastWhenFull(place.cluster)) log('gave up the ballast, since the volume is full')
  const begin = () => launch(place, settings)
  const supervisor = supervise(await firstLife(begin, dataDir), {
    begin,
    log,
    beforeRestart: async () => {
      await clearOrphan(place.cluster)
      if (await dropBallastWhenFull(place.cluster)) log('gave up the ballast, since the volume is full')
    },
  })
  handOver(dataDir)
  await makeRolesAndDatabase(socketDir, passwords)
  if (ballast)
    keepBallast(place.cluster).catch((error: Error) => log('no ballast', { reason: error.message }))
  return { supervisor, connections: connectionsOf(socketDir, passwords) }
}

/**
 * Starts the real PostgreSQL 18 that comes with the package, in `dataDir`, reachable only through a socket that only
 * this user can enter. Refuses, in one sentence, a data directory that another Vestibule uses.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const as = findUnprivileged(dataDir)
  const socketDir = makeSocketDir(as)
  const free = () => removeSocketDir(socketDir)
  let release = free
  try {
    const lock = take(dataDir, socketDir)
    release = () => {
      lock.release()
      free()
    }
    if (lock.former) removeSocketDir(lock.former.socketDir)
    const { supervisor, connections } = await start(options, as, dataDir, socketDir)
    const stop = async () => {
      await supervisor.stop()
      release()
    }
    return { ...connections, pid: supervisor.pid, onExit: supervisor.onExit, stop }
  } catch (error) {
    release()
    throw error
  }
}

/** How to reach the server that another process of ours runs on this data directory, if one does. */
export function findRunning(dataDir: string): Connections | undefined {
  const holder = holderOf(dataDir)
  return holder && connectionsOf(holder.socketDir, passwordsOf(dataDir))
}
