import { createHash } from 'node:crypto'
import { type Database, snapshot } from '../../platform/db/index.ts'
import { canonical } from '../domain/canonical.ts'
import { type Flaw, flawsOf, genesis, type Place } from '../domain/chain.ts'
import type { Fact } from '../domain/event.ts'
import { type Head, headsOf, linksAfter, type SealedLink } from './chain.query.ts'

/** What a walk along one chain has found. */
export type Verified = {
  readonly account: string
  readonly events: number
  readonly head: Place
  readonly flaws: readonly Flaw[]
  /** Events whose sealed words were erased since, as the law may ask; no flaw. */
  readonly erased: number
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const atOnce = 1_000
const mostFlaws = 100

/** Walks along every chain, or one account's, and computes all of it anew. `head` is a hash that was kept elsewhere. */
export async function verify(
  db: Database,
  asked: { readonly account: string | null; readonly head: string | null },
): Promise<Verified[]> {
  return snapshot(db, async (tx) => {
    const verified: Verified[] = []
    for (const head of await headsOf(tx, asked.account)) verified.push(await walk(tx, head, asked.head))
    return verified
  })
}

async function* linksOf(db: Database, account: string): AsyncGenerator<SealedLink> {
  for (let after = 0; ; ) {
    const links = await linksAfter(db, account, after, atOnce)
    yield* links
    if (links.length < atOnce) return
    after = links.at(-1)?.seq ?? after
  }
}

async function walk(db: Database, head: Head, kept: string | null): Promise<Verified> {
  const { account } = head
  const flaws: Flaw[] = []
  let last: Place & { wrong?: boolean } = { seq: 0, hash: genesis(account, digest) }
  let [events, erased, isKept] = [0, 0, kept === null || last.hash === kept]
  for await (const link of linksOf(db, account)) {
    const found = flawsOf(last, link, account, digest)
    const words = wordsOf(link)
    if (words === 'changed') flaws.push({ kind: 'words', seq: link.seq })
    flaws.push(...found)
    events++
    erased += words === 'erased' ? 1 : 0
    isKept ||= link.hash === kept
    const wrong = found.some(({ kind }) => kind === 'changed' || kind === 'moved')
    last = { seq: link.seq, hash: link.hash, wrong }
    if (flaws.length > mostFlaws) break
  }
  if (flaws.length <= mostFlaws) flaws.push(...flawsOfEnd(last, head, isKept))
  return { account, events, head: { seq: last.seq, hash: last.hash }, flaws, erased }
}

function flawsOfEnd({ seq, hash }: Place, head: Head, isKept: boolean): Flaw[] {
  const flaws: Flaw[] = []
  if (head.seq !== seq || head.hash !== hash) flaws.push({ kind: 'head', seq })
  if (!isKept) flaws.push({ kind: 'unknown-head', seq })
  return flaws
}

function wordsOf({ body, salt, content }: SealedLink): 'none' | 'whole' | 'changed' | 'erased' {
  const sealed = sealIn(body)
  if (salt === null) return sealed === undefined ? 'none' : 'erased'
  const now = createHash('sha256')
    .update(`${salt}\n${canonical(content as Fact)}`)
    .digest('hex')
  return now === sealed ? 'whole' : 'changed'
}

// A body that was changed may be anything.
function sealIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { sealed?: string }).sealed
  } catch {
    return undefined
  }
}
