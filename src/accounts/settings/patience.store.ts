import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { PatienceOverrides } from '../domain/patience-settings.ts'

/** The numbers that somebody set, with the number of the change that made them so. */
export type StoredPatience = { readonly own: PatienceOverrides; readonly version: number }

const nothing: StoredPatience = { own: {}, version: 0 }

const ofInstallation = prepare<Record<never, never>, StoredPatience>(
  () => sql<StoredPatience>`select s.patience as own, s.version from installation_settings s`,
)

/** The installation's numbers. */
export async function installationPatience(db: Database | Tx): Promise<StoredPatience> {
  return (await ofInstallation(db, {}))[0] ?? nothing
}

/** The same, locked until the transaction ends. */
export async function lockInstallationPatience(tx: Tx): Promise<StoredPatience> {
  const { rows } = await sql<StoredPatience>`
    insert into installation_settings (version) values (0)
    on conflict (sole) do update set version = installation_settings.version
    returning patience as own, version`.execute(tx)
  return rows[0] ?? nothing
}

/** Writes the installation's numbers. */
export async function writeInstallationPatience(tx: Tx, own: PatienceOverrides): Promise<void> {
  await sql`update installation_settings set patience = ${JSON.stringify(own)}::jsonb, version = version + 1`.execute(
    tx,
  )
}

const ofAccount = prepare<{ account: string }, StoredPatience>(
  (p) => sql<StoredPatience>`
    select a.patience as own, a.settings_version as version from accounts a where a.id = ${p.account}::uuid`,
)
const ofAccountLocked = prepare<{ account: string }, StoredPatience>(
  (p) => sql<StoredPatience>`
    select a.patience as own, a.settings_version as version from accounts a
    where a.id = ${p.account}::uuid for no key update`,
)

/** An account's own numbers. */
export async function accountPatience(db: Database | Tx, account: AccountId): Promise<StoredPatience> {
  return (await ofAccount(db, { account }))[0] ?? nothing
}

/** The same, locked until the transaction ends. */
export async function lockAccountPatience(tx: Tx, account: AccountId): Promise<StoredPatience> {
  return (await ofAccountLocked(tx, { account }))[0] ?? nothing
}

/** Writes an account's own numbers. */
export async function writeAccountPatience(
  tx: Tx,
  account: AccountId,
  own: PatienceOverrides,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((row) => ({ patience: JSON.stringify(own), settings_version: row('settings_version', '+', 1) }))
    .where('id', '=', account)
    .execute()
}
