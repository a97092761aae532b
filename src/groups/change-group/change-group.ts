import { lockOpenRequestsFor } from '../../access-requests/index.ts'
import { seatsOf } from '../../accounts/domain/rights.ts'
import { keepSuspended, roleToGive } from '../../accounts/index.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorIn, type GroupChanger } from '../actor.ts'
import {
  type ChosenGroup,
  changeGroup as allowedChange,
  type GroupId,
  type GroupRefusal,
  makeGroup as mayMake,
} from '../domain/groups.ts'
import { closeAnswered, endByGroup, giveByGroup, recordGroup } from '../give.ts'
import { insertGroup, lockGroup, membersOf, updateGroup } from '../groups.store.ts'
import { mostMembers } from '../domain/groups.ts'
import { stillSuspended } from '../domain/suspended.ts'

/** Makes a group, with nobody in it. */
export async function makeGroup(
  tx: Tx,
  changer: GroupChanger,
  { accountId, wanted }: { readonly accountId: AccountId; readonly wanted: ChosenGroup },
): Promise<Outcome<GroupId, GroupRefusal>> {
  const role = await roleToGive(tx, accountId, wanted.role)
  if (!role.ok) return role
  const { by } = await actorIn(tx, changer, accountId)
  const allowed = mayMake({ ...wanted, role: role.value }, by)
  if (!allowed.ok) return allowed
  const change = { accountId, id: newId<'user-group'>(), by: changer.personId }
  if (!(await insertGroup(tx, { ...change, wanted: allowed.value }))) return refuse({ code: 'name-taken' })
  await recordGroup(tx, 'group.created', change, { group: allowed.value })
  return done(change.id)
}

/** What a group becomes, and the version of it that this was decided about. */
export type ChangedGroup = {
  readonly accountId: AccountId
  readonly id: string
  readonly wanted: ChosenGroup & { readonly version: number }
}

/**
 * Makes another thing of a group; what it gives changes for everybody in it in the same moment. What a review has
 * suspended stays so: whoever may lets it work again, one by one.
 */
export async function changeGroup(
  tx: Tx,
  changer: GroupChanger,
  { accountId, id, wanted }: ChangedGroup,
): Promise<Outcome<GroupId, GroupRefusal>> {
  const group = await lockGroup(tx, { accountId, id })
  if (!group) return refuse({ code: 'not-found' })
  const role = await roleToGive(tx, accountId, wanted.role)
  if (!role.ok) return role
  const people = (await membersOf(tx, { accountId, id, after: null, most: mostMembers })).map(
    ({ personId }) => personId,
  )
  const open = await lockOpenRequestsFor(tx, accountId, people)
  const { by, tree } = await actorIn(tx, changer, accountId)
  const allowed = allowedChange(group, { ...wanted, role: role.value }, by)
  if (!allowed.ok) return allowed
  const { changesRights, ...made } = allowed.value
  if (!(await updateGroup(tx, { accountId, id, wanted: made }))) return refuse({ code: 'name-taken' })
  const change = { accountId, id, by: changer.personId }
  if (changesRights) {
    const before = await endByGroup(tx, change)
    await giveByGroup(tx, change, { people, group: made })
    const suspended = stillSuspended(before, [...seatsOf(made.scope)])
    await keepSuspended(tx, change, suspended)
    const waiting = new Set(suspended.map(({ personId }) => personId))
    const answered = open.filter(({ beneficiaryId }) => !waiting.has(beneficiaryId))
    await closeAnswered(tx, change, { group: made, tree, open: answered })
  }
  const type = changesRights ? 'group.changed' : 'group.renamed'
  await recordGroup(tx, type, change, { group: made, people: people.length })
  return done(group.id)
}
