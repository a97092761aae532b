import { type NamedRole, recorded, roles } from '../../accounts/domain/roles.ts'
import type { Scope } from '../../accounts/domain/rights.ts'
import {
  addToGroup,
  changeGroup,
  closeGroup,
  groupNamed,
  groupsOf,
  makeGroup,
  membersOf,
  removeFromGroup,
  sayGroupGiven,
  sayGroupRefusal,
  type StoredGroup,
} from '../../groups/index.ts'
import { roleNamed } from '../../custom-roles/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { distinct } from '../../members/domain/sheet.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Command, Terminal } from './command.ts'
import { changing, type Here, placesIn, readerAt, showing } from './in-account.ts'

const mostShown = 5_000
const roleOption = { value: 'ROLE' } as const
const inOption = { value: 'NAME', multiple: true } as const
const people = { value: 'ADDRESS', multiple: true, required: true } as const

type Refused = Parameters<typeof sayGroupRefusal>[1]

function refused(terminal: Terminal, refusal: Refused): Outcome<never, string> {
  const why = sayGroupRefusal(readerAt(terminal), refusal).text
  return refuse(terminal.say('refused.nothing-done', { why }))
}

async function named(
  db: Database | Tx,
  { account, terminal, given }: Here,
): Promise<Outcome<StoredGroup, string>> {
  const [, value = ''] = given.arguments
  const group = await groupNamed(db, account.id, value)
  return group ? done(group) : refuse(terminal.say('refused.unknown-group', { value }))
}

/** The role that `--role` names, by its code or as the account calls it; undefined without the option. */
async function roleIn(
  tx: Tx,
  { account, terminal, given }: Here,
): Promise<Outcome<NamedRole | undefined, string>> {
  const value = given.text('role')
  if (value === undefined) return done(undefined)
  const code = roles.find((one) => one === value.toUpperCase())
  if (code) return done(code)
  const own = await roleNamed(tx, account.id, value)
  if (!own) return refuse(terminal.say('refused.no-role', { value }))
  return done({ custom: own.id, version: own.version })
}

const scopeOf = (ids: Extract<Scope, { kind: 'VIRTUAL' }>['virtualAccountIds']): Scope =>
  ids.length === 0 ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds: ids }

const shown = ({ id, name, role, scope, members, version }: StoredGroup) => ({
  id,
  name,
  role: recorded(role),
  virtualAccountIds: scope.kind === 'ACCOUNT' ? [] : scope.virtualAccountIds,
  members,
  version,
})

const lineOf = ({ terminal, tree }: Here, group: StoredGroup) =>
  terminal.say('done.group-line', {
    name: group.name,
    gives: sayGroupGiven(readerAt(terminal), group, tree),
    n: group.members,
  })

/** The commands about user groups of an account. */
export const groupCommands: readonly Command[] = [
  showing({ name: 'group list', about: 'about.group-list' }, async (db, here) => {
    const filter = { accountId: here.account.id, within: null, after: null, most: mostShown }
    const groups = await groupsOf(db, filter)
    const lines = groups.map((group) => lineOf(here, group))
    return done({ lines, json: groups.map(shown) })
  }),

  showing({ name: 'group show', about: 'about.group-show', takes: ['NAME'] }, async (db, here) => {
    const group = await named(db, here)
    if (!group.ok) return group
    const which = { accountId: here.account.id, id: group.value.id }
    const members = await membersOf(db, { ...which, after: null, most: mostShown })
    return done({
      lines: [lineOf(here, group.value), ...members.map(({ name, address }) => `  ${name} <${address}>`)],
      json: { ...shown(group.value), people: members },
    })
  }),

  changing(
    {
      name: 'group add',
      about: 'about.group-add',
      takes: ['NAME'],
      options: { role: { ...roleOption, required: true }, in: inOption },
    },
    async (tx, here, by) => {
      const { account, terminal, given } = here
      const [, name = ''] = given.arguments
      const places = placesIn(here)
      const role = await roleIn(tx, here)
      if (!places.ok) return places
      if (!role.ok) return role
      const wanted = { name, role: role.value ?? 'VV', scope: scopeOf(places.value) }
      const made = await makeGroup(tx, by, { accountId: account.id, wanted })
      return made.ok ? done(terminal.say('done.group-made', { name })) : refused(terminal, made.refusal)
    },
  ),

  changing(
    {
      name: 'group change',
      about: 'about.group-change',
      takes: ['NAME'],
      options: { name: { value: 'NAME' }, role: roleOption, in: inOption },
    },
    async (tx, here, by) => {
      const { account, terminal, given } = here
      const group = await named(tx, here)
      const places = placesIn(here)
      const chosen = await roleIn(tx, here)
      if (!group.ok) return group
      if (!places.ok) return places
      if (!chosen.ok) return chosen
      const { id, version } = group.value
      const role = chosen.value ?? recorded(group.value.role)
      const stays = given.text('role') === undefined && given.list('in').length === 0
      const scope = stays ? group.value.scope : scopeOf(places.value)
      const name = given.text('name') ?? group.value.name
      const wanted = { name, role, scope, version }
      const changed = await changeGroup(tx, by, { accountId: account.id, id, wanted })
      if (!changed.ok) return refused(terminal, changed.refusal)
      return done(terminal.say('done.group-changed', { name, n: group.value.members }))
    },
  ),

  changing(
    { name: 'group put-in', about: 'about.group-put-in', takes: ['NAME'], options: { person: people } },
    async (tx, here, by) => {
      const { account, terminal, given } = here
      const group = await named(tx, here)
      if (!group.ok) return group
      const which = { accountId: account.id, id: group.value.id }
      const added = await addToGroup(tx, by, { ...which, addresses: distinct(given.list('person')) })
      if (!added.ok) return refused(terminal, added.refusal)
      const [value] = added.value.unknown
      // All or nothing: what was typed wrong is typed again with the rest.
      if (value !== undefined) return refuse(terminal.say('refused.no-user', { value }))
      return done(terminal.say('done.group-people', { name: group.value.name, n: added.value.added }))
    },
  ),

  changing(
    { name: 'group take-out', about: 'about.group-take-out', takes: ['NAME'], options: { person: people } },
    async (tx, here, by) => {
      const { account, terminal, given } = here
      const group = await named(tx, here)
      if (!group.ok) return group
      const which = { accountId: account.id, id: group.value.id }
      const members = await membersOf(tx, { ...which, after: null, most: mostShown })
      const addresses = distinct(given.list('person'))
      for (const value of addresses) {
        const person = members.find(({ address }) => address === value)?.personId
        if (!person) return refuse(terminal.say('refused.no-member', { value }))
        const removed = await removeFromGroup(tx, by, { ...which, person })
        if (!removed.ok) return refused(terminal, removed.refusal)
      }
      return done(terminal.say('done.group-out', { name: group.value.name, n: addresses.length }))
    },
  ),

  changing({ name: 'group close', about: 'about.group-close', takes: ['NAME'] }, async (tx, here, by) => {
    const { account, terminal } = here
    const group = await named(tx, here)
    if (!group.ok) return group
    const closed = await closeGroup(tx, by, { accountId: account.id, id: group.value.id })
    if (!closed.ok) return refused(terminal, closed.refusal)
    return done(terminal.say('done.group-closed', { name: group.value.name, n: group.value.members }))
  }),
]
