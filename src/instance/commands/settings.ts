import {
  effectivePatience,
  type PatienceName,
  patienceNames,
} from '../../accounts/domain/patience-settings.ts'
import {
  changeInstallationPatience,
  installationPatience,
  patienceTyped,
  readPatience,
  sayProblems,
} from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Tx, transact } from '../../platform/db/index.ts'
import { settingsOf } from '../../platform/open.ts'
import type { Command, Given, Say, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { terminalLocale } from './language.ts'
import { generalLines, generalOptions, setGeneral } from './settings-general.ts'

/** The numbers that `--number NAME=VALUE` names, as they are typed into a form; a sentence when one is none. */
export function numbersIn(
  given: Given,
  say: Say,
): Outcome<{ readonly [Name in PatienceName]?: string }, string> {
  const typed: { [Name in PatienceName]?: string } = {}
  for (const text of given.list('number')) {
    const [, name = '', value = ''] = /^([A-Za-z]+)=(.*)$/.exec(text) ?? []
    const known = patienceNames.find((one) => one === name)
    if (!known) return refuse(say('refused.number', { value: text, names: patienceNames.join(', ') }))
    typed[known] = value
  }
  return done(typed)
}

/** What is wrong with numbers, one line each. */
export function sayNumbers(terminal: Terminal, problems: Parameters<typeof sayProblems>[1]): string {
  const { say, environment } = terminal
  const reader = { locale: terminalLocale(environment), timeZone: 'UTC' }
  return Object.entries(sayProblems(reader, problems))
    .map(([name, problem]) => say('refused.setting', { name, problem }))
    .join('\n')
}

/** The numbers that hold, one line each; those that nobody set here say where they are from. */
export function numberLines(
  say: Say,
  own: Parameters<typeof patienceTyped>[0],
  above: Parameters<typeof effectivePatience>[0] | null,
): string[] {
  const holding = patienceTyped(effectivePatience(above ?? {}, own))
  const unset = above === null ? 'settings.number.default' : 'settings.number.above'
  return patienceNames.map((name) =>
    say(name in own ? 'settings.number' : unset, { name, value: String(holding[name]) }),
  )
}

async function change(terminal: Terminal, given: Given, tx: Tx): Promise<Outcome<boolean, string>> {
  const general = await setGeneral(tx, given, terminal.say)
  if (!general.ok) return general
  const typed = numbersIn(given, terminal.say)
  if (!typed.ok) return typed
  const { own: before } = await installationPatience(tx)
  const { own, problems } = readPatience({ ...(patienceTyped(before) as typeof typed.value), ...typed.value })
  if (Object.keys(problems).length > 0) return refuse(sayNumbers(terminal, problems))
  const changed = await changeInstallationPatience(tx, null, { own, version: null })
  if (changed.ok) return done(general.value || changed.value.length > 0)
  return refuse(
    changed.refusal.code === 'unfit' ? sayNumbers(terminal, changed.refusal.problems) : changed.refusal.code,
  )
}

/** `vestibule settings set` */
export const settingsSet: Command = {
  name: 'settings set',
  takes: [],
  options: { ...generalOptions, number: { value: 'NAME=VALUE', multiple: true }, demo: {} },
  about: 'about.settings-set',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db, config) => {
      const { say, out, err } = terminal
      const changed = await transact(db, (tx) => change(terminal, given, tx))
      if (!changed.ok) {
        err(changed.refusal)
        return 1
      }
      if (changed.value) out(say('done.settings'))
      const { own } = await installationPatience(db)
      const general = await generalLines(db, say, settingsOf(config))
      for (const line of [...general, ...numberLines(say, own, null)]) out(line)
      return 0
    }),
}
