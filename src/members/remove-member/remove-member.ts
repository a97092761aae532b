import {
  accountOf,
  administratorsOf,
  grantsOf,
  holdGrantsOf,
  lockAdministratorsFor,
  revokeGrant,
  type StoredGrant,
  treeOf,
} from '../../accounts/index.ts'
import { type Decider, settleRemoval, unsettledRemoval } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { type Acting, powerOf } from '../at-the-machine.ts'
import { endMembership } from '../domain/changing.ts'
import type { Refusal } from '../domain/refusals.ts'
import { endTies, lockMembership } from '../members.store.ts'

/** Whose membership of which account. */
export type Membership = { readonly accountId: AccountId; readonly personId: PersonId }

/**
 * Ends all that somebody holds in an account, at once: every role, standing in for others, invitations and proposals of
 * theirs. For whoever could give each of their roles. Gives what ended.
 */
export async function removeMember(
  tx: Tx,
  decider: Acting,
  { accountId, personId }: Membership,
): Promise<Outcome<StoredGrant[], Refusal>> {
  const before = await grantsOf(tx, { accountId, personId })
  await lockAdministratorsFor(
    tx,
    accountId,
    before.map(({ id }) => id),
  )
  const grants = await lockMembership(tx, { accountId, personId })
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const by = powerOf(decider, held, await treeOf(tx, accountId))
  const { twoForAdministrator } = await accountOf(tx, accountId)
  const administrators = await administratorsOf(tx, accountId)
  const facts = { now: decider.now, administrators, wantsTwo: twoForAdministrator }
  const allowed = endMembership(grants, by, facts)
  if (!allowed.ok) return allowed
  for (const { id, role } of grants) {
    const which = { accountId, id }
    await revokeGrant(tx, { ...which, by: decider.personId })
    const removal = role === 'SA' ? await unsettledRemoval(tx, which) : undefined
    if (removal) await settleRemoval(tx, removal, { outcome: 'GIVEN_UP', by: decider.personId })
  }
  await endTies(tx, { accountId, personId, by: decider.personId })
  await record(tx, {
    type: decider.personId === personId ? 'member.left' : 'member.removed',
    account: accountId,
    actor: decider.personId,
    subject: personId,
    facts: {
      grantIds: grants.map(({ id }) => id),
      wasAdministrator: grants.some(({ role }) => role === 'SA'),
    },
  })
  return done(grants)
}

/** Why `removeMember` would refuse now; undefined when it would not, or would only ask for the password. */
export async function whyNotRemoved(
  db: Database,
  decider: Decider,
  { accountId, personId }: Membership,
): Promise<Refusal | undefined> {
  const tree = await treeOf(db, accountId)
  const by = powerOf(decider, await grantsOf(db, { accountId, personId: decider.personId }), tree)
  const { twoForAdministrator } = await accountOf(db, accountId)
  const administrators = await administratorsOf(db, accountId)
  const facts = { now: decider.now, administrators, wantsTwo: twoForAdministrator }
  const allowed = endMembership(await grantsOf(db, { accountId, personId }), by, facts)
  return allowed.ok || allowed.refusal.code === 'recent-sign-in-needed' ? undefined : allowed.refusal
}

/** Leaves an account: ends all that one holds there. The last reachable administrator stays. */
export function leave(
  tx: Tx,
  decider: Decider,
  { accountId }: Pick<Membership, 'accountId'>,
): Promise<Outcome<StoredGrant[], Refusal>> {
  return removeMember(tx, decider, { accountId, personId: decider.personId })
}
