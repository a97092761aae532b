import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { readOrMakeSecret, readSettings, type Config, type Settings } from './config/index.ts'
import { connect } from './db/index.ts'
import { cookieRules, cursors, loadAssets } from './http/index.ts'
import { createLive } from './live.ts'
import { bridgeLive } from './live-bridge.ts'
import { factsOf, type Log } from './log.ts'
import type { Platform } from './platform.ts'
import { folderOf, type Store } from './store.ts'

/** What `openPlatform` needs beside the configuration. */
export type OpenOptions = {
  readonly config: Config
  readonly store: Store
  readonly log: Log
  /** The folder with the built assets. */
  readonly assetsFolder: string
  readonly version: string
  /** The address of links, once the port is known. */
  readonly publicUrl: string
  /** Connections at most. */
  readonly connections?: number
}

/** What the settings file says: the named one, or the one among the installation's data when it is there. */
export function settingsOf({ settingsFile, dataDir }: Config): Settings {
  return readSettings(settingsFile ?? join(dataDir, 'settings.json'), settingsFile !== null)
}

/** The file with the key of an installation. */
export function secretFileOf(config: Config): string {
  return config.secretFile ?? join(folderOf(config), 'secret')
}

// More processes of the database than the processors can turn to only push each other out of their caches.
const connectionsFor = (processors: number) => Math.min(16, 6 + 2 * processors)

/** Makes the platform on an opened and migrated database; `close` ends its connections. */
export function openPlatform(options: OpenOptions): {
  platform: Platform
  onWake: (wake: () => void) => void
  close: () => Promise<void>
} {
  const { config, log } = options
  const key = readOrMakeSecret(secretFileOf(config))
  const { db, lane, end } = connect({
    url: options.store.appUrl,
    size: options.connections ?? connectionsFor(availableParallelism()),
    named: !/[?&]prepare=false/.test(options.store.appUrl),
    onError: (error) => log.warn('a database connection broke', factsOf(error)),
  })
  const bridge = bridgeLive(createLive(), { url: options.store.appUrl, log })
  let wake = () => {}
  const platform: Platform = {
    config,
    publicUrl: options.publicUrl,
    settings: settingsOf(config),
    db,
    lane,
    log,
    key,
    cookies: cookieRules(options.publicUrl),
    cursors: cursors(key),
    assets: loadAssets(options.assetsFolder),
    version: options.version,
    live: bridge.live,
    wake: () => wake(),
  }
  const close = async () => {
    await bridge.stop()
    await end()
  }
  return { platform, onWake: (listener) => (wake = listener), close }
}
