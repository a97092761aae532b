import {
  closeRequest,
  closeRequests,
  endOnBehalf,
  giveAddress,
  holdOnBehalf,
  type StoredOnBehalf,
} from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { shutDoors, toldAs } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  askedTwice,
  type Joined,
  joinGrants,
  leavesAlone,
  moveBelongings,
  type Pair,
  writeMerged,
} from './merge-people.store.ts'

/** Why two identities were not made one. */
export type MergeRefusal = 'nobody' | 'oneself' | 'not-active' | 'last-administrator'

/**
 * Makes one person of two identities. The one that stays keeps its address and gets the grants, open requests and tokens
 * of the other, whose address signs in no more. Events keep their ids; every act of the one that goes counts for the
 * person, so that nobody is two people. What one identity gave or decided for the other is not carried over.
 */
export async function mergePeople(
  tx: Tx,
  by: PersonId | null,
  pair: Pair,
): Promise<Outcome<{ readonly grants: number; readonly ended: number }, MergeRefusal>> {
  if (pair.stays === pair.goes || by === pair.goes) return refuse('oneself')
  const waiting = await holdOnBehalf(tx, { person: pair.goes })
  const between = await askedTwice(tx, pair)
  for (const one of between) await closeRequest(tx, one, { because: 'DUPLICATE', by })
  const joined = await joinGrants(tx, pair, by)
  const shut = await shutDoors(tx, pair)
  if (!shut.ok) return shut
  await moveBelongings(tx, pair)
  // What could not be moved is open for nobody.
  await closeRequests(tx, { person: pair.goes }, { because: 'DUPLICATE', by })
  await writeMerged(tx, pair)
  const touched = joined.map(({ accountId }) => accountId)
  if (await leavesAlone(tx, touched)) return refuse('last-administrator')
  const moved = joined.filter(({ how }) => how === 'MOVED').length
  await recordMerger(tx, { by, ...pair }, joined)
  const over = []
  for (const one of waiting) if (!(await staysOpen(tx, one, pair))) over.push({ ...one, askedBy: pair.stays })
  await endOnBehalf(tx, over, { because: 'SAME_PERSON', by })
  return done({ grants: moved, ended: joined.length - moved })
}

// What was asked for the one that goes can be confirmed by the one that stays; nobody confirms what they asked.
async function staysOpen(tx: Tx, one: StoredOnBehalf, { stays, goes }: Pair): Promise<boolean> {
  if (one.askedBy !== goes) return giveAddress(tx, one, stays)
  return one.address !== (await toldAs(tx, stays))?.address
}

async function recordMerger(
  tx: Tx,
  { by, stays, goes }: Pair & { readonly by: PersonId | null },
  joined: readonly Joined[],
): Promise<void> {
  const accounts = Map.groupBy(joined, ({ accountId }) => accountId)
  for (const [account, grants] of [...accounts].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const idsOf = (how: Joined['how']) => grants.filter((grant) => grant.how === how).map(({ id }) => id)
    const facts = { from: goes, moved: idsOf('MOVED'), held: idsOf('HELD'), ownGifts: idsOf('SELF') }
    await record(tx, { type: 'person.merged', account, actor: by, subject: stays, facts }, { quiet: true })
  }
  const event = { type: 'person.merged', account: installation, actor: by, subject: stays }
  await record(tx, { ...event, facts: { from: goes } }, { quiet: true })
}
