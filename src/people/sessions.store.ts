import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId, type PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'

/** Where a session is opened from, as its owner will see it in the list. */
export type Device = { readonly network: string; readonly browser: string }

/** A session in its owner's list. */
export type SessionRow = {
  readonly id: string
  readonly network: string | null
  readonly browser: string | null
  readonly startedAt: Date
  readonly seenAt: Date
}

const touch = prepare<{ ids: readonly string[] }, never>(
  ({ ids }) => sql<never>`
    update auth.session set "seenAt" = app_now() where id in (
      select id from auth.session where id = any(${ids}::uuid[]) for no key update skip locked)`,
)

/** Notes that sessions are in use, for their idle time; one that somebody else is noting already is left to them. */
export async function touchSessions(db: Database, ids: readonly string[]): Promise<void> {
  await touch(db, { ids })
}

const whose = prepare<{ token: string }, { personId: PersonId }>(
  ({ token }) => sql<{ personId: PersonId }>`
    select s."userId" as "personId" from auth.session s join people p on p.id = s."userId"
    where s.token = ${token} and p.status = 'ACTIVE'
      and coalesce(s."endedAt", s."seenAt") > app_now() - interval '7 days'`,
)

/** Whose session this was, while it has ended no longer than a week ago. */
export async function formerHolder(db: Database, token: string): Promise<PersonId | undefined> {
  return (await whose(db, { token }))[0]?.personId
}

const open = prepare<
  {
    id: string
    token: string
    person: string
    network: string
    browser: string
    typed: boolean
    provider: string | null
  },
  never
>(
  (session) => sql<never>`
    insert into auth.session (id, token, "userId", "expiresAt", "ipAddress", "userAgent", "authenticatedAt", "providerId")
    values (${session.id}::uuid, ${session.token}, ${session.person}::uuid, app_now() + interval '7 days',
      ${session.network}, ${session.browser},
      case when ${session.typed}::boolean then app_now() else to_timestamp(0) end, ${session.provider}::uuid)`,
)

/**
 * Opens a session, always with a new token, and gives the token. `passwordTyped` says whether the password was typed
 * just now; a link alone is not enough for what asks for a recent password. `provider`: whom they signed in with.
 */
export async function openSession(
  tx: Tx,
  person: PersonId,
  how: { device: Device; passwordTyped: boolean; provider?: string | null },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { network, browser } = how.device
  await open(tx, {
    id: newId(),
    token,
    person,
    network,
    browser: browser.slice(0, 300),
    typed: how.passwordTyped,
    provider: how.provider ?? null,
  })
  return token
}

/** Ends every session that was opened with a provider. */
export async function endSessionsWith(tx: Tx, provider: string): Promise<void> {
  await sql`update auth.session set "endedAt" = app_now()
    where "providerId" = ${provider}::uuid and "endedAt" is null`.execute(tx)
}

/** Ends one session at once. */
export async function closeSession(tx: Tx | Database, token: string): Promise<PersonId | undefined> {
  const { rows } = await sql<{ personId: PersonId }>`
    delete from auth.session where token = ${token} and "endedAt" is null returning "userId" as "personId"`.execute(
    tx,
  )
  return rows[0]?.personId
}

/** Ends a person's sessions, but for the one that is kept. Gives how many ended. */
export async function endSessions(tx: Tx, person: PersonId, kept: string | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update auth.session set "endedAt" = app_now()
    where "userId" = ${person}::uuid and "endedAt" is null and id is distinct from ${kept}::uuid`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Ends one session of a person, by its id. */
export async function endSession(tx: Tx, person: PersonId, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update auth.session set "endedAt" = app_now()
    where "userId" = ${person}::uuid and id = ${id}::uuid and "endedAt" is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** Notes that the password was typed again; the session goes on under a new token, which it gives. */
export async function renewSession(tx: Tx, id: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`update auth.session set token = ${token}, "authenticatedAt" = app_now(), "seenAt" = app_now(), "updatedAt" = app_now()
    where id = ${id}::uuid and "endedAt" is null`.execute(tx)
  return token
}

/** A person's sessions that have not ended, the one used last first. */
export async function sessionsOf(db: Database, person: PersonId): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, "ipAddress" as network, "userAgent" as browser, "createdAt" as "startedAt", "seenAt"
    from auth.session
    where "userId" = ${person}::uuid and "endedAt" is null and "expiresAt" > app_now()
      and "seenAt" > app_now() - interval '12 hours'
    order by "seenAt" desc limit 50`.execute(db)
  return rows
}
