import { sql } from 'kysely'
import { newId, type PersonId } from '../kernel/id.ts'
import type { Database, Tx } from '../platform/db/index.ts'
import type { Locale } from '../platform/i18n/reader.ts'
import { addIdentity } from './credentials/credentials.store.ts'
import type { Profile, ProfileField } from './domain/viewer.ts'

/** Somebody who is to be made a person here. */
export type NewPerson = {
  readonly address: string
  readonly firstName: string
  readonly lastName: string
  /** Null: the language of the installation. */
  readonly locale: Locale | null
  readonly timeZone?: string
  readonly company?: string
  /** Two letters. */
  readonly country?: string
  readonly verified?: boolean
  readonly isSupport?: boolean
  readonly isOperator?: boolean
}

/** Makes a person; undefined when the address belongs to somebody already. */
export async function createPerson(tx: Tx, person: NewPerson): Promise<PersonId | undefined> {
  const id = newId<'person'>()
  const { rows } = await sql<{ id: PersonId }>`
    insert into people (id, address, first_name, last_name, locale, time_zone, company, country, verified_at, is_support, is_operator)
    values (${id}::uuid, ${person.address}, ${person.firstName}, ${person.lastName},
      coalesce(${person.locale}::text, (select language from installation_settings), 'en'),
      ${person.timeZone ?? 'UTC'}, ${person.company ?? ''}, ${person.country ?? ''}, case when ${person.verified ?? false}::boolean then app_now() end,
      ${person.isSupport ?? false}, ${person.isOperator ?? false})
    on conflict (address) do nothing returning id`.execute(tx)
  if (rows.length === 0) return undefined
  await addIdentity(tx, {
    id,
    address: person.address,
    name: `${person.firstName} ${person.lastName}`.trim(),
  })
  return id
}

/** Who somebody is, as far as mails and use cases need it. */
export type KnownAddress = {
  readonly id: PersonId
  readonly address: string
  readonly verified: boolean
  readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'
  readonly firstName: string
  readonly lastName: string
  readonly locale: Locale
  readonly timeZone: string
  /** The identity that this one turned out to be, too; it signs in no more. */
  readonly mergedInto: PersonId | null
}

const known = sql`id, address, verified_at is not null as verified, status, first_name as "firstName",
  last_name as "lastName", locale, time_zone as "timeZone", merged_into as "mergedInto"`

/** The person with this address, whatever their status. */
export async function personByAddress(db: Database | Tx, address: string): Promise<KnownAddress | undefined> {
  const { rows } = await sql<KnownAddress>`select ${known} from people where address = ${address}`.execute(db)
  return rows[0]
}

/** The person with this id, whatever their status. */
export async function personById(db: Database | Tx, id: PersonId): Promise<KnownAddress | undefined> {
  const { rows } = await sql<KnownAddress>`select ${known} from people where id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Notes that a person's address is theirs: a link that was mailed to it came back. */
export async function markVerified(tx: Tx, person: PersonId): Promise<void> {
  await sql`update people set verified_at = coalesce(verified_at, app_now()), mail_bounced_at = null
    where id = ${person}::uuid`.execute(tx)
  await sql`update auth."user" set "emailVerified" = true where id = ${person}::uuid`.execute(tx)
}

/** Gives a person another address, which was proven. */
export async function setAddress(tx: Tx, person: PersonId, address: string): Promise<void> {
  await sql`update people set address = ${address}, verified_at = app_now(), mail_bounced_at = null
    where id = ${person}::uuid`.execute(tx)
}

const columnOf: Record<ProfileField, string> = {
  firstName: 'first_name',
  lastName: 'last_name',
  preferredFirstName: 'preferred_first_name',
  company: 'company',
  country: 'country',
  siteAddress: 'site_address',
  companyPhone: 'company_phone',
}

/** Writes the named fields of a profile, but for those that another system keeps. */
export async function writeProfile(tx: Tx, person: PersonId, fields: Partial<Profile>): Promise<void> {
  const names = Object.keys(fields) as ProfileField[]
  const settings = names.map(
    (name) =>
      sql`${sql.ref(columnOf[name])} = case when owned_fields ? ${name} then ${sql.ref(columnOf[name])} else ${fields[name] ?? ''} end`,
  )
  await sql`update people set ${sql.join(settings)} where id = ${person}::uuid`.execute(tx)
}

/** Writes the language and the time zone that somebody reads in. */
export async function writePreferences(
  tx: Tx | Database,
  person: PersonId,
  reader: { locale: Locale; timeZone?: string },
): Promise<void> {
  await sql`update people set locale = ${reader.locale}, time_zone = coalesce(${reader.timeZone ?? null}, time_zone)
    where id = ${person}::uuid`.execute(tx)
}

/** Whether somebody operates this installation already. */
export async function hasOperator(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from people where is_operator and status = 'ACTIVE' limit 1`.execute(tx)
  return rows.length > 0
}

/** The person with this id, held until the transaction ends. */
export async function lockPerson(tx: Tx, id: PersonId): Promise<KnownAddress | undefined> {
  const { rows } =
    await sql<KnownAddress>`select ${known} from people where id = ${id}::uuid for update`.execute(tx)
  return rows[0]
}

/** Lets a person in or shuts them out. */
export async function setStatus(tx: Tx, id: PersonId, status: 'ACTIVE' | 'DISABLED'): Promise<void> {
  await sql`update people set status = ${status} where id = ${id}::uuid`.execute(tx)
}
