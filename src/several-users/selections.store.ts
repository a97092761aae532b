import { sql } from 'kysely'
import { type AccountId, type Id, newId, type PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Planned, Problem } from './domain/acts.ts'

export type SelectionId = Id<'several-users'>

/** What is to happen, as it is kept: roles by what a form calls them, times as text. */
export type KeptAct =
  | { readonly kind: 'REMOVE' }
  | { readonly kind: 'ROLE'; readonly which: string; readonly to: string }
  | { readonly kind: 'END'; readonly which: string; readonly endsAt: string }
  | { readonly kind: 'NO_END'; readonly which: string }
  | { readonly kind: 'TAG'; readonly tag: string }
  | { readonly kind: 'UNTAG'; readonly tag: string }

/** One thing that is planned, and what became of it. */
export type Item = Planned & { readonly outcome: 'DONE' | Problem | null }

/** People who were chosen, what is to happen to them, and how far it is. */
export type Selection = {
  readonly id: SelectionId
  readonly accountId: AccountId
  readonly people: readonly PersonId[]
  readonly act: KeptAct | null
  readonly items: readonly Item[]
  readonly startedAt: string | null
  /** Whoever started it had typed their password just before. */
  readonly isSure: boolean
}

type Content = Omit<Selection, 'id'>

// Forgotten with what is kept for a sign-in.
const formOf = (id: string) => `held:several-users:${id}`

const insert = prepare<{ person: string; form: string; content: string }, never>(
  (p) => sql<never>`
    insert into drafts (person_id, form, content) values (${p.person}::uuid, ${p.form}, ${p.content}::jsonb)`,
)

/** Keeps who was chosen, for whoever chose them. */
export async function keepSelection(
  db: Database,
  by: PersonId,
  chosen: { readonly accountId: AccountId; readonly people: readonly PersonId[] },
): Promise<SelectionId> {
  const id = newId<'several-users'>()
  const content: Content = { ...chosen, act: null, items: [], startedAt: null, isSure: false }
  await insert(db, { person: by, form: formOf(id), content: JSON.stringify(content) })
  return id
}

const find = prepare<{ person: string; form: string }, { content: Content }>(
  (p) => sql<{ content: Content }>`
    select content from drafts where person_id = ${p.person}::uuid and form = ${p.form}`,
)
const lock = prepare<{ person: string; form: string }, { content: Content }>(
  (p) => sql<{ content: Content }>`
    select content from drafts where person_id = ${p.person}::uuid and form = ${p.form} for update`,
)

/** Whose selection, and which. */
export type WhichSelection = { readonly by: PersonId; readonly id: string }

/** What somebody chose; nobody else finds it. */
export async function findSelection(
  db: Database | Tx,
  { by, id }: WhichSelection,
): Promise<Selection | undefined> {
  const [row] = await find(db, { person: by, form: formOf(id) })
  return row && { ...row.content, id: id as SelectionId }
}

/** The same, locked, so that nobody else works at it before the transaction ends. */
export async function lockSelection(tx: Tx, { by, id }: WhichSelection): Promise<Selection | undefined> {
  const [row] = await lock(tx, { person: by, form: formOf(id) })
  return row && { ...row.content, id: id as SelectionId }
}

const change = prepare<{ person: string; form: string; change: string }, never>(
  (p) => sql<never>`
    update drafts set content = content || ${p.change}::jsonb, updated_at = app_now()
    where person_id = ${p.person}::uuid and form = ${p.form}`,
)

/** Keeps what is to happen with what becomes of each; or that it was started. */
export async function changeSelection(
  tx: Tx,
  { by, id }: WhichSelection,
  changed: Partial<Pick<Content, 'act' | 'items' | 'startedAt' | 'isSure'>>,
): Promise<void> {
  await change(tx, { person: by, form: formOf(id), change: JSON.stringify(changed) })
}

const settle = prepare<{ person: string; form: string; at: readonly string[]; outcome: string }, never>(
  (p) => sql<never>`
    update drafts set content = jsonb_set(content, ${p.at}::text[], to_jsonb(${p.outcome}::text))
    where person_id = ${p.person}::uuid and form = ${p.form}`,
)

/** Keeps what became of the nth. */
export async function settleItem(
  tx: Tx,
  { by, id }: WhichSelection,
  { n, outcome }: { readonly n: number; readonly outcome: 'DONE' | Problem },
): Promise<void> {
  await settle(tx, { person: by, form: formOf(id), at: ['items', String(n), 'outcome'], outcome })
}

/** Those that are to be done and have not been, by their place. */
export function openItems(items: readonly Item[]): number[] {
  return items.flatMap(({ problem, outcome }, n) => (problem === null && outcome === null ? [n] : []))
}
