import { readFileSync } from 'node:fs'
import { isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import { columnNames, importKindIn, importKinds, wordOf } from '../import/domain/columns.ts'
import { findImport, listImports, problemsOf, type StoredImport } from '../import/import.store.ts'
import { applyImport, dropImport, runImport, startImport } from '../import/take-in.ts'
import { answer, type AtHand, listing } from './as-operator.ts'
import type { Command, Terminal } from './command.ts'
import { withDatabase } from './database.ts'

const mostShown = 1_000

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

async function printProblems({ say, out }: Terminal, db: Database, id: string): Promise<void> {
  const most = 1_000
  for (let after = 0; ; ) {
    const found = await problemsOf(db, id, after, most)
    for (const { line, field, problem } of found) {
      const where = field === 'file' ? say('imports.whole-line') : field
      out(
        say('import.line', { line: String(line), field: where, problem: say(`imports.problem.${problem}`) }),
      )
    }
    const last = found.at(-1)?.line
    if (found.length < most || last === undefined) return
    after = last
  }
}

/** Looks a list through and, unless it is a dry run or something is wrong, takes it in. What was stopped goes on. */
async function takeIn(terminal: Terminal, db: Database, id: string, isDry: boolean): Promise<number> {
  const { say, out, err } = terminal
  const told = ({ atLine, lines }: { atLine: number; lines: number }) =>
    err(say('import.progress', { at: atLine, lines }))
  await runImport(db, id, told)
  const checked = await findImport(db, id)
  if (checked?.state === 'CHECKED') {
    await printProblems(terminal, db, id)
    out(say('imports.checked', { fine: checked.fine, unchanged: checked.unchanged, wrong: checked.wrong }))
    if (isDry || checked.wrong > 0) {
      await transact(db, (tx) => dropImport(tx, id))
      if (!isDry) err(say('refused.import-wrong'))
      return checked.wrong > 0 ? 1 : 0
    }
    await transact(db, (tx) => applyImport(tx, null, id))
    await runImport(db, id, told)
  }
  const over = await findImport(db, id)
  if (over) out(say('imports.done', { fine: over.fine, unchanged: over.unchanged, wrong: over.wrong }))
  return over?.wrong === 0 ? 0 : 1
}

async function importIn({ terminal, given }: AtHand, db: Database): Promise<Outcome<StoredImport, string>> {
  const [value = ''] = given.arguments
  const found = isId(value) ? await findImport(db, value) : undefined
  return found ? done(found) : refuse(terminal.say('refused.no-import', { value }))
}

const importList = listing({ name: 'import list', about: 'about.import-list' }, async (db, { terminal }) => {
  const lists = await listImports(db, null, mostShown)
  return done({
    lines: lists.map(({ id, kind, state, lines, createdAt }) =>
      [id, wordOf(kind), terminal.say(`imports.state.${state}`), String(lines), createdAt.toISOString()].join(
        '  ',
      ),
    ),
    json: lists,
  })
})

/** Takes in what was looked through, but for the lines that are wrong; a list that was stopped goes on. */
async function applyList(terminal: Terminal, db: Database, { id }: StoredImport): Promise<number> {
  const { say, out, err } = terminal
  const told = ({ atLine, lines }: { atLine: number; lines: number }) =>
    err(say('import.progress', { at: atLine, lines }))
  await runImport(db, id, told)
  const applied = await transact(db, (tx) => applyImport(tx, null, id))
  if (applied.ok) await runImport(db, id, told)
  const over = await findImport(db, id)
  if (over?.state !== 'DONE') {
    err(say('imports.refused.not-ready'))
    return 1
  }
  await printProblems(terminal, db, id)
  out(say('imports.done', { fine: over.fine, unchanged: over.unchanged, wrong: over.wrong }))
  return over.wrong === 0 ? 0 : 1
}

const importApply: Command = {
  name: 'import apply',
  takes: ['ID'],
  options: { demo: {} },
  about: 'about.import-apply',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const found = await importIn({ terminal, given }, db)
      return found.ok ? applyList(terminal, db, found.value) : answer(terminal, found)
    }),
}

const importDrop: Command = {
  name: 'import drop',
  takes: ['ID'],
  options: { demo: {} },
  about: 'about.import-drop',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const found = await importIn({ terminal, given }, db)
      if (!found.ok) return answer(terminal, found)
      const dropped = await transact(db, (tx) => dropImport(tx, found.value.id))
      const { say } = terminal
      return answer(
        terminal,
        dropped.ok ? done(say('done.import-dropped')) : refuse(say('imports.refused.not-ready')),
      )
    }),
}

/** The commands about lists on their way in. */
export const importCommands: readonly Command[] = [importList, importApply, importDrop]

/** `vestibule import` */
export const importFile: Command = {
  name: 'import',
  takes: ['KIND', 'FILE'],
  options: { 'dry-run': {}, demo: {} },
  about: 'about.import',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const { say, err } = terminal
      const [word = '', file = ''] = given.arguments
      const kind = importKindIn(word)
      const content = contentOf(file)
      if (!kind || !content) {
        const kinds = importKinds.map(wordOf).join(', ')
        err(kind ? say('refused.file', { value: file }) : say('refused.import-kind', { value: word, kinds }))
        return 1
      }
      const started = await transact(db, (tx) => startImport(tx, null, { kind, content }))
      if (started.ok) return takeIn(terminal, db, started.value, given.has('dry-run'))
      err(
        started.refusal === 'columns'
          ? say('imports.refused.columns', { columns: columnNames(kind).join(', ') })
          : say(`imports.refused.${started.refusal}`),
      )
      return 1
    }),
}
