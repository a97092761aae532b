import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { changeAsWritten, memberWords, sayGrant, usersOf } from '../../members/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { type Command, WrongUsage } from './command.ts'
import { type AtTheMachine, changing, type Here, readerAt } from './in-account.ts'
import { personAt } from './people.query.ts'
import { addressIn, why } from './users.ts'

type Held = Awaited<ReturnType<typeof usersOf>>[number]['grants'][number]

async function heldBy(db: Database | Tx, account: AccountId, value: string): Promise<readonly Held[]> {
  const person = await personAt(db, value)
  if (!person) return []
  const filter = { within: null, find: '', role: null, place: null, outside: false, ending: false }
  const [row] = await usersOf(db, { ...filter, account, person, after: null, limit: 1 })
  return row?.grants ?? []
}

// The one that is meant: by its id, or the only one there is.
function meant({ terminal, given, tree }: Here, value: string, held: readonly Held[]): Outcome<Held, string> {
  const { say } = terminal
  const [only, another] = held
  if (!only) return refuse(say('refused.no-user', { value }))
  const wanted = given.text('grant')
  const named = held.find(({ id }) => id === wanted)
  if (named) return done(named)
  if (wanted !== undefined) return refuse(say('refused.no-grant', { value, id: wanted }))
  if (!another) return done(only)
  const reader = readerAt(terminal)
  const lines = held.map((one) => say('done.user-grant', { id: one.id, held: sayGrant(reader, one, tree) }))
  return refuse([say('refused.which-grant', { value }), ...lines].join('\n'))
}

// What is to be another; what is not named stays.
function wanted({ given, terminal: { say } }: Here): Parameters<typeof changeAsWritten>[2]['to'] {
  const role = given.text('role')
  const until = given.text('until')
  const places = given.list('in')
  if (role === undefined && until === undefined && places.length === 0)
    throw new WrongUsage(say('wrong.missing', { option: '--role' }))
  return {
    role,
    place: places.length === 0 ? undefined : places.join(';'),
    ends: until === 'none' ? '' : until,
  }
}

async function change(tx: Tx, here: Here, by: AtTheMachine): Promise<Outcome<string, string>> {
  const { account, terminal, tree } = here
  const { say } = terminal
  const to = wanted(here)
  if (to.role?.trim().toUpperCase() === 'SA') return refuse(say('refused.administrator'))
  const value = addressIn(here)
  const which = meant(here, value, await heldBy(tx, account.id, value))
  if (!which.ok) return which
  const acting = { ...by, isOperator: true, isSupport: false, authenticatedAt: by.now }
  const written = { accountId: account.id, tree, address: value, grant: which.value, to }
  const changed = await changeAsWritten(tx, acting, written)
  if (changed.ok) return done(say('done.user-changed', { value }))
  const { refusal } = changed
  const text =
    refusal.code === 'unreadable'
      ? memberWords.for(readerAt(terminal))(`batch.problem.${refusal.problem}`)
      : why(terminal, refusal)
  return refuse(say('refused.nothing-done', { why: text }))
}

/** `vestibule user change` */
export const userChange: Command = changing(
  {
    name: 'user change',
    about: 'about.user-change',
    takes: ['ADDRESS'],
    options: {
      grant: { value: 'ID' },
      role: { value: 'ROLE' },
      in: { value: 'NAME', multiple: true },
      until: { value: 'DAY' },
    },
  },
  change,
)
