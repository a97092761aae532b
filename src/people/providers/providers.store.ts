import { sql } from 'kysely'
import { newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Owners, Provider, ProviderId } from '../domain/provider.ts'

/** A provider with its secret, sealed. */
export type StoredProvider = Provider & { readonly clientSecret: string; readonly now: Date }

const columns = sql`p.id, p.name, p.issuer, p.client_id as "clientId", p.client_secret as "clientSecret",
  p.is_on as "isOn", p.version, app_now() as now,
  coalesce((select array_agg(d.domain order by d.domain) from provider_domains d where d.provider_id = p.id), '{}') as domains`

const all = prepare<Record<never, never>, StoredProvider>(
  () => sql<StoredProvider>`select ${columns} from sign_in_providers p order by p.name, p.id`,
)

/** Every provider, by name. */
export function allProviders(db: Database | Tx): Promise<StoredProvider[]> {
  return all(db, {})
}

const on = prepare<Record<never, never>, { id: ProviderId; name: string }>(
  () => sql<{ id: ProviderId; name: string }>`
    select id, name from sign_in_providers where is_on order by name, id limit 2`,
)

/** The providers one can sign in with, two at most: more are found by the mail domain. */
export function offeredProviders(db: Database): Promise<{ id: ProviderId; name: string }[]> {
  return on(db, {})
}

const one = prepare<{ id: string }, StoredProvider>(
  ({ id }) => sql<StoredProvider>`select ${columns} from sign_in_providers p where p.id = ${id}::uuid`,
)

/** The provider with this id. */
export async function findProvider(db: Database | Tx, id: ProviderId): Promise<StoredProvider | undefined> {
  return (await one(db, { id }))[0]
}

const speaking = prepare<{ domain: string }, { id: ProviderId; name: string }>(
  ({ domain }) => sql<{ id: ProviderId; name: string }>`
    select p.id, p.name from provider_domains d join sign_in_providers p on p.id = d.provider_id and p.is_on
    where d.domain = ${domain}`,
)

/** The provider that speaks for a mail domain. */
export async function providerFor(
  db: Database,
  domain: string,
): Promise<{ id: ProviderId; name: string } | undefined> {
  return (await speaking(db, { domain }))[0]
}

/** The provider, held until the transaction ends: `share` against changes, `update` to change it. */
export async function lockProvider(
  tx: Tx,
  id: ProviderId,
  how: 'share' | 'update',
): Promise<StoredProvider | undefined> {
  const held = how === 'share' ? sql`for share` : sql`for update`
  await sql`select from sign_in_providers where id = ${id}::uuid ${held}`.execute(tx)
  return findProvider(tx, id)
}

/** Uses an answer of a provider up; gives the time, or undefined when it was used before. */
export async function spendState(db: Database, hash: Buffer): Promise<Date | undefined> {
  const { rows } = await sql<{ now: Date }>`
    insert into spent_states (hash) values (${hash}) on conflict do nothing returning spent_at as now`.execute(
    db,
  )
  return rows[0]?.now
}

/** Lets whoever comes with the same address at the same time wait. */
export async function holdAddress(tx: Tx, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('sign-in-with ' || ${address}::text, 0))`.execute(
    tx,
  )
}

/** Whoever is linked with this subject of a provider. */
export async function linkedPerson(
  tx: Tx,
  provider: ProviderId,
  subject: string,
): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: PersonId }>`
    select "userId" as id from auth.account where "providerId" = ${provider} and "accountId" = ${subject}`.execute(
    tx,
  )
  return rows[0]?.id
}

/** Whether somebody is linked with a provider. */
export async function isLinked(db: Database | Tx, person: PersonId, provider: ProviderId): Promise<boolean> {
  const { rows } = await sql`
    select from auth.account where "userId" = ${person}::uuid and "providerId" = ${provider} limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** Links somebody with a subject of a provider. */
export async function linkPerson(
  tx: Tx,
  link: { person: PersonId; provider: ProviderId; subject: string },
): Promise<void> {
  await sql`insert into auth.account (id, "accountId", "providerId", "userId")
    values (${newId()}::uuid, ${link.subject}, ${link.provider}, ${link.person}::uuid)`.execute(tx)
}

/** The providers that somebody is linked with and can sign in with. */
export async function providersOf(
  db: Database,
  person: PersonId,
): Promise<{ id: ProviderId; name: string; isOn: boolean; linkedAt: Date }[]> {
  const { rows } = await sql<{ id: ProviderId; name: string; isOn: boolean; linkedAt: Date }>`
    select p.id, p.name, p.is_on as "isOn", min(a."createdAt") as "linkedAt"
    from auth.account a join sign_in_providers p on p.id::text = a."providerId"
    where a."userId" = ${person}::uuid group by p.id, p.name, p.is_on order by p.name, p.id`.execute(db)
  return rows
}

/** Ends every link of somebody with a provider; whether there was one. */
export async function unlinkPerson(tx: Tx, person: PersonId, provider: ProviderId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from auth.account where "userId" = ${person}::uuid and "providerId" = ${provider}`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

/** Voids the password under an address that nobody had confirmed: it may be somebody else's. */
export async function voidPassword(tx: Tx, person: PersonId): Promise<void> {
  await sql`delete from auth.account where "userId" = ${person}::uuid and "providerId" = 'credential'`.execute(
    tx,
  )
}

/** Who keeps the fields of a profile. */
export async function ownersOf(tx: Tx, person: PersonId): Promise<Owners> {
  const { rows } = await sql<{ owners: Owners }>`
    select owned_fields as owners from people where id = ${person}::uuid`.execute(tx)
  return rows[0]?.owners ?? {}
}

/** Writes the names that a provider keeps, and who keeps what; a company only where there is none. */
export async function writeKept(
  tx: Tx,
  person: PersonId,
  kept: { names: { firstName?: string; lastName?: string }; owners: Owners; company: string },
): Promise<void> {
  await sql`update people set first_name = coalesce(${kept.names.firstName ?? null}, first_name),
      last_name = coalesce(${kept.names.lastName ?? null}, last_name),
      owned_fields = ${JSON.stringify(kept.owners)}::jsonb,
      company = case when company = '' and not owned_fields ? 'company' then ${kept.company} else company end
    where id = ${person}::uuid`.execute(tx)
}

/** Gives people back the names that a provider kept. */
export async function releaseNames(
  tx: Tx,
  provider: ProviderId,
  person: PersonId | null = null,
): Promise<void> {
  await sql`update people p set owned_fields = coalesce((
      select jsonb_object_agg(f.key, f.value) from jsonb_each(p.owned_fields) f
      where f.value ->> 'provider' is distinct from ${provider}::text), '{}')
    where p.id in (select "userId" from auth.account where "providerId" = ${provider}
      and (${person}::uuid is null or "userId" = ${person}::uuid))
      and p.owned_fields <> '{}'`.execute(tx)
}
