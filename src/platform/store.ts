import { join } from 'node:path'
import { type Config, makeDataFolder } from './config/index.ts'
import { type Connections, findRunning, startEmbedded } from './embedded-postgres/index.ts'
import type { Log } from './log.ts'

/** Where the database is, for both roles, and how to let go of it. */
export type Store = {
  readonly appUrl: string
  readonly ownerUrl: string
  readonly appRole: string
  /** False: one role does both, and history is protected by its chain alone. */
  readonly twoRoles: boolean
  readonly embedded: boolean
  readonly stop: () => Promise<void>
}

/** The folder of what this installation keeps; the demo has one of its own. */
export function folderOf(config: Config): string {
  return config.demo ? join(config.dataDir, 'demo') : join(config.dataDir, 'vestibule')
}

function roleOf(url: string): string {
  return decodeURIComponent(/^postgres(?:ql)?:\/\/([^:@/]*)/.exec(url)?.[1] ?? '')
}

function given(config: Config, databaseUrl: string): Store {
  const ownerUrl = config.databaseOwnerUrl ?? databaseUrl
  const appRole = roleOf(databaseUrl)
  return {
    appUrl: databaseUrl,
    ownerUrl,
    appRole,
    twoRoles: roleOf(ownerUrl) !== appRole,
    embedded: false,
    stop: async () => {},
  }
}

function ours(connections: Connections, stop: () => Promise<void>): Store {
  const { app, owner } = connections
  return { appUrl: app.url, ownerUrl: owner.url, appRole: app.user, twoRoles: true, embedded: true, stop }
}

/** Opens the database: the one that is configured, else the embedded one, which is started. */
export async function openStore(config: Config, log: Log): Promise<Store> {
  if (config.databaseUrl) return given(config, config.databaseUrl)
  const dataDir = folderOf(config)
  makeDataFolder(dataDir)
  const server = await startEmbedded({
    dataDir,
    log: (message) => log.info(`database: ${message}`),
  })
  return ours(server, server.stop)
}

/** For a command beside a running server: its database; starts the embedded one when nothing runs. */
export async function joinStore(config: Config, log: Log): Promise<Store> {
  const running = config.databaseUrl ? undefined : findRunning(folderOf(config))
  return running ? ours(running, async () => {}) : openStore(config, log)
}
