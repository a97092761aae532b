import type { Config, Settings } from './config/index.ts'
import type { Database } from './db/index.ts'
import type { Assets } from './http/assets.ts'
import type { CookieRules } from './http/cookies.ts'
import type { Cursors } from './http/cursor.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'

/** What a running Vestibule stands on; every slice's routes and jobs are made from it. */
export type Platform = {
  readonly config: Config
  /** The address that links begin with, without a final slash. */
  readonly publicUrl: string
  readonly settings: Settings
  readonly db: Database
  /** The database for short reads that every page needs; nothing else may go there. */
  readonly lane: Database
  readonly log: Log
  /** Signs cookies; kept outside the database. */
  readonly key: Buffer
  readonly cookies: CookieRules
  readonly cursors: Cursors
  readonly assets: Assets
  readonly version: string
  /** Tells open pages that something changed. */
  readonly live: Live
  /** Wakes the worker: call it after a commit that recorded an event or enqueued a job. */
  readonly wake: () => void
}
