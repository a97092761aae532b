import {
  changeRole as mayChange,
  completed,
  type RoleAuthor,
  type RoleChanges,
  type RoleHolder,
} from '../../accounts/domain/custom-role.ts'
import { applyRoleToHolders, lockHoldersOf } from '../../accounts/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { authorIn, type RoleWriter } from '../author.ts'
import { lockRole, type StoredRole, updateRole } from '../custom-roles.store.ts'
import { type Content, isSameSet, readText, type RoleRefusal } from '../domain/wanted-role.ts'
import { builtInNames } from '../names.ts'
import { recordRole } from '../record.ts'
import { isGivable } from '../../rules/domain/rule.ts'
import { type GivingRule, placesGiven } from '../domain/places-given.ts'
import { rulesGiving } from '../rules-giving.query.ts'
import { effectsOf } from './effects.ts'

/** What a role becomes, the version that this was decided about, and what was shown of whom it concerns. */
export type ChangedRole = {
  readonly accountId: AccountId
  readonly id: string
  readonly content: Content
  readonly version: number
  /** The mark of the effects that were shown, empty before they were; null where nobody looks. */
  readonly mark: string | null
}

/** What a change came to. */
export type RoleChanged = RoleChanges & {
  readonly version: number
  /** Whose rights changed. */
  readonly people: readonly PersonId[]
}

/** Makes another thing of a role; everybody who holds it holds what it is now, in the same moment. */
export async function changeRole(
  tx: Tx,
  by: RoleWriter,
  { accountId, id, content, version, mark }: ChangedRole,
): Promise<Outcome<RoleChanged, RoleRefusal>> {
  const role = await lockRole(tx, { accountId, id })
  if (!role) return refuse({ code: 'not-found' })
  const read = contentIn(role, content, version)
  if (!read.ok) return read
  const { actions } = read.value
  const author = await authorIn(tx, by, accountId)
  const holders = await lockHoldersOf(tx, { accountId, id: role.id })
  const rules = await rulesGiving(tx, { accountId, id: role.id })
  const allowed = mayWrite({ role, actions }, author, { holders, rules })
  if (!allowed.ok) return allowed
  const is = { accountId, id: role.id, by: by.personId }
  const written = await updateRole(tx, { ...is, content: read.value })
  if (written === undefined) return refuse({ code: 'name-taken' })
  const { gained, lost } = allowed.value
  const changesRights = gained.length + lost.length > 0
  const effects = effectsOf(role, actions, holders, rules)
  if (changesRights && holders.length > 0 && mark !== null && mark !== effects.mark)
    return refuse({ code: 'to-confirm', effects })
  const people = changesRights ? await applyRoleToHolders(tx, { accountId, id: role.id, actions }) : []
  const counted = { people: people.length, rules: rules.length }
  await recordRole(tx, 'changed', { ...is, version: written }, { gained, lost, ...counted })
  return done({ gained, lost, people, version: written })
}

type Wanted = { readonly role: StoredRole; readonly actions: Content['actions'] }
type Reached = { readonly holders: readonly RoleHolder[]; readonly rules: readonly GivingRule[] }

// For a rule that gives it, the role is as if somebody held it there; and no rule gives power over others.
function mayWrite(
  { role, actions }: Wanted,
  author: RoleAuthor,
  { holders, rules }: Reached,
): Outcome<RoleChanges, RoleRefusal> {
  const places = placesGiven(role, rules, author.rights.tree)
  const allowed = mayChange(role, actions, author, [...holders, ...places])
  return allowed.ok && rules.length > 0 && !isGivable({ ...role, actions })
    ? refuse({ code: 'given-by-rules', rules: rules.length })
    : allowed
}

function contentIn(role: StoredRole, content: Content, version: number): Outcome<Content, RoleRefusal> {
  if (role.retiredAt !== null) return refuse({ code: 'retired' })
  if (role.version !== version) return refuse({ code: 'stale-version' })
  const text = readText(content, builtInNames())
  if (!text.ok) return text
  const actions = completed(content.actions)
  const isSame =
    text.value.name === role.name &&
    text.value.description === role.description &&
    isSameSet(actions, role.actions)
  return isSame ? refuse({ code: 'nothing-changed' }) : done({ ...text.value, actions })
}
