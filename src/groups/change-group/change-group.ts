import { lockOpenRequestsFor } from '../../access-requests/index.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorIn } from '../actor.ts'
import {
  changeGroup as allowedChange,
  type GroupId,
  type GroupRefusal,
  makeGroup as mayMake,
  type WantedGroup,
} from '../domain/groups.ts'
import { closeAnswered, endByGroup, giveByGroup, recordGroup } from '../give.ts'
import { insertGroup, lockGroup, membersOf, updateGroup } from '../groups.store.ts'
import { mostMembers } from '../domain/groups.ts'

/** Makes a group, with nobody in it. */
export async function makeGroup(
  tx: Tx,
  viewer: Viewer,
  { accountId, wanted }: { readonly accountId: AccountId; readonly wanted: WantedGroup },
): Promise<Outcome<GroupId, GroupRefusal>> {
  const { by } = await actorIn(tx, viewer, accountId)
  const allowed = mayMake(wanted, by)
  if (!allowed.ok) return allowed
  const change = { accountId, id: newId<'user-group'>(), by: viewer.personId }
  if (!(await insertGroup(tx, { ...change, wanted: allowed.value }))) return refuse({ code: 'name-taken' })
  await recordGroup(tx, 'group.created', change, { group: allowed.value })
  return done(change.id)
}

/** What a group becomes, and the version of it that this was decided about. */
export type ChangedGroup = {
  readonly accountId: AccountId
  readonly id: string
  readonly wanted: WantedGroup & { readonly version: number }
}

/** Makes another thing of a group; what it gives changes for everybody in it in the same moment. */
export async function changeGroup(
  tx: Tx,
  viewer: Viewer,
  { accountId, id, wanted }: ChangedGroup,
): Promise<Outcome<GroupId, GroupRefusal>> {
  const group = await lockGroup(tx, { accountId, id })
  if (!group) return refuse({ code: 'not-found' })
  const people = (await membersOf(tx, { accountId, id, after: null, most: mostMembers })).map(
    ({ personId }) => personId,
  )
  const open = await lockOpenRequestsFor(tx, accountId, people)
  const { by, tree } = await actorIn(tx, viewer, accountId)
  const allowed = allowedChange(group, wanted, by)
  if (!allowed.ok) return allowed
  const { changesRights, ...made } = allowed.value
  if (!(await updateGroup(tx, { accountId, id, wanted: made }))) return refuse({ code: 'name-taken' })
  const change = { accountId, id, by: viewer.personId }
  if (changesRights) {
    await endByGroup(tx, change)
    await giveByGroup(tx, change, { people, group: made })
    await closeAnswered(tx, change, { group: made, tree, open })
  }
  const type = changesRights ? 'group.changed' : 'group.renamed'
  await recordGroup(tx, type, change, { group: made, people: people.length })
  return done(group.id)
}
