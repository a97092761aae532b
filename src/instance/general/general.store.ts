import { sql } from 'kysely'
import { prepare, type Database, type Tx } from '../../platform/db/index.ts'
import type { Locale } from '../../platform/i18n/reader.ts'

/** What administrators' names are to people without access, in a new account. */
export type Shows = 'NAMES' | 'RELAY' | 'NONE'

/** What operators chose for the whole installation; null: what the settings file says. */
export type General = {
  readonly name: string | null
  readonly supportMayDecide: boolean | null
  readonly newAccountsNeedProof: boolean | null
  readonly showAdministrators: Shows
  readonly language: Locale
  readonly version: number
}

const nothing: General = {
  name: null,
  supportMayDecide: null,
  newAccountsNeedProof: null,
  showAdministrators: 'NAMES',
  language: 'en',
  version: 1,
}

const columns = sql`name, support_may_decide as "supportMayDecide",
  new_accounts_need_proof as "newAccountsNeedProof", show_administrators as "showAdministrators", language,
  general_version as version`
const read = prepare<Record<never, never>, General>(
  () => sql<General>`select ${columns} from installation_settings`,
)

/** What operators chose. */
export async function generalSettings(db: Database): Promise<General> {
  return (await read(db, {}))[0] ?? nothing
}

/** The same, held until the transaction ends. */
export async function lockGeneral(tx: Tx): Promise<General> {
  const { rows } = await sql<General>`
    insert into installation_settings (version) values (0)
    on conflict (sole) do update set general_version = installation_settings.general_version
    returning ${columns}`.execute(tx)
  return rows[0] ?? nothing
}

/** Writes what operators chose. */
export async function writeGeneral(tx: Tx, chosen: Omit<General, 'version'>): Promise<void> {
  await sql`update installation_settings set name = ${chosen.name}, support_may_decide = ${chosen.supportMayDecide},
    new_accounts_need_proof = ${chosen.newAccountsNeedProof},
    show_administrators = ${chosen.showAdministrators}, language = ${chosen.language},
    general_version = general_version + 1`.execute(tx)
}
