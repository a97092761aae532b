import { sql } from 'kysely'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { colleaguesIn, mostColleagues, type NamedColleague } from '../delegates/delegates.store.ts'

const chosen = prepare<{ account: string }, NamedColleague>(
  (p) => sql<NamedColleague>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.directory_id as "directoryId",
      p.status <> 'ACTIVE' as "isDisabled"
    from backup_approvers b join people p on p.id = b.person_id
    where b.account_id = ${p.account}::uuid and exists (
      select from grants g where g.account_id = b.account_id and g.person_id = p.id and g.decides and ${grantIsActive})
    order by lower(p.last_name), lower(p.first_name), p.id`,
)

/** The backup approvers that an account has chosen and who still decide there, by name. */
export function chosenIn(db: Database | Tx, account: AccountId): Promise<NamedColleague[]> {
  return chosen(db, { account })
}

/** Who decides in an account, and who of them is mailed only once a request is late. */
export type Backups = {
  /** By name; the first of very many, and everybody who is chosen. */
  readonly people: readonly NamedColleague[]
  readonly chosen: readonly PersonId[]
  /** There are more than are listed. */
  readonly isCut: boolean
}

/** Who could be a backup approver of an account, and who is. */
export async function backupsOf(db: Database | Tx, account: AccountId): Promise<Backups> {
  const deciding = await colleaguesIn(db, account)
  const isCut = deciding.length >= mostColleagues
  const kept = await chosenIn(db, account)
  const ids = new Set(deciding.map(({ personId }) => personId))
  const people = [...deciding, ...(isCut ? kept.filter(({ personId }) => !ids.has(personId)) : [])]
  const able = people.filter(({ isDisabled }) => !isDisabled)
  const shown = new Set(able.map(({ personId }) => personId))
  return { people: able, chosen: kept.map(({ personId }) => personId).filter((id) => shown.has(id)), isCut }
}

const write = prepare<{ account: string; added: readonly string[]; removed: readonly string[] }, never>(
  (p) => sql<never>`
    with gone as (
      delete from backup_approvers
      where account_id = ${p.account}::uuid and person_id = any(${p.removed}::uuid[])
    ), added as (
      insert into backup_approvers (account_id, person_id)
      select ${p.account}::uuid, id from unnest(${p.added}::uuid[]) id on conflict do nothing
    )
    update accounts set settings_version = settings_version + 1 where id = ${p.account}::uuid`,
)

/** Writes who is one from now on, and who no longer is. */
export async function writeBackups(
  tx: Tx,
  account: AccountId,
  change: { readonly added: readonly PersonId[]; readonly removed: readonly PersonId[] },
): Promise<void> {
  await write(tx, { account, ...change })
}

/** What a letter to somebody says who became a backup approver, or no longer is one. */
export type BackupTold = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
  readonly accountName: string
  readonly identifier: string
  readonly isBackup: boolean
}

const told = prepare<{ account: string; person: string }, BackupTold>(
  (p) => sql<BackupTold>`
    select p.id as "personId", p.address, p.locale, p.time_zone as "timeZone", a.name as "accountName", a.identifier,
      exists (select from backup_approvers b where b.account_id = a.id and b.person_id = p.id) as "isBackup"
    from people p join accounts a on a.id = ${p.account}::uuid and a.status = 'ACTIVE'
    where p.id = ${p.person}::uuid and p.status = 'ACTIVE'`,
)

/** How somebody stands to an account's backup approvers; undefined when they or the account are gone. */
export async function backupTold(
  tx: Tx,
  which: { readonly account: string; readonly person: string },
): Promise<BackupTold | undefined> {
  return (await told(tx, which))[0]
}
