import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Typed } from '../platform/http/index.ts'

const keep = prepare<{ person: string; form: string; content: string }, never>(
  (held) => sql<never>`
    insert into drafts (person_id, form, content)
    values (${held.person}::uuid, ${held.form}, ${held.content}::jsonb)
    on conflict (person_id, form) do update set content = excluded.content, updated_at = app_now()`,
)

/** SQL: gives what was held, once, as `content`; for a list that gives it in the statement of its rows. */
export const takingHeld = (held: {
  readonly person: RawBuilder<unknown>
  readonly path: RawBuilder<unknown>
}) =>
  sql<{ content: Typed }>`
    delete from drafts where person_id = ${held.person}::uuid and form = 'held:' || ${held.path}::text
    returning content`

const take = prepare<{ person: string; path: string }, { content: Typed }>(takingHeld)

// Never kept, however a form names them.
const secret = /password|secret/i

/** Keeps what somebody typed on the form at `path`, while they sign in again. Passwords and secrets are left out. */
export async function keepHeld(
  db: Database | Tx,
  person: PersonId,
  form: { path: string; typed: Typed },
): Promise<void> {
  const content = Object.fromEntries(Object.entries(form.typed).filter(([name]) => !secret.test(name)))
  await keep(db, {
    person,
    form: `held:${form.path}`,
    content: JSON.stringify(content).replaceAll('\\u0000', ''),
  })
}

/** What this person had typed on the form at `path` before they had to sign in again; given once, null when nothing. */
export async function takeHeld(db: Database | Tx, person: PersonId, path: string): Promise<Typed | null> {
  const [held] = await take(db, { person, path })
  return held?.content ?? null
}
