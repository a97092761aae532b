import { type Database, snapshot } from '../../platform/db/index.ts'
import type { Flaw, Place } from '../domain/chain.ts'
import { type Head, headsOf } from './chain.query.ts'
import { flawsInAll, type Walk, walkFrom, walkOn } from './walk.ts'

/** What a walk along one chain has found. */
export type Verified = {
  readonly account: string
  readonly events: number
  readonly head: Place
  readonly flaws: readonly Flaw[]
  /** Events whose sealed words were erased since, as the law may ask; no flaw. */
  readonly erased: number
}

const endless = Number.MAX_SAFE_INTEGER

/** Walks along every chain, or one account's, and computes all of it anew. `head` is a hash that was kept elsewhere. */
export async function verify(
  db: Database,
  asked: { readonly account: string | null; readonly head: string | null },
): Promise<Verified[]> {
  return snapshot(db, async (tx) => {
    const verified: Verified[] = []
    for (const head of await headsOf(tx, asked.account)) {
      const { walk } = await walkOn(tx, walkFrom(head.account, asked.head), { most: endless, upTo: endless })
      verified.push(verifiedFrom(walk, head))
    }
    return verified
  })
}

/** What a walk that is over has found. */
export function verifiedFrom(walk: Walk, head: Omit<Head, 'account'>): Verified {
  const { account, events, erased, last } = walk
  return {
    account,
    events,
    erased,
    flaws: flawsInAll(walk, head),
    head: { seq: last.seq, hash: last.hash },
  }
}
