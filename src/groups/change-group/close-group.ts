import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorIn, type GroupChanger } from '../actor.ts'
import { closeGroup as mayClose, type GroupId, type GroupRefusal } from '../domain/groups.ts'
import { endByGroup, recordGroup } from '../give.ts'
import { deleteMembers, lockGroup, markClosed } from '../groups.store.ts'

/** Ends a group, and with it what everybody in it held by it. */
export async function closeGroup(
  tx: Tx,
  changer: GroupChanger,
  { accountId, id }: { readonly accountId: AccountId; readonly id: string },
): Promise<Outcome<GroupId, GroupRefusal>> {
  const group = await lockGroup(tx, { accountId, id })
  if (!group) return refuse({ code: 'not-found' })
  const { by } = await actorIn(tx, changer, accountId)
  const allowed = mayClose(group, by)
  if (!allowed.ok) return allowed
  const change = { accountId, id, by: changer.personId }
  const ended = await endByGroup(tx, change)
  await deleteMembers(tx, { accountId, id })
  await markClosed(tx, { accountId, id })
  const people = [...new Set(ended.map(({ personId }) => personId))]
  for (const person of people) await recordGroup(tx, 'group.member-removed', change, { person, group })
  await recordGroup(tx, 'group.closed', change, { people: people.length })
  return done(group.id)
}
