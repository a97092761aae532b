import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'

const touch = prepare<{ person: string; id: string }, never>(
  ({ person, id }) => sql<never>`
    update personal_tokens set last_used_at = app_now() where person_id = ${person}::uuid and id = ${id}::uuid`,
)

/** Notes that a token is in use. */
export async function touchToken(db: Database, token: { person: string; id: string }): Promise<void> {
  await touch(db, token)
}

/** A token as it is kept: its hash only. */
export type NewToken = {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly hash: Buffer
  readonly scopes: readonly string[]
  readonly days: number
}

/** Keeps a new token of a person. */
export async function addToken(tx: Tx, person: PersonId, token: NewToken): Promise<void> {
  await sql`
    insert into personal_tokens (person_id, id, name, prefix, hash, scopes, expires_at)
    values (${person}::uuid, ${token.id}::uuid, ${token.name}, ${token.prefix}, ${token.hash}, ${[...token.scopes]}::text[],
      app_now() + make_interval(days => ${token.days}::int))`.execute(tx)
}

/** Takes a token of a person back; false when there is none that still opens something. */
export async function revokeToken(tx: Tx, person: PersonId, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update personal_tokens set revoked_at = app_now()
    where person_id = ${person}::uuid and id = ${id}::uuid and revoked_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** A token in its owner's list. */
export type TokenRow = {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** A person's tokens that still open something, the newest first. */
export async function tokensOf(db: Database, person: PersonId): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select id, name, prefix, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt" from personal_tokens
    where person_id = ${person}::uuid and revoked_at is null and expires_at > app_now()
    order by id desc limit 100`.execute(db)
  return rows
}
