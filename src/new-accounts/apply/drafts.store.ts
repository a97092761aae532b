import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Typed } from '../../platform/http/index.ts'

const form = 'new-account'

const find = prepare<{ person: string; held: string }, { form: string; content: Typed }>(
  (p) => sql<{ form: string; content: Typed }>`
    select form, content from drafts
    where person_id = ${p.person}::uuid and form in (${form}, ${p.held})`,
)

/** What somebody typed and has not sent; `isHeld`: also what waits at this path from an expired session. */
export async function readDraft(
  db: Database,
  person: PersonId,
  path: string,
): Promise<{ draft: Typed; isHeld: boolean }> {
  const rows = await find(db, { person, held: `held:${path}` })
  const draft = rows.find((row) => row.form === form)?.content ?? {}
  return { draft, isHeld: rows.some((row) => row.form !== form) }
}

const keep = prepare<{ person: string; content: string }, never>(
  (p) => sql<never>`
    insert into drafts (person_id, form, content) values (${p.person}::uuid, ${form}, ${p.content}::jsonb)
    on conflict (person_id, form) do update set content = excluded.content, updated_at = app_now()`,
)

/** Keeps what was typed. */
export async function keepDraft(db: Database, person: PersonId, typed: Typed): Promise<void> {
  const content = JSON.stringify(typed, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  )
  await keep(db, { person, content })
}

const drop = prepare<{ person: string }, never>(
  (p) => sql<never>`delete from drafts where person_id = ${p.person}::uuid and form = ${form}`,
)

/** Forgets it, once it is sent. */
export async function dropDraft(tx: Tx, person: PersonId): Promise<void> {
  await drop(tx, { person })
}
