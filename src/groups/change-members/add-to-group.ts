import { lockOpenRequestsFor } from '../../access-requests/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { usersAmong } from '../../members/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorIn, type GroupChanger } from '../actor.ts'
import { addToGroup as mayAdd, type GroupRefusal, mostMembers } from '../domain/groups.ts'
import { closeAnswered, giveByGroup, recordGroup } from '../give.ts'
import { insertMembers, lockGroup, membersOf } from '../groups.store.ts'

/** What became of addresses that were to be put into a group. */
export type Added = {
  readonly added: number
  /** Those that belong to nobody who holds a role in the account. */
  readonly unknown: readonly string[]
}

/** Puts users of the account into a group, by their addresses; they hold what it gives from then on. */
export async function addToGroup(
  tx: Tx,
  changer: GroupChanger,
  what: { readonly accountId: AccountId; readonly id: string; readonly addresses: readonly string[] },
): Promise<Outcome<Added, GroupRefusal>> {
  const { accountId, id, addresses } = what
  const group = await lockGroup(tx, { accountId, id })
  if (!group) return refuse({ code: 'not-found' })
  const meant = await usersAmong(tx, { accountId, addresses, within: null })
  const users = meant.filter(({ isActive }) => isActive)
  const inIt = new Set(
    (await membersOf(tx, { accountId, id, after: null, most: mostMembers })).map(({ personId }) => personId),
  )
  const people = users.map(({ personId }) => personId).filter((one) => !inIt.has(one))
  const open = await lockOpenRequestsFor(tx, accountId, people)
  const { by, tree } = await actorIn(tx, changer, accountId)
  const allowed = mayAdd(group, by, { now: inIt.size, more: people.length })
  if (!allowed.ok) return allowed
  const change = { accountId, id, by: changer.personId }
  await insertMembers(tx, { ...change, people })
  await giveByGroup(tx, change, { people, group })
  await closeAnswered(tx, change, { group, tree, open })
  for (const person of people) await recordGroup(tx, 'group.member-added', change, { person, group })
  const known = new Set(users.map(({ address }) => address))
  return done({ added: people.length, unknown: addresses.filter((one) => !known.has(one)) })
}
