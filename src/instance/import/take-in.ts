import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import { enqueue, type Handler } from '../../platform/jobs/index.ts'
import {
  type Column,
  headerOf,
  type ImportKind,
  keyOf,
  type LineProblem,
  mostBytes,
  mostLines,
  type Row,
  rowOf,
} from './domain/columns.ts'
import { type Line, readLines, UnfinishedCell } from './domain/read-lines.ts'
import {
  contentOf,
  keepFile,
  lockImport,
  noteProblems,
  onTrial,
  restartImport,
  type StoredImport,
  type WrongLine,
  writeProgress,
} from './import.store.ts'
import { type Taken, takeLine, wrongChoices } from './take-line.ts'

/** Why a file was not taken at all. */
export type FileRefusal = 'empty' | 'too-large' | 'too-many-lines' | 'columns' | 'unfinished' | 'not-text'

const linesAtOnce = 50
/** The kind of the job that looks a list through, or takes it in. */
export const importJob = 'import'

/** Keeps a file and looks it through; nothing is taken in before somebody says so. The same file goes on where it is. */
export async function startImport(
  tx: Tx,
  by: PersonId | null,
  file: { readonly kind: ImportKind; readonly content: Uint8Array },
): Promise<Outcome<string, FileRefusal>> {
  const content = Buffer.from(file.content)
  if (content.length === 0) return refuse('empty')
  if (content.length > mostBytes) return refuse('too-large')
  if (content.includes(0)) return refuse('not-text')
  const counted = countLines(file.kind, content.toString('utf8'))
  if (!counted.ok) return counted
  const { id, isNew } = await keepFile(tx, { kind: file.kind, content, lines: counted.value, by })
  if (isNew)
    await enqueue(tx, { account: installation, kind: importJob, key: `${id}:check`, payload: { id } })
  return done(id)
}

function countLines(kind: ImportKind, text: string): Outcome<number, FileRefusal> {
  try {
    let lines = -1
    for (const { cells } of readLines(text)) {
      if (lines === -1 && !headerOf(kind, cells)) return refuse('columns')
      if (++lines > mostLines) return refuse('too-many-lines')
    }
    return lines < 1 ? refuse('empty') : done(lines)
  } catch (error) {
    if (error instanceof UnfinishedCell) return refuse('unfinished')
    throw error
  }
}

/** Takes in a list that was looked through. What is wrong with it is left out. */
export async function applyImport(
  tx: Tx,
  by: PersonId | null,
  id: string,
): Promise<Outcome<null, 'not-ready'>> {
  const found = await lockImport(tx, id)
  if (found?.state !== 'CHECKED') return refuse('not-ready')
  await restartImport(tx, id)
  await enqueue(tx, { account: installation, kind: importJob, key: `${id}:apply`, payload: { id } })
  const facts = { importId: id, kind: found.kind, lines: found.lines }
  await record(tx, { type: 'import.started', account: installation, actor: by, facts }, { quiet: true })
  return done(null)
}

/** Forgets a list that was looked through and is not wanted. */
export async function dropImport(tx: Tx, id: string): Promise<Outcome<null, 'not-ready'>> {
  const found = await lockImport(tx, id)
  if (found?.state !== 'CHECKED' && found?.state !== 'CHECKING') return refuse('not-ready')
  await writeProgress(tx, { id, at: found.atLine, fine: 0, unchanged: 0, wrong: 0, state: 'DROPPED' })
  return done(null)
}

/** The job behind a list: goes on where the last finished batch ended, whatever happened to the process. */
export function importing(db: Database): Readonly<Record<string, Handler>> {
  return {
    [importJob]: async ({ payload }) => {
      const id = payload['id']
      if (typeof id === 'string') await runImport(db, id)
      return async () => {}
    },
  }
}

/** Looks through or takes in a list from where it stands to its end; `told` hears how far it is. */
export async function runImport(
  db: Database,
  id: string,
  told: (at: StoredImport) => void = () => {},
): Promise<void> {
  const text = await contentOf(db, id)
  if (text === '') return
  for (const reading = new Reading(text); ; ) {
    const after = await transact(db, (tx) => oneBatch(tx, id, reading))
    if (!after.ok) return
    told(after.value)
  }
}

/** The lines of a file in batches; one that was left behind is found again from the beginning. */
class Reading {
  readonly #text: string
  #lines: Generator<Line>
  #header: readonly Column[] | undefined
  #at = 0
  /** What stood on lines before, so that a line is not there twice and a list can build on itself. */
  readonly seen = new Set<string>()

  constructor(text: string) {
    this.#text = text
    this.#lines = readLines(text)
  }

