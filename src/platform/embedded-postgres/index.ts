export type { Connection, Connections } from './connection.ts'
export { type EmbeddedOptions, type EmbeddedPostgres, findRunning, type Log, startEmbedded } from './start.ts'
