import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { ImportKind, LineProblem } from './domain/columns.ts'

/** Where a list stands. CHECKING and RUNNING are at work; CHECKED waits for somebody to say that it may be taken in. */
export type ImportState = 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'DROPPED'

/** A list on its way in. */
export type StoredImport = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportState
  readonly lines: number
  /** How many lines were looked at or taken in. */
  readonly atLine: number
  readonly fine: number
  readonly unchanged: number
  readonly wrong: number
  readonly startedBy: PersonId | null
  readonly createdAt: Date
}

const columns = sql`
  id, kind, state, lines, at_line as "atLine", fine, unchanged, wrong, started_by as "startedBy", created_at as "createdAt"`

const byId = prepare<{ id: string }, StoredImport>(
  (p) => sql<StoredImport>`select ${columns} from imports where id = ${p.id}::uuid`,
)
const locked = prepare<{ id: string }, StoredImport>(
  (p) => sql<StoredImport>`select ${columns} from imports where id = ${p.id}::uuid for update`,
)
const contents = prepare<{ id: string }, { content: Buffer }>(
  (p) => sql<{ content: Buffer }>`select content from imports where id = ${p.id}::uuid`,
)

/** One list. */
export async function findImport(db: Database | Tx, id: string): Promise<StoredImport | undefined> {
  return (await byId(db, { id }))[0]
}

/** One list, held until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  return (await locked(tx, { id }))[0]
}

/** The file of a list, as text. */
export async function contentOf(db: Database, id: string): Promise<string> {
  return (await contents(db, { id }))[0]?.content.toString('utf8') ?? ''
}

const newest = prepare<{ most: number; before: string | null }, StoredImport>(
  (p) => sql<StoredImport>`
    select ${columns} from imports where ${p.before}::uuid is null or id < ${p.before}::uuid
    order by id desc limit ${p.most}::int`,
)

/** The lists of this installation, newest first. */
export function listImports(db: Database, before: string | null, most: number): Promise<StoredImport[]> {
  return newest(db, { before, most })
}

const started = prepare<{ kind: string; sha: Buffer }, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from imports where kind = ${p.kind} and sha256 = ${p.sha} and state in ('CHECKING', 'CHECKED', 'RUNNING')
    order by id desc limit 1`,
)
const insert = prepare<
  { id: string; kind: string; content: Buffer; sha: Buffer; lines: number; by: string | null },
  never
>(
  (p) => sql<never>`
    insert into imports (id, kind, state, content, sha256, lines, started_by)
    values (${p.id}::uuid, ${p.kind}, 'CHECKING', ${p.content}, ${p.sha}, ${p.lines}::int, ${p.by}::uuid)`,
)

/** Keeps a file to be looked through; the same file that is under way already goes on instead. Gives its id. */
export async function keepFile(
  tx: Tx,
  file: {
    readonly kind: ImportKind
    readonly content: Buffer
    readonly lines: number
    readonly by: PersonId | null
  },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const sha = createHash('sha256').update(file.content).digest()
  const [before] = await started(tx, { kind: file.kind, sha })
  if (before) return { id: before.id, isNew: false }
  const id = newId()
  await insert(tx, { id, kind: file.kind, content: file.content, sha, lines: file.lines, by: file.by })
  return { id, isNew: true }
}

type Progress = { id: string; at: number; fine: number; unchanged: number; wrong: number; state: ImportState }

const progress = prepare<Progress, never>(
  (p) => sql<never>`
    update imports set at_line = ${p.at}::int, fine = fine + ${p.fine}::int, unchanged = unchanged + ${p.unchanged}::int,
      wrong = wrong + ${p.wrong}::int, state = ${p.state}, changed_at = app_now(),
      content = case when ${p.state} in ('DONE', 'DROPPED') then ''::bytea else content end
    where id = ${p.id}::uuid`,
)

/** Writes how far a list is, in the transaction that took the lines in. The file is forgotten when it is done. */
export async function writeProgress(tx: Tx, made: Progress): Promise<void> {
  await progress(tx, made)
}

const restart = prepare<{ id: string }, never>(
  (p) => sql<never>`
    with cleared as (delete from import_problems where import_id = ${p.id}::uuid)
    update imports set state = 'RUNNING', at_line = 0, fine = 0, unchanged = 0, wrong = 0, changed_at = app_now()
    where id = ${p.id}::uuid`,
)

/** Begins to take a list in, from its first line. */
export async function restartImport(tx: Tx, id: string): Promise<void> {
  await restart(tx, { id })
}

type Found = {
  id: string
  lines: readonly number[]
  ns: readonly number[]
  fields: readonly string[]
  problems: readonly string[]
}

const note = prepare<Found, never>(
  (p) => sql<never>`
    insert into import_problems (import_id, line, n, field, problem)
    select ${p.id}::uuid, x.line, x.n, x.field, x.problem
    from unnest(${p.lines}::int[], ${p.ns}::int[], ${p.fields}::text[], ${p.problems}::text[]) as x (line, n, field, problem)
    on conflict do nothing`,
)

/** A line with what is wrong with it. */
export type WrongLine = { readonly line: number; readonly problems: readonly LineProblem[] }

/** Keeps what is wrong with lines. */
export async function noteProblems(tx: Tx, id: string, wrong: readonly WrongLine[]): Promise<void> {
  const flat = wrong.flatMap(({ line, problems }) => problems.map((one, n) => ({ line, n, ...one })))
  if (flat.length === 0) return
  await note(tx, {
    id,
    lines: flat.map(({ line }) => line),
    ns: flat.map(({ n }) => n),
    fields: flat.map(({ field }) => field),
    problems: flat.map(({ problem }) => problem),
  })
}

/** One thing that is wrong. */
export type NotedProblem = LineProblem & { readonly line: number }

const noted = prepare<{ id: string; after: number; most: number }, NotedProblem>(
  (p) => sql<NotedProblem>`
    select line, field, problem from import_problems where import_id = ${p.id}::uuid and line > ${p.after}::int
    order by line, n limit ${p.most}::int`,
)

/** What is wrong with a list, from a line on. */
export function problemsOf(db: Database, id: string, after: number, most: number): Promise<NotedProblem[]> {
  return noted(db, { id, after, most })
}

/** Does something for a line that leaves nothing when it gives false. */
export async function onTrial(tx: Tx, work: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint line`.execute(tx)
  const stays = await work()
  await (stays ? sql`release savepoint line` : sql`rollback to savepoint line`).execute(tx)
  return stays
}

/** Forgets files that waited for a week, and reports of half a year ago. */
export async function forgetImports(db: Database): Promise<void> {
  await sql`update imports set state = 'DROPPED', content = ''::bytea
    where state in ('CHECKING', 'CHECKED') and changed_at < app_now() - interval '7 days'`.execute(db)
  await sql`delete from imports where changed_at < app_now() - interval '180 days'`.execute(db)
}
