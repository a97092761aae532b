import { sql } from 'kysely'
import { newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

/** Whose password may open a session, and its hash. */
export type Credential = { readonly personId: PersonId; readonly hash: string }

const byAddress = prepare<{ address: string }, Credential>(
  ({ address }) => sql<Credential>`
    select p.id as "personId", a.password as hash
    from people p join auth.account a on a."userId" = p.id and a."providerId" = 'credential'
    where p.address = ${address} and p.status = 'ACTIVE' and p.verified_at is not null and a.password is not null`,
)

/** The credential of an address; undefined when nobody can sign in with it. */
export async function credentialOf(db: Database, address: string): Promise<Credential | undefined> {
  return (await byAddress(db, { address }))[0]
}

/** The hash of a person's password; undefined when they have none. */
export async function passwordHashOf(db: Database | Tx, person: PersonId): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string | null }>`
    select password as hash from auth.account
    where "userId" = ${person}::uuid and "providerId" = 'credential'`.execute(db)
  return rows[0]?.hash ?? undefined
}

/** Makes the identity of a person, without a password. */
export async function addIdentity(
  tx: Tx,
  person: { id: PersonId; address: string; name: string },
): Promise<void> {
  await sql`insert into auth."user" (id, name, email) values (${person.id}::uuid, ${person.name}, ${person.address})`.execute(
    tx,
  )
}

/** Sets a person's password. */
export async function setPasswordHash(tx: Tx, person: PersonId, hash: string): Promise<void> {
  await sql`
    insert into auth.account (id, "accountId", "providerId", "userId", password)
    values (${newId()}::uuid, ${person}, 'credential', ${person}::uuid, ${hash})
    on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = app_now()`.execute(
    tx,
  )
}

/** Keeps the identity's address in step with the person's. */
export async function setIdentityAddress(tx: Tx, person: PersonId, address: string): Promise<void> {
  await sql`update auth."user" set email = ${address}, "emailVerified" = true, "updatedAt" = app_now()
    where id = ${person}::uuid`.execute(tx)
}

/** Takes away everything a person could sign in with, sessions and tokens included. */
export async function dropCredentials(tx: Tx, person: PersonId): Promise<void> {
  await sql`delete from auth.session where "userId" = ${person}::uuid`.execute(tx)
  await sql`update personal_tokens set revoked_at = app_now() where person_id = ${person}::uuid and revoked_at is null`.execute(
    tx,
  )
  await sql`delete from auth.account where "userId" = ${person}::uuid`.execute(tx)
  await sql`delete from auth."user" where id = ${person}::uuid`.execute(tx)
}

/** Ends a person's sessions and tokens; their password stays. */
export async function endEntrances(tx: Tx, person: PersonId): Promise<void> {
  await sql`delete from auth.session where "userId" = ${person}::uuid`.execute(tx)
  await sql`update personal_tokens set revoked_at = app_now() where person_id = ${person}::uuid and revoked_at is null`.execute(
    tx,
  )
}
