import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount, type StoredAccount } from '../../accounts/index.ts'
import { askForChange, pauseAccount, sayChangeRefusal } from '../../account-changes/index.ts'
import type { ProposedKind } from '../../account-changes/domain/change.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import { readAddress } from '../../people/index.ts'
import type { Command, Given, OptionKey, Option, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { terminalLocale } from './language.ts'
import { operatorAt } from './people.query.ts'

type Found = { readonly account: StoredAccount; readonly by: PersonId }

async function find({ say }: Terminal, given: Given, db: Database): Promise<Outcome<Found, string>> {
  const [value = ''] = given.arguments
  const identifier = readIdentifier(value)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  if (!account) return refuse(say('refused.unknown-account', { value }))
  const typed = given.text('by') ?? ''
  const address = readAddress(typed)
  const by = address.ok ? await operatorAt(db, address.value) : undefined
  return by ? done({ account, by }) : refuse(say('refused.no-operator', { value: typed }))
}

type Act = (
  tx: Tx,
  found: Found,
  given: Given,
) => Promise<Outcome<unknown, Parameters<typeof sayChangeRefusal>[1]>>

function changing(
  name: string,
  about: Command['about'],
  how: {
    readonly takes?: readonly string[]
    readonly options?: { readonly [Name in OptionKey]?: Option }
    readonly act: Act
    readonly said: 'done.suspended' | 'done.resumed' | 'done.proposed'
  },
): Command {
  return {
    name,
    takes: ['IDENTIFIER', ...(how.takes ?? [])],
    options: {
      by: { value: 'ADDRESS', required: true },
      reason: { value: 'TEXT', required: true },
      ...how.options,
      demo: {},
    },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const { say, out, err, environment } = terminal
        const found = await find(terminal, given, db)
        if (!found.ok) {
          err(found.refusal)
          return 1
        }
        const outcome = await transact(db, (tx) => how.act(tx, found.value, given))
        if (outcome.ok) {
          out(say(how.said, { identifier: found.value.account.identifier }))
          return 0
        }
        const reader = { locale: terminalLocale(environment), timeZone: 'UTC' }
        const { problem, errors = {} } = sayChangeRefusal(reader, outcome.refusal)
        for (const line of [problem, ...Object.values(errors)]) if (line) err(line)
        return 1
      }),
  }
}

const at = (by: PersonId) => ({ personId: by, authenticatedAt: null })
const reasonOf = (given: Given) => given.text('reason') ?? ''

const pausing =
  (kind: 'SUSPEND' | 'RESUME'): Act =>
  (tx, { account, by }, given) =>
    pauseAccount(tx, at(by), { accountId: account.id, kind, reason: reasonOf(given) })

const asking =
  (kind: ProposedKind): Act =>
  (tx, { account, by }, given) => {
    const value = given.arguments[1] ?? ''
    const what = kind === 'TYPE' ? { type: value.toUpperCase() } : { identifier: value }
    return askForChange(tx, at(by), { accountId: account.id, kind, ...what, reason: reasonOf(given) })
  }

/** The commands that change a whole account: what takes two is proposed here and confirmed by another person in the portal. */
export const accountChangeCommands: readonly Command[] = [
  changing('account suspend', 'about.account-suspend', { act: pausing('SUSPEND'), said: 'done.suspended' }),
  changing('account resume', 'about.account-resume', { act: pausing('RESUME'), said: 'done.resumed' }),
  changing('account close', 'about.account-close', { act: asking('CLOSE'), said: 'done.proposed' }),
  changing('account merge', 'about.account-merge', {
    takes: ['INTO'],
    act: asking('MERGE'),
    said: 'done.proposed',
  }),
  changing('account rename', 'about.account-rename', {
    takes: ['NEW-IDENTIFIER'],
    act: asking('IDENTIFIER'),
    said: 'done.proposed',
  }),
  changing('account retype', 'about.account-retype', {
    takes: ['TYPE'],
    act: asking('TYPE'),
    said: 'done.proposed',
  }),
  changing('account list', 'about.account-list', { act: asking('LIST'), said: 'done.proposed' }),
]
