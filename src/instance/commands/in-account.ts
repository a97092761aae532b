import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount, type NamedTree, placeName, type StoredAccount, treeOf } from '../../accounts/index.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Command, Given, Terminal } from './command.ts'
import { answer, type CommandParts, type Found, operatorIn, print } from './as-operator.ts'
import { withDatabase } from './database.ts'
import { terminalLocale } from './language.ts'

/** An operator at the machine, who answers for what is done by their name. */
export type AtTheMachine = { readonly personId: PersonId; readonly now: Date; readonly atTheMachine: true }

/** What a command about an account works with. */
export type Here = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly terminal: Terminal
  readonly given: Given
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

/** A command that shows something of an account; with `--json` as JSON. */
export function showing(
  { name, about, takes = [], options = {} }: CommandParts,
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
        return print({ terminal, given }, here.ok ? await find(db, here.value) : here)
      }),
  }
}

/** A command by which an operator changes something of an account, in one transaction; gives what to say. */
export function changing(
  { name, about, takes = [], options = {} }: CommandParts,
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
        if (!here.ok) return answer(terminal, here)
        const by = await operatorIn({ terminal, given }, db)
        if (!by.ok) return answer(terminal, by)
        const operator = { personId: by.value, now: new Date(), atTheMachine: true } as const
        return answer(terminal, await transact(db, (tx) => act(tx, here.value, operator)))
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
