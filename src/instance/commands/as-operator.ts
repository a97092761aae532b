import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { readAddress } from '../../people/index.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import type { Command, Given, Option, OptionKey, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { operatorAt } from './people.query.ts'

/** What a command found: lines for people, and the same for programs. */
export type Found = { readonly lines: readonly string[]; readonly json: unknown }

/** What a command is called, what it takes, and what its help says. */
export type CommandParts = {
  readonly name: string
  readonly about: Command['about']
  readonly takes?: readonly string[]
  readonly options?: { readonly [Name in OptionKey]?: Option }
}

/** What a command of an operator works with. */
export type AtHand = { readonly terminal: Terminal; readonly given: Given }

/** Prints what was found: as lines, or with `--json` as JSON. Gives the exit code. */
export function print({ terminal, given }: AtHand, found: Outcome<Found, string>): number {
  if (!found.ok) terminal.err(found.refusal)
  else if (given.has('json')) terminal.out(JSON.stringify(found.value.json, null, 2))
  else if (found.value.lines.length === 0) terminal.out(terminal.say('done.none'))
  else for (const line of found.value.lines) terminal.out(line)
  return found.ok ? 0 : 1
}

/** Prints what was done, or why nothing was. Gives the exit code. */
export function answer({ out, err }: Terminal, outcome: Outcome<string, string>): number {
  if (outcome.ok) out(outcome.value)
  else err(outcome.refusal)
  return outcome.ok ? 0 : 1
}

/** A command that shows something of the installation. */
export function listing(
  { name, about, takes = [], options = {} }: CommandParts,
  find: (db: Database, hand: AtHand) => Promise<Outcome<Found, string>>,
): Command {
  return {
    name,
    takes,
    options: { ...options, json: {}, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) =>
        print({ terminal, given }, await find(db, { terminal, given })),
      ),
  }
}

/** The operator that `--by` names; a sentence when there is none. */
export async function operatorIn(
  { terminal: { say }, given }: AtHand,
  db: Database,
): Promise<Outcome<PersonId, string>> {
  const value = given.text('by') ?? ''
  const address = readAddress(value)
  const personId = address.ok ? await operatorAt(db, address.value) : undefined
  return personId
    ? { ok: true, value: personId }
    : { ok: false, refusal: say('refused.no-operator', { value }) }
}

/** A command by which an operator changes something of the installation, in one transaction; gives what to say. */
export function acting(
  { name, about, takes = [], options = {} }: CommandParts,
  act: (tx: Tx, hand: AtHand, by: PersonId) => Promise<Outcome<string, string>>,
): Command {
  return {
    name,
    takes,
    options: { by: { value: 'ADDRESS', required: true }, ...options, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const hand = { terminal, given }
        const by = await operatorIn(hand, db)
        return answer(terminal, by.ok ? await transact(db, (tx) => act(tx, hand, by.value)) : by)
      }),
  }
}

/** The operator that `--by` names, who answers for what is done; null: whoever has the machine. */
export async function whoAnswers(hand: AtHand, db: Database): Promise<Outcome<PersonId | null, string>> {
  return hand.given.text('by') === undefined ? done(null) : operatorIn(hand, db)
}

/** A command that needs nobody but the machine, in one transaction; an operator may answer for it. Gives what to say. */
export function doing(
  { name, about, takes = [], options = {} }: CommandParts,
  act: (tx: Tx, hand: AtHand, by: PersonId | null) => Promise<Outcome<string, string>>,
): Command {
  return {
    name,
    takes,
    options: { ...options, by: { value: 'ADDRESS' }, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const hand = { terminal, given }
        const by = await whoAnswers(hand, db)
        return answer(terminal, by.ok ? await transact(db, (tx) => act(tx, hand, by.value)) : by)
      }),
  }
}
