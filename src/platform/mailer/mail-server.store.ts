import { sql } from 'kysely'
import { type Database, prepare, type Tx } from '../db/index.ts'

/** The mail server and the sender that operators chose. */
export type ChosenServer = {
  /** Null: none. */
  readonly host: string | null
  readonly port: number | null
  readonly isTls: boolean
  readonly user: string | null
  /** Sealed. */
  readonly password: string | null
  readonly senderName: string
  /** Null: an address at the host of PUBLIC_URL. */
  readonly senderAddress: string | null
  readonly version: number
}

/** What holds where operators chose nothing. */
export const unchosen: ChosenServer = {
  host: null,
  port: null,
  isTls: false,
  user: null,
  password: null,
  senderName: '',
  senderAddress: null,
  version: 1,
}

const columns = sql`host, port, is_tls as "isTls", user_name as "user", password, sender_name as "senderName",
  sender_address as "senderAddress", version`

/** SQL: what operators chose, as JSON; null when they chose nothing. */
export const chosenAsJson = sql`(select row_to_json(s) from (select ${columns} from mail_server) s)`

const read = prepare<Record<never, never>, ChosenServer>(
  () => sql<ChosenServer>`select ${columns} from mail_server`,
)

/** What operators chose. */
export async function chosenServer(db: Database): Promise<ChosenServer> {
  return (await read(db, {}))[0] ?? unchosen
}

/** The same, held until the transaction ends. */
export async function lockChosenServer(tx: Tx): Promise<ChosenServer> {
  const { rows } = await sql<ChosenServer>`
    insert into mail_server (version) values (1) on conflict (sole) do update set version = mail_server.version
    returning ${columns}`.execute(tx)
  return rows[0] ?? unchosen
}

/** Writes what operators chose. */
export async function writeChosenServer(tx: Tx, chosen: Omit<ChosenServer, 'version'>): Promise<void> {
  const { host, port, isTls, user, password, senderName, senderAddress } = chosen
  await sql`update mail_server set host = ${host}, port = ${port}, is_tls = ${isTls}, user_name = ${user},
    password = ${password}, sender_name = ${senderName}, sender_address = ${senderAddress},
    version = version + 1`.execute(tx)
}
