import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { type Action, actions } from '../../accounts/domain/roles.ts'
import { findAccount } from '../../accounts/index.ts'
import {
  bringBackRole,
  changeRole,
  customRolesIn,
  makeRole,
  retireRole,
  roleNamed,
  sayActions,
  sayRoleRefusal,
  type StoredRole,
} from '../../custom-roles/index.ts'
import type { RoleRefusal } from '../../custom-roles/domain/wanted-role.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readAddress } from '../../people/index.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import type { Command, Given, Option, OptionKey, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { terminalLocale } from './language.ts'
import { operatorAt } from './people.query.ts'

type By = { readonly personId: PersonId; readonly now: Date; readonly atTheMachine: true }
type InAccount = { readonly accountId: AccountId; readonly terminal: Terminal; readonly given: Given }
type Reading = (db: Database, where: InAccount) => Promise<Outcome<readonly string[], string>>
type Refused = RoleRefusal | string
type Writing = (tx: Tx, where: InAccount & { readonly by: By }) => Promise<Outcome<string, Refused>>
type Options = { readonly [Name in OptionKey]?: Option }

const mostShown = 200
const spoken = ({ environment }: Terminal) => ({ locale: terminalLocale(environment) })

async function accountIn({ say }: Terminal, given: Given, db: Database): Promise<Outcome<AccountId, string>> {
  const [value = ''] = given.arguments
  const identifier = readIdentifier(value)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  return account ? done(account.id) : refuse(say('refused.unknown-account', { value }))
}

async function operatorIn({ say }: Terminal, given: Given, db: Database): Promise<Outcome<By, string>> {
  const value = given.text('by') ?? ''
  const address = readAddress(value)
  const personId = address.ok ? await operatorAt(db, address.value) : undefined
  if (!personId) return refuse(say('refused.no-operator', { value }))
  return done({ personId, now: new Date(), atTheMachine: true })
}

function reading(
  name: string,
  about: Command['about'],
  how: { readonly takes?: readonly string[]; readonly options?: Options; readonly read: Reading },
): Command {
  return {
    name,
    takes: ['IDENTIFIER', ...(how.takes ?? [])],
    options: { ...how.options, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const account = await accountIn(terminal, given, db)
        const found = account.ok ? await how.read(db, { accountId: account.value, terminal, given }) : account
        if (found.ok) for (const line of found.value) terminal.out(line)
        else terminal.err(found.refusal)
        return found.ok ? 0 : 1
      }),
  }
}

function writing(
  name: string,
  about: Command['about'],
  { options, write }: { readonly options?: Options; readonly write: Writing },
): Command {
  return {
    name,
    takes: ['IDENTIFIER', 'NAME'],
    options: { by: { value: 'ADDRESS', required: true }, ...options, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const account = await accountIn(terminal, given, db)
        const by = account.ok ? await operatorIn(terminal, given, db) : account
        if (!account.ok || !by.ok) {
          terminal.err(account.ok ? (by.ok ? '' : by.refusal) : account.refusal)
          return 1
        }
        const where = { accountId: account.value, terminal, given, by: by.value }
        const outcome = await transact(db, (tx) => write(tx, where))
        if (outcome.ok) terminal.out(outcome.value)
        else terminal.err(sayRefused(terminal, outcome.refusal))
        return outcome.ok ? 0 : 1
      }),
  }
}

function sayRefused(terminal: Terminal, refusal: Refused): string {
  if (typeof refusal === 'string') return refusal
  const { say } = terminal
  if (refusal.code !== 'to-confirm')
    return say('refused.role', { why: sayRoleRefusal(spoken(terminal), refusal).text })
  const { gained, lost, people } = refusal.effects
  const said = (some: readonly Action[]) => (some.length === 0 ? '–' : sayActions(spoken(terminal), some))
  return say('refused.role-unsure', { n: people.length, gained: said(gained), lost: said(lost) })
}

async function named(db: Database | Tx, where: InAccount): Promise<Outcome<StoredRole, string>> {
  const { accountId, terminal, given } = where
  const [, value = ''] = given.arguments
  const role = await roleNamed(db, accountId, value)
  return role ? done(role) : refuse(terminal.say('refused.unknown-role', { value }))
}

