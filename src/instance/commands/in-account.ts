import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount, type NamedTree, placeName, type StoredAccount, treeOf } from '../../accounts/index.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readAddress } from '../../people/index.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Command, Given, Option, OptionKey, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { terminalLocale } from './language.ts'
import { operatorAt } from './people.query.ts'

/** An operator at the machine, who answers for what is done by their name. */
export type AtTheMachine = { readonly personId: PersonId; readonly now: Date; readonly atTheMachine: true }

/** What a command about an account works with. */
export type Here = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly terminal: Terminal
  readonly given: Given
}

/** What a command found: lines for people, and the same for programs. */
export type Found = { readonly lines: readonly string[]; readonly json: unknown }

type Options = { readonly [Name in OptionKey]?: Option }
type About = {
  readonly name: string
  readonly about: Command['about']
  readonly takes?: readonly string[]
  readonly options?: Options
}

/** Who reads at a terminal: in its language, by UTC. */
export function readerAt({ environment }: Terminal): Reader {
  return { locale: terminalLocale(environment), timeZone: 'UTC' }
}

async function hereIn(terminal: Terminal, given: Given, db: Database): Promise<Outcome<Here, string>> {
  const [value = ''] = given.arguments
  const identifier = readIdentifier(value)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  if (!account) return refuse(terminal.say('refused.unknown-account', { value }))
  return done({ account, tree: await treeOf(db, account.id), terminal, given })
}

async function operatorIn(
  { say }: Terminal,
  given: Given,
  db: Database,
): Promise<Outcome<AtTheMachine, string>> {
  const value = given.text('by') ?? ''
  const address = readAddress(value)
  const personId = address.ok ? await operatorAt(db, address.value) : undefined
  if (!personId) return refuse(say('refused.no-operator', { value }))
  return done({ personId, now: new Date(), atTheMachine: true })
}

/** A command that shows something of an account; with `--json` as JSON. */
export function showing(
  { name, about, takes = [], options = {} }: About,
  find: (db: Database, here: Here) => Promise<Outcome<Found, string>>,
): Command {
  return {
    name,
    takes: ['IDENTIFIER', ...takes],
    options: { ...options, json: {}, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const here = await hereIn(terminal, given, db)
        const found = here.ok ? await find(db, here.value) : here
        if (!found.ok) terminal.err(found.refusal)
        else if (given.has('json')) terminal.out(JSON.stringify(found.value.json, null, 2))
        else for (const line of found.value.lines) terminal.out(line)
        return found.ok ? 0 : 1
      }),
  }
}

/** A command by which an operator changes something of an account, in one transaction; gives what to say. */
export function changing(
  { name, about, takes = [], options = {} }: About,
  act: (tx: Tx, here: Here, by: AtTheMachine) => Promise<Outcome<string, string>>,
): Command {
  return {
    name,
    takes: ['IDENTIFIER', ...takes],
    options: { by: { value: 'ADDRESS', required: true }, ...options, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const here = await hereIn(terminal, given, db)
        const by = here.ok ? await operatorIn(terminal, given, db) : here
        const outcome = here.ok && by.ok ? await transact(db, (tx) => act(tx, here.value, by.value)) : by
        if (!outcome.ok) terminal.err(outcome.refusal)
        else if (typeof outcome.value === 'string') terminal.out(outcome.value)
        return outcome.ok ? 0 : 1
      }),
  }
}

/** The virtual account of this name, or of these names from the top; undefined where none or several are meant. */
export function placeNamed(tree: NamedTree, written: string): VirtualAccountId | undefined {
  const sought = written.trim().toLowerCase()
  const [one, other] = tree.virtualAccounts.filter(
    ({ id, name }) => name.toLowerCase() === sought || placeName(tree, id).toLowerCase() === sought,
  )
  return other ? undefined : one?.id
}

/** The virtual accounts that `--in` names. */
export function placesIn({ tree, terminal, given }: Here): Outcome<VirtualAccountId[], string> {
  const ids: VirtualAccountId[] = []
  for (const value of given.list('in')) {
    const id = placeNamed(tree, value)
    if (id === undefined) return refuse(terminal.say('refused.unknown-virtual-account', { value }))
    ids.push(id)
  }
  return done([...new Set(ids)])
}
