import { sql } from 'kysely'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { ProviderId } from '../domain/provider.ts'

/** The provider that speaks for a domain, and whether a session was opened with it. */
export type Vouching = { readonly id: ProviderId; readonly name: string; readonly isOfSession: boolean }

const speaking = prepare<{ session: string; domain: string }, Vouching>(
  (p) => sql<Vouching>`
    select p.id, p.name, exists (
      select from auth.session s where s.id = ${p.session}::uuid and s."providerId" = p.id
    ) as "isOfSession"
    from provider_domains d join sign_in_providers p on p.id = d.provider_id and p.is_on
    where d.domain = ${p.domain}`,
)

/** The provider that speaks for a domain, as somebody in a session sees it. */
export async function vouchingFor(
  db: Database,
  session: string,
  domain: string,
): Promise<Vouching | undefined> {
  return (await speaking(db, { session, domain }))[0]
}

/** The provider of a session that speaks for a domain, held so that it still does when the transaction ends. */
export async function holdVouching(tx: Tx, session: string, domain: string): Promise<ProviderId | undefined> {
  await sql`select from sign_in_providers p where p.id = (
    select s."providerId" from auth.session s where s.id = ${session}::uuid) for share`.execute(tx)
  const found = await vouchingFor(tx, session, domain)
  return found?.isOfSession ? found.id : undefined
}
