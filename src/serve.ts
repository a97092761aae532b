import { createApp } from './app.ts'
import { clientAddress, freePort, listen } from './platform/http/index.ts'
import type { Log } from './platform/log.ts'
import { migrate } from './platform/migrations/migrate.ts'
import { senderOf } from './platform/mailer/index.ts'
import { openPlatform, settingsOf } from './platform/open.ts'
import type { Platform } from './platform/platform.ts'
import { openStore, type Store } from './platform/store.ts'
import { readOrMakeSecret, WrongConfiguration, type Config } from './platform/config/index.ts'
import { createWorker } from './worker.ts'

/** Where the files are that come with the program. */
export type Files = { readonly migrations: string; readonly assets: string; readonly version: string }

export type Served = {
  readonly platform: Platform
  readonly port: number
  /** Migrations that ran at this start. */
  readonly migrated: readonly string[]
  /** False: history is protected by its chain alone. */
  readonly twoRoles: boolean
  /** Answers what is in hand, finishes the jobs at work, closes the database. */
  readonly stop: () => Promise<void>
}

/** Told once between migrations and the first request; the demo's world is loaded here. */
export type Prepare = (platform: Platform, store: Store) => Promise<void>

const drainSeconds = 10

/** Stops at what is wrong before the database is started, which takes a while and says things of its own. */
function examine(config: Config): void {
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
  senderOf({ config, publicUrl, settings: settingsOf(config) })
  clientAddress(config.trustedProxies)
  if (config.secretFile !== null) readOrMakeSecret(config.secretFile)
}

/** Brings up everything: database, migrations, worker, server. */
export async function serve(
  config: Config,
  parts: { log: Log; files: Files; prepare: Prepare },
): Promise<Served> {
  const { log, files } = parts
  examine(config)
  const store = await openStore(config, log)
  let close = async () => {}
  try {
    const migrated = await migrate({
      ownerUrl: store.ownerUrl,
      appRole: store.appRole,
      folder: files.migrations,
    })
    const port = config.port === 0 ? await freePort(config.host) : config.port
    const publicUrl = config.publicUrl ?? `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`
    const opened = openPlatform({
      config,
      store,
      log,
      assetsFolder: files.assets,
      version: files.version,
      publicUrl,
    })
    const { platform } = opened
    close = opened.close
    await parts.prepare(platform, store)
    const running = await start(platform, port, opened.onWake)
    return {
      ...running,
      platform,
      migrated,
      twoRoles: store.twoRoles,
      async stop() {
        await running.stop()
        await close()
        await store.stop()
      },
    }
  } catch (error) {
    await close()
    await store.stop()
    throw error
  }
}

function cannotListen(error: { code?: string }, place: string): Error {
  const { code = '' } = error
  if (code === 'EADDRINUSE')
    return new WrongConfiguration(`PORT must be free: something else listens on ${place}.`)
  if (code === 'EACCES')
    return new WrongConfiguration(`PORT must be one that this user may listen on; ${place} is not (${code}).`)
  return new WrongConfiguration(`HOST must be an address of this machine; ${place} is not (${code}).`)
}

async function start(platform: Platform, port: number, onWake: (wake: () => void) => void) {
  const { config, log } = platform
  const stopping = new AbortController()
  const app = createApp(platform, {
    addresses: clientAddress(config.trustedProxies),
    draining: () => stopping.signal.aborted,
    stopping: stopping.signal,
  })
  const listening = await listen(app, {
    host: config.host,
    port,
    draining: () => stopping.signal.aborted,
  }).catch((error: { code?: string }) => {
    throw cannotListen(error, `${config.host}:${port}`)
  })
  const worker = createWorker(platform)
  onWake(worker.wake)
  log.info('ready', { port: listening.port })
  return {
    port: listening.port,
    async stop() {
      stopping.abort()
      await listening.stop(drainSeconds)
      await worker.stop()
    },
  }
}
