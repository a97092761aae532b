import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import type { Provider, ProviderId } from '../domain/provider.ts'

type Row = Omit<Provider, 'version'> & { readonly clientSecret: string }

/** Lets whoever changes providers at the same time wait: no two speak for one domain. */
export async function holdProviders(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('sign-in-providers', 0))`.execute(tx)
}

/** Whether another provider has this issuer. */
export async function issuerIsTaken(tx: Tx, id: ProviderId | null, issuer: string): Promise<boolean> {
  const { rows } = await sql`
    select from sign_in_providers where issuer = ${issuer} and id is distinct from ${id}::uuid`.execute(tx)
  return rows.length > 0
}

/** Those of the domains that another provider speaks for. */
export async function domainsElsewhere(
  tx: Tx,
  id: ProviderId | null,
  domains: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select domain from provider_domains where domain = any(${domains}::text[])
      and provider_id is distinct from ${id}::uuid order by domain`.execute(tx)
  return rows.map(({ domain }) => domain)
}

/** Adds a provider, its secret sealed. */
export async function addProviderRow(tx: Tx, row: Row): Promise<void> {
  await sql`insert into sign_in_providers (id, name, issuer, client_id, client_secret, is_on)
    values (${row.id}::uuid, ${row.name}, ${row.issuer}, ${row.clientId}, ${row.clientSecret}, ${row.isOn})`.execute(
    tx,
  )
}

/** Writes a provider anew. */
export async function writeProvider(tx: Tx, row: Row): Promise<void> {
  await sql`update sign_in_providers set name = ${row.name}, issuer = ${row.issuer}, client_id = ${row.clientId},
      client_secret = ${row.clientSecret}, is_on = ${row.isOn}, version = version + 1
    where id = ${row.id}::uuid`.execute(tx)
}

/** Writes which domains a provider speaks for. */
export async function writeDomains(tx: Tx, id: ProviderId, domains: readonly string[]): Promise<void> {
  await sql`delete from provider_domains where provider_id = ${id}::uuid and domain <> all(${domains}::text[])`.execute(
    tx,
  )
  await sql`insert into provider_domains (domain, provider_id)
    select d, ${id}::uuid from unnest(${domains}::text[]) d on conflict (domain) do nothing`.execute(tx)
}

/** Ends every link with a provider. */
export async function endLinksWith(tx: Tx, id: ProviderId): Promise<void> {
  await sql`delete from auth.account where "providerId" = ${id}`.execute(tx)
}

/** Removes a provider. */
export async function deleteProvider(tx: Tx, id: ProviderId): Promise<void> {
  await sql`delete from sign_in_providers where id = ${id}::uuid`.execute(tx)
}