function actionsIn({ say }: Terminal, typed: readonly string[]): Outcome<readonly Action[], string> {
  const value = typed.find((one) => !(actions as readonly string[]).includes(one))
  return value === undefined
    ? done(typed as readonly Action[])
    : refuse(say('refused.unknown-action', { value, actions: actions.join(', ') }))
}

const list = reading('role list', 'about.role-list', {
  options: { retired: {} },
  async read(db, { accountId, terminal: { say }, given }) {
    const filter = { accountId, retired: given.has('retired'), within: null, after: null, most: mostShown }
    const roles = await customRolesIn(db, filter)
    if (roles.length === 0) return done([say('done.no-roles')])
    return done(
      roles.map(({ name, reach, holders, version }) =>
        say('done.role-line', { name, reach, n: holders, version }),
      ),
    )
  },
})

const show = reading('role show', 'about.role-show', {
  takes: ['NAME'],
  async read(db, where) {
    const role = await named(db, where)
    if (!role.ok) return role
    const { name, description, reach, version, retiredAt } = role.value
    const { say } = where.terminal
    return done([
      say(retiredAt ? 'done.role-retired-head' : 'done.role-head', { name, reach, version }),
      ...(description === '' ? [] : [description]),
      ...role.value.actions.map((action) => `  ${action}  ${sayActions(spoken(where.terminal), [action])}`),
    ])
  },
})

const add = writing('role add', 'about.role-add', {
  options: {
    action: { value: 'ACTION', multiple: true, required: true },
    reach: { value: 'REACH', choices: ['ACCOUNT', 'VIRTUAL'] },
    description: { value: 'TEXT' },
  },
  async write(tx, { accountId, terminal, given, by }) {
    const wished = actionsIn(terminal, given.list('action'))
    if (!wished.ok) return wished
    const [, name = ''] = given.arguments
    const reach = given.text('reach') === 'VIRTUAL' ? 'VIRTUAL' : 'ACCOUNT'
    const wanted = {
      name,
      description: given.text('description') ?? '',
      reach,
      actions: wished.value,
    } as const
    const made = await makeRole(tx, by, { accountId, wanted })
    return made.ok ? done(terminal.say('done.role-made', { name })) : made
  },
})

const change = writing('role change', 'about.role-change', {
  options: {
    name: { value: 'NAME' },
    description: { value: 'TEXT' },
    more: { value: 'ACTION', multiple: true },
    less: { value: 'ACTION', multiple: true },
    yes: {},
  },
  async write(tx, where) {
    const { accountId, terminal, given, by } = where
    const role = await named(tx, where)
    const more = actionsIn(terminal, given.list('more'))
    const less = actionsIn(terminal, given.list('less'))
    if (!role.ok) return role
    if (!more.ok) return more
    if (!less.ok) return less
    const { id, name, description, version } = role.value
    const kept = [...role.value.actions, ...more.value].filter((action) => !less.value.includes(action))
    const content = {
      name: given.text('name') ?? name,
      description: given.text('description') ?? description,
      actions: kept,
    }
    const mark = given.has('yes') ? null : ''
    const changed = await changeRole(tx, by, { accountId, id, content, version, mark })
    if (!changed.ok) return changed
    return done(terminal.say('done.role-changed', { name: content.name, n: changed.value.people.length }))
  },
})

type Press = (
  tx: Tx,
  by: By,
  which: { readonly accountId: AccountId; readonly id: string },
) => Promise<Outcome<number, RoleRefusal>>

const pressing =
  (press: Press, said: 'done.role-retired' | 'done.role-back'): Writing =>
  async (tx, where) => {
    const role = await named(tx, where)
    if (!role.ok) return role
    const { id, name } = role.value
    const outcome = await press(tx, where.by, { accountId: where.accountId, id })
    return outcome.ok ? done(where.terminal.say(said, { name })) : outcome
  }

/** The commands about an account's own roles. */
export const roleCommands: readonly Command[] = [
  list,
  show,
  add,
  change,
  writing('role retire', 'about.role-retire', { write: pressing(retireRole, 'done.role-retired') }),
  writing('role bring-back', 'about.role-bring-back', { write: pressing(bringBackRole, 'done.role-back') }),
]
