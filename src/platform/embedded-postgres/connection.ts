import type { Passwords } from './passwords.ts'

/** How to reach the embedded server as one of its roles: as fields, and as the same thing in a URL. */
export type Connection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  readonly url: string
}

/** The two roles of the application: the owner migrates, the app reads and writes. */
export type Connections = { readonly owner: Connection; readonly app: Connection }

/** The port is only a part of the socket's file name. */
export const port = 5432

/** How to reach a server that listens in `socketDir`. */
export function connection(socketDir: string, user: string, password: string, database: string): Connection {
  const url = `postgres://${user}:${password}@${encodeURIComponent(socketDir)}:${port}/${database}`
  return { host: socketDir, port, user, password, database, url }
}

/** The connections of both roles. */
export function connectionsOf(socketDir: string, passwords: Passwords): Connections {
  return {
    owner: connection(socketDir, 'vestibule_owner', passwords.owner, 'vestibule'),
    app: connection(socketDir, 'vestibule_app', passwords.app, 'vestibule'),
  }
}
