export { connect, type Database, type Tx } from './database.ts'
export { type Placeholders, prepare } from './prepare.ts'
export type { Tables } from './tables.ts'
export { sqlState, transact } from './transaction.ts'
