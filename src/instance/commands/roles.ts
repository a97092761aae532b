import { type Action, actions } from '../../accounts/domain/roles.ts'
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
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Command, Option, OptionKey, Terminal } from './command.ts'
import { type AtTheMachine, changing, type Here, readerAt, showing } from './in-account.ts'

const mostShown = 200

const list = showing(
  { name: 'role list', about: 'about.role-list', options: { retired: {} } },
  async (db, { account, terminal: { say }, given }) => {
    const retired = given.has('retired')
    const filter = { accountId: account.id, retired, within: null, after: null, most: mostShown }
    const roles = await customRolesIn(db, filter)
    const lines = roles.map(({ name, reach, holders, version }) =>
      say('done.role-line', { name, reach, n: holders, version }),
    )
    return done({ lines: lines.length === 0 ? [say('done.no-roles')] : lines, json: roles })
  },
)

const show = showing({ name: 'role show', about: 'about.role-show', takes: ['NAME'] }, async (db, here) => {
  const role = await named(db, here)
  if (!role.ok) return role
  const { name, description, reach, version, retiredAt } = role.value
  const { say } = here.terminal
  const reader = readerAt(here.terminal)
  const lines = [
    say(retiredAt ? 'done.role-retired-head' : 'done.role-head', { name, reach, version }),
    ...(description === '' ? [] : [description]),
    ...role.value.actions.map((action) => `  ${action}  ${sayActions(reader, [action])}`),
  ]
  return done({ lines, json: role.value })
})

type Act = (tx: Tx, here: Here, by: AtTheMachine) => Promise<Outcome<string, RoleRefusal | string>>

function writing(
  name: string,
  about: Command['about'],
  { options = {}, act }: { readonly options?: { readonly [Name in OptionKey]?: Option }; readonly act: Act },
): Command {
  return changing({ name, about, takes: ['NAME'], options }, async (tx, here, by) => {
    const outcome = await act(tx, here, by)
    return outcome.ok ? outcome : refuse(sayRefused(here.terminal, outcome.refusal))
  })
}

function sayRefused(terminal: Terminal, refusal: RoleRefusal | string): string {
  if (typeof refusal === 'string') return refusal
  const reader = readerAt(terminal)
  if (refusal.code !== 'to-confirm')
    return terminal.say('refused.role', { why: sayRoleRefusal(reader, refusal).text })
  const { gained, lost, people } = refusal.effects
  const said = (some: readonly Action[]) => (some.length === 0 ? '–' : sayActions(reader, some))
  return terminal.say('refused.role-unsure', { n: people.length, gained: said(gained), lost: said(lost) })
}

async function named(
  db: Database | Tx,
  { account, terminal, given }: Here,
): Promise<Outcome<StoredRole, string>> {
  const [, value = ''] = given.arguments
  const role = await roleNamed(db, account.id, value)
  return role ? done(role) : refuse(terminal.say('refused.unknown-role', { value }))
}

function actionsIn({ say }: Terminal, typed: readonly string[]): Outcome<readonly Action[], string> {
  const value = typed.find((one) => !(actions as readonly string[]).includes(one))
  return value === undefined
    ? done(typed as readonly Action[])
    : refuse(say('refused.unknown-action', { value, actions: actions.join(', ') }))
}

const add = writing('role add', 'about.role-add', {
  options: {
    action: { value: 'ACTION', multiple: true, required: true },
    reach: { value: 'REACH', choices: ['ACCOUNT', 'VIRTUAL'] },
    description: { value: 'TEXT' },
  },
  async act(tx, { account, terminal, given }, by) {
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
    const made = await makeRole(tx, by, { accountId: account.id, wanted })
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
  async act(tx, here, by) {
    const { account, terminal, given } = here
    const role = await named(tx, here)
    const more = actionsIn(terminal, given.list('more'))
    const less = actionsIn(terminal, given.list('less'))
    if (!role.ok) return role
    if (!more.ok) return more
    if (!less.ok) return less
    const { id, version } = role.value
    const content = {
      name: given.text('name') ?? role.value.name,
      description: given.text('description') ?? role.value.description,
      actions: [...role.value.actions, ...more.value].filter((action) => !less.value.includes(action)),
    }
    // Nobody looks where it is to be done at once; otherwise it is said first whom it concerns.
    const mark = given.has('yes') ? null : ''
    const changed = await changeRole(tx, by, { accountId: account.id, id, content, version, mark })
    if (!changed.ok) return changed
    return done(terminal.say('done.role-changed', { name: content.name, n: changed.value.people.length }))
  },
})

type Press = (
  tx: Tx,
  by: AtTheMachine,
  which: { readonly accountId: AccountId; readonly id: string },
) => Promise<Outcome<number, RoleRefusal>>

function pressing(press: Press, said: 'done.role-retired' | 'done.role-back'): Act {
  return async (tx, here, by) => {
    const role = await named(tx, here)
    if (!role.ok) return role
    const { id, name } = role.value
    const outcome = await press(tx, by, { accountId: here.account.id, id })
    return outcome.ok ? done(here.terminal.say(said, { name })) : outcome
  }
}

/** The commands about an account's own roles. */
export const roleCommands: readonly Command[] = [
  list,
  show,
  add,
  change,
  writing('role retire', 'about.role-retire', { act: pressing(retireRole, 'done.role-retired') }),
  writing('role bring-back', 'about.role-bring-back', { act: pressing(bringBackRole, 'done.role-back') }),
]
