import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorIn, type GroupChanger } from '../actor.ts'
import { type GroupId, type GroupRefusal, removeFromGroup as mayRemove } from '../domain/groups.ts'
import { endByGroup, recordGroup } from '../give.ts'
import { deleteMembers, lockGroup } from '../groups.store.ts'

/** Takes one person out of a group; what they hold from elsewhere stays. */
export async function removeFromGroup(
  tx: Tx,
  changer: GroupChanger,
  {
    accountId,
    id,
    person,
  }: { readonly accountId: AccountId; readonly id: string; readonly person: PersonId },
): Promise<Outcome<GroupId, GroupRefusal>> {
  const group = await lockGroup(tx, { accountId, id })
  if (!group) return refuse({ code: 'not-found' })
  const { by } = await actorIn(tx, changer, accountId)
  const allowed = mayRemove(group, person, by)
  if (!allowed.ok) return allowed
  const change = { accountId, id, by: changer.personId }
  const ended = await endByGroup(tx, change, person)
  if (ended.length === 0) return refuse({ code: 'not-a-member' })
  await deleteMembers(tx, { accountId, id, person })
  await recordGroup(tx, 'group.member-removed', change, { person, group })
  return done(group.id)
}