  /** The next lines after the first `at`; asked for the same again, it gives the same. */
  batch(
    kind: ImportKind,
    at: number,
  ): { readonly header: readonly Column[]; readonly lines: readonly Line[] } {
    if (this.#header === undefined || at !== this.#at) this.#rewind(kind, at)
    const lines: Line[] = []
    while (lines.length < linesAtOnce) {
      const { value, done: isOver } = this.#lines.next()
      if (isOver) break
      lines.push(value)
    }
    this.#at = at + lines.length
    return { header: this.#header ?? [], lines }
  }

  #rewind(kind: ImportKind, at: number): void {
    this.#lines = readLines(this.#text)
    this.seen.clear()
    const first = this.#lines.next()
    this.#header = first.done ? [] : (headerOf(kind, first.value.cells) ?? [])
    for (let n = 0; n < at; n++) {
      const { value, done: isOver } = this.#lines.next()
      if (isOver) break
      const { row } = rowOf(kind, this.#header, value.cells)
      this.seen.add(keyOf(kind, row))
      if (kind === 'VIRTUAL_ACCOUNTS') earlierParent(row, this.seen)
    }
  }
}

async function oneBatch(tx: Tx, id: string, reading: Reading): Promise<Outcome<StoredImport, 'over'>> {
  const found = await lockImport(tx, id)
  if (found?.state !== 'CHECKING' && found?.state !== 'RUNNING') return refuse('over')
  const { header, lines } = reading.batch(found.kind, found.atLine)
  const batch = await takeLines(tx, found, { header, lines, seen: reading.seen })
  await noteProblems(tx, id, batch.wrong)
  const at = found.atLine + lines.length
  const over = found.state === 'CHECKING' ? 'CHECKED' : 'DONE'
  const state = lines.length === 0 || at >= found.lines ? over : found.state
  const { fine, unchanged, wrong } = batch
  await writeProgress(tx, { id, at, fine, unchanged, wrong: wrong.length, state })
  const after = {
    ...found,
    state,
    atLine: at,
    fine: found.fine + fine,
    unchanged: found.unchanged + unchanged,
    wrong: found.wrong + wrong.length,
  } as const
  if (state === 'DONE') await recordDone(tx, after)
  return done(after)
}

type Batch = {
  readonly header: readonly Column[]
  readonly lines: readonly Line[]
  readonly seen: Set<string>
}

async function takeLines(tx: Tx, found: StoredImport, { header, lines, seen }: Batch) {
  const wrong: WrongLine[] = []
  const count = { fine: 0, unchanged: 0 }
  for (const line of lines) {
    const taken = await oneLine(tx, found, { header, line, seen })
    if (taken === 'NEW') count.fine++
    else if (taken === 'SAME') count.unchanged++
    else wrong.push({ line: line.number, problems: taken })
  }
  return { ...count, wrong }
}

async function oneLine(
  tx: Tx,
  { kind, state, startedBy }: StoredImport,
  { header, line, seen }: { header: readonly Column[]; line: Line; seen: Set<string> },
): Promise<Taken> {
  const { row, problems: missing } = rowOf(kind, header, line.cells)
  const problems = [...missing, ...wrongChoices(kind, row)]
  const key = keyOf(kind, row)
  const isTwice = seen.has(key)
  const parent = kind === 'VIRTUAL_ACCOUNTS' ? earlierParent(row, seen) : false
  seen.add(key)
  if (problems.length > 0) return problems
  if (isTwice) return [{ field: 'file', problem: 'twice' }]
  let taken: Taken = 'SAME'
  await onTrial(tx, async () => {
    taken = await takeLine(tx, startedBy, kind, row)
    return taken === 'NEW' && state === 'RUNNING'
  })
  return state === 'CHECKING' && parent ? standsOnEarlier(taken) : taken
}

// While it is only looked through, a virtual account of an earlier line is not there yet.
function standsOnEarlier(taken: Taken): Taken {
  if (taken === 'NEW' || taken === 'SAME') return taken
  const isParent = ({ field, problem }: LineProblem) => field === 'parent' && problem === 'unknown'
  return taken.every(isParent) ? 'NEW' : taken
}

// A place is known by its name, and by its name with that of its parent as the line writes it: “Paris / Paris Lab”.
function earlierParent(row: Row, seen: Set<string>): boolean {
  const [here, parent, name] = [row.account, row.parent, row.name].map((cell) => written(cell ?? ''))
  const isThere = seen.has(`place ${here}\n${parent}`)
  seen.add(`place ${here}\n${name}`)
  if (parent !== '') seen.add(`place ${here}\n${parent}/${name}`)
  return isThere
}

function written(name: string): string {
  return name
    .split('/')
    .map((part) => part.trim().toLowerCase())
    .join('/')
}

async function recordDone(
  tx: Tx,
  { id, kind, fine, unchanged, wrong, startedBy }: StoredImport,
): Promise<void> {
  const facts = { importId: id, kind, fine, unchanged, wrong }
  const event = { type: 'import.done', account: installation, actor: startedBy, facts }
  await record(tx, event, { quiet: true })
}
