import { sql } from 'kysely'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { StoredAccount } from '../accounts.store.ts'
import { daysToAgree, type TwoForAdministrator } from '../domain/two-for-administrator.ts'

/** What an account has said about its administrators. */
export type Sight = Pick<StoredAccount, 'showAdministrators' | 'twoForAdministrator'> & {
  readonly version: number
}

/** A wish that waits for a second administrator. */
export type Wish = {
  readonly two: TwoForAdministrator
  readonly by: PersonId
  readonly at: Date
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

const sightColumns = sql`
  a.show_administrators as "showAdministrators", a.two_for_administrator as "twoForAdministrator",
  a.settings_version as version`

const plain = prepare<{ account: string }, Sight>(
  (p) => sql<Sight>`select ${sightColumns} from accounts a where a.id = ${p.account}::uuid`,
)
const locked = prepare<{ account: string }, Sight>(
  (p) => sql<Sight>`select ${sightColumns} from accounts a where a.id = ${p.account}::uuid for no key update`,
)

/** What an account has said about its administrators. */
export async function sightOfAdministrators(db: Database, account: AccountId): Promise<Sight> {
  return one(await plain(db, { account }))
}

/** The same, locked until the transaction ends. */
export async function lockSight(tx: Tx, account: AccountId): Promise<Sight> {
  return one(await locked(tx, { account }))
}

function one(rows: readonly Sight[]): Sight {
  const [row] = rows
  if (!row) throw new Error('An account that was named is gone')
  return row
}

/** Writes it. */
export async function writeSight(tx: Tx, account: AccountId, sight: Omit<Sight, 'version'>): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((row) => ({
      show_administrators: sight.showAdministrators,
      two_for_administrator: sight.twoForAdministrator,
      settings_version: row('settings_version', '+', 1),
    }))
    .where('id', '=', account)
    .execute()
}

const wish = prepare<{ account: string }, Wish>(
  (v) => sql<Wish>`
    select w.two_for_administrator as two, w.proposed_by as by, w.proposed_at as at, p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address
    from setting_proposals w join people p on p.id = w.proposed_by and p.status = 'ACTIVE'
    where w.account_id = ${v.account}::uuid
      and w.proposed_at > (select app_now()) - make_interval(days => ${sql.lit(daysToAgree)})`,
)

/** The wish that waits, if any. */
export async function waitingWish(db: Database | Tx, account: AccountId): Promise<Wish | undefined> {
  return (await wish(db, { account }))[0]
}

/** Writes a wish in place of the one before. */
export async function writeWish(
  tx: Tx,
  account: AccountId,
  two: TwoForAdministrator,
  by: PersonId,
): Promise<void> {
  await sql`
    insert into setting_proposals (account_id, two_for_administrator, proposed_by, proposed_at)
    values (${account}::uuid, ${two}, ${by}::uuid, app_now())
    on conflict (account_id) do update set two_for_administrator = excluded.two_for_administrator,
      proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at`.execute(tx)
}

/** Takes the wish away. */
export async function deleteWish(tx: Tx, account: AccountId): Promise<void> {
  await tx.deleteFrom('setting_proposals').where('account_id', '=', account).execute()
}

/** An administrator who can agree to a wish, as far as a mail needs them. */
export type Administrator = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
  readonly accountName: string
  readonly identifier: string
}

const administrators = prepare<{ account: string }, Administrator>(
  (v) => sql<Administrator>`
    select distinct p.id as "personId", p.address, p.locale, p.time_zone as "timeZone", a.name as "accountName",
      a.identifier
    from grants g join people p on p.id = g.person_id join accounts a on a.id = g.account_id
    where g.account_id = ${v.account}::uuid and g.role = 'SA' and ${grantIsActive} and p.status = 'ACTIVE'
    order by p.id`,
)

/** The administrators of an account. */
export function toldOfWish(tx: Tx, account: AccountId): Promise<Administrator[]> {
  return administrators(tx, { account })
}
