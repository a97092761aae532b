import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Properties } from './edit-account.ts'

const locked = prepare<{ account: string }, Properties>(
  (p) => sql<Properties>`
    select a.name, a.contact_name as "contactName", a.contact_address as "contactAddress", a.visibility
    from accounts a where a.id = ${p.account}::uuid for no key update`,
)

/** What an account says of itself, locked until the transaction ends. */
export async function lockAccount(tx: Tx, account: AccountId): Promise<Properties> {
  const [row] = await locked(tx, { account })
  if (!row) throw new Error('An account that was named is gone')
  return row
}

const write = prepare<Properties & { account: string }, never>(
  (p) => sql<never>`
    update accounts a set name = ${p.name}, contact_name = ${p.contactName}, visibility = ${p.visibility},
      contact_confirmed_at = case when a.contact_address = ${p.contactAddress}::text then a.contact_confirmed_at end,
      contact_address = ${p.contactAddress}
    where a.id = ${p.account}::uuid`,
)

/** Writes it; another address has yet to be confirmed. */
export async function writeProperties(tx: Tx, account: AccountId, properties: Properties): Promise<void> {
  await write(tx, { ...properties, account })
}

/** The contact of an account, as far as a mail or the page behind its link needs it. */
export type Contact = {
  readonly accountId: AccountId
  readonly accountName: string
  readonly identifier: string
  readonly timeZone: string
  readonly name: string
  readonly address: string
  readonly confirmedAt: Date | null
  readonly locale: 'en' | 'fr'
}

// In the language of whoever administers the account the longest: of a desk nothing else is known.
const contact = prepare<{ account: string }, Contact>(
  (p) => sql<Contact>`
    select a.id as "accountId", a.name as "accountName", a.identifier, a.time_zone as "timeZone",
      a.contact_name as name, a.contact_address as address, a.contact_confirmed_at as "confirmedAt",
      coalesce((
        select h.locale from grants g join people h on h.id = g.person_id
        where g.account_id = a.id and g.role = 'SA' and g.revoked_at is null order by g.created_at, g.id limit 1
      ), 'en') as locale
    from accounts a where a.id = ${p.account}::uuid and a.contact_address <> '' and a.status = 'ACTIVE'`,
)

/** The contact that an active account has named, confirmed or not. */
export async function contactOf(db: Database | Tx, account: AccountId): Promise<Contact | undefined> {
  return (await contact(db, { account }))[0]
}

const confirm = prepare<{ account: string; address: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update accounts a set contact_confirmed_at = app_now()
    where a.id = ${p.account}::uuid and a.contact_address = ${p.address}::text and a.contact_confirmed_at is null
    returning a.id`,
)

/** Takes the address as confirmed; false when it is so already, or is no longer the contact's. */
export async function confirmContact(tx: Tx, account: AccountId, address: string): Promise<boolean> {
  return (await confirm(tx, { account, address })).length === 1
}
