import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Typed } from '../../platform/http/index.ts'

const form = 'submit'

type Kept = { form: string; content: Typed }

const find = prepare<{ person: string; held: string }, Kept>(
  (p) => sql<Kept>`
    select form, content from drafts
    where person_id = ${p.person}::uuid and form in (${form}, ${p.held})`,
)

const keep = prepare<{ person: string; content: string }, never>(
  (p) => sql<never>`
    insert into drafts (person_id, form, content)
    values (${p.person}::uuid, ${form}, ${p.content}::jsonb)
    on conflict (person_id, form) do update
      set content = drafts.content || excluded.content, updated_at = app_now()`,
)

/** What somebody typed into the form and has not sent; `held`: also what waits there from an expired session. */
export async function readDraft(
  db: Database,
  person: PersonId,
  path: string,
): Promise<{ draft: Typed; held: boolean }> {
  const rows = await find(db, { person, held: `held:${path}` })
  const draft = rows.find((row) => row.form === form)?.content ?? {}
  return { draft, held: rows.some((row) => row.form !== form) }
}

/** Keeps what was typed, field by field, beside what was kept before. */
export async function keepDraft(db: Database, person: PersonId, typed: Typed): Promise<void> {
  // jsonb knows no NUL and no half of a surrogate pair.
  const content = JSON.stringify(typed, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  )
  await keep(db, { person, content })
}
