import { isCustom } from '../../accounts/domain/roles.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  addMembers,
  memberWords,
  removeMember,
  sayGrant,
  sayMemberRefusal,
  type UserRow,
  usersOf,
} from '../../members/index.ts'
import type { LineProblem } from '../../members/domain/adding.ts'
import { nameOf, readAddress } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Command, Given, Terminal } from './command.ts'
import { type AtTheMachine, changing, type Here, readerAt, showing } from './in-account.ts'
import { personAt } from './people.query.ts'

const mostShown = 100_000

function shown({ tree, terminal }: Here, row: UserRow): { line: string; json: unknown } {
  const reader = readerAt(terminal)
  const held = row.grants.map((grant) => sayGrant(reader, grant, tree))
  return {
    line: `${nameOf(row)} <${row.address}>: ${held.join('; ')}`,
    json: {
      personId: row.personId,
      name: nameOf(row),
      address: row.address,
      disabled: row.isDisabled,
      grants: row.grants.map((grant) => ({
        id: grant.id,
        role: isCustom(grant.role) ? { custom: grant.role.id, name: grant.role.name } : grant.role,
        virtualAccountId: grant.virtualAccountId,
        source: grant.source,
        since: grant.since.toISOString(),
        endsAt: grant.endsAt?.toISOString() ?? null,
        suspended: grant.isSuspended,
      })),
    },
  }
}

/** The address that the second argument names. */
export function addressIn({ given }: Here): string {
  const [, typed = ''] = given.arguments
  const address = readAddress(typed)
  return address.ok ? address.value : typed
}

function endIn(given: Given): string {
  const until = given.text('until') ?? ''
  return until === 'none' ? '' : until
}

async function add(tx: Tx, here: Here, by: AtTheMachine): Promise<Outcome<string, string>> {
  const { account, terminal, given } = here
  const { say } = terminal
  const value = addressIn(here)
  // An invitation stands on the rights of whoever sends it; an administrator of the account sends those.
  if (!(await personAt(tx, value))) return refuse(say('refused.unknown-person', { value }))
  const role = given.text('role') ?? ''
  if (role.toUpperCase() === 'SA') return refuse(say('refused.administrator'))
  const line = { address: value, role, place: given.list('in').join(';'), ends: endIn(given) }
  const adder = { ...by, authenticatedAt: by.now, reader: readerAt(terminal) }
  const added = await addMembers(tx, adder, { accountId: account.id, lines: [line], now: by.now })
  if (!added.ok) return refuse(say('refused.nothing-done', { why: why(terminal, added.refusal) }))
  return sayAdded(terminal, value, added.value[0] ?? '')
}

/** Why nothing was done, in the language of the terminal. */
export function why(terminal: Terminal, refusal: Parameters<typeof sayMemberRefusal>[0]): string {
  return sayMemberRefusal(refusal, readerAt(terminal)).text
}

function sayAdded(terminal: Terminal, value: string, outcome: string): Outcome<string, string> {
  const { say } = terminal
  if (outcome === 'GIVEN') return done(say('done.user-added', { value }))
  if (outcome === 'HELD') return done(say('done.user-held', { value }))
  const problem = (outcome.split(':')[1] ?? 'above-own-rights') as LineProblem
  const text = memberWords.for(readerAt(terminal))(`batch.problem.${problem}`)
  return refuse(say('refused.nothing-done', { why: text }))
}

/** The commands about the people of an account. */
export const userCommands: readonly Command[] = [
  showing(
    { name: 'user list', about: 'about.user-list', options: { find: { value: 'TEXT' } } },
    async (db, here) => {
      const filter = { within: null, role: null, place: null, outside: false, ending: false, person: null }
      const find = here.given.text('find') ?? ''
      const account = here.account.id
      const rows = await usersOf(db, { ...filter, account, find, after: null, limit: mostShown })
      const users = rows.map((row) => shown(here, row))
      return done({ lines: users.map(({ line }) => line), json: users.map(({ json }) => json) })
    },
  ),

  changing(
    {
      name: 'user add',
      about: 'about.user-add',
      takes: ['ADDRESS'],
      options: {
        role: { value: 'ROLE', required: true },
        in: { value: 'NAME', multiple: true },
        until: { value: 'DAY' },
      },
    },
    add,
  ),

  changing({ name: 'user remove', about: 'about.user-remove', takes: ['ADDRESS'] }, async (tx, here, by) => {
    const { account, terminal } = here
    const { say } = terminal
    const value = addressIn(here)
    const personId = await personAt(tx, value)
    if (!personId) return refuse(say('refused.nobody', { value }))
    const decider = { ...by, isOperator: true, isSupport: false, authenticatedAt: by.now }
    const removed = await removeMember(tx, decider, { accountId: account.id, personId })
    if (removed.ok) return done(say('done.user-removed', { value, n: removed.value.length }))
    if (removed.refusal.code === 'not-found') return refuse(say('refused.no-user', { value }))
    return refuse(say('refused.nothing-done', { why: why(terminal, removed.refusal) }))
  }),
]
