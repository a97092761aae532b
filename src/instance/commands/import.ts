import { readFileSync } from 'node:fs'
import { transact } from '../../platform/db/index.ts'
import { columnNames, importKindIn, importKinds, wordOf } from '../import/domain/columns.ts'
import { findImport, problemsOf } from '../import/import.store.ts'
import { applyImport, dropImport, runImport, startImport } from '../import/take-in.ts'
import type { Command, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import type { Database } from '../../platform/db/index.ts'

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

/** `vestibule import` */
export const importList: Command = {
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
