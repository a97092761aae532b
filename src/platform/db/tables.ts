import type { AccountTables } from './tables/accounts.ts'
import type { AuthTables } from './tables/auth.ts'
import type { LogTables } from './tables/log.ts'
import type { PeopleTables } from './tables/people.ts'
import type { RequestTables } from './tables/requests.ts'

/** The database as Kysely sees it: columns as they are stored, instants as `Date`, counts as numbers. */
export type Tables = AuthTables & PeopleTables & AccountTables & RequestTables & LogTables
