import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare } from '../platform/db/index.ts'

const touch = prepare<{ id: string }, never>(
  ({ id }) => sql<never>`update auth.session set "seenAt" = app_now() where id = ${id}::uuid`,
)

/** Notes that a session is in use, for its idle time. */
export async function touchSession(db: Database, id: string): Promise<void> {
  await touch(db, { id })
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
