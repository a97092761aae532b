import { createHash } from 'node:crypto'
import type { Database } from '../../platform/db/index.ts'
import { canonical } from '../domain/canonical.ts'
import { type Flaw, flawsOf, genesis, type Place } from '../domain/chain.ts'
import type { Fact } from '../domain/event.ts'
import { type Head, linksAfter, type SealedLink } from './chain.query.ts'

/** How far a walk along one chain has come, and what it has found. */
export type Walk = {
  readonly account: string
  /** The last event it looked at; `wrong`: it was not what was recorded. */
  readonly last: Place & { readonly wrong?: boolean }
  readonly events: number
  /** Events whose sealed words were erased since, as the law may ask; no flaw. */
  readonly erased: number
  readonly flaws: readonly Flaw[]
  /** A hash that was kept elsewhere, and whether it was met. */
  readonly kept: string | null
  readonly isKeptMet: boolean
}

/** SHA-256. */
export const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

const atOnce = 1_000
/** After so many flaws nothing more is looked for. */
export const mostFlaws = 100

/** A walk before its first step. */
export function walkFrom(account: string, kept: string | null): Walk {
  const hash = genesis(account, digest)
  return { account, last: { seq: 0, hash }, events: 0, erased: 0, flaws: [], kept, isKeptMet: hash === kept }
}

/** One step: the next event, measured against all that is known of the one before it. */
export function step(walk: Walk, link: SealedLink): Walk {
  const found = flawsOf(walk.last, link, walk.account, digest)
  if (found.length === 0 && !isFoundRight(link)) found.push({ kind: 'changed', seq: link.seq })
  const words = wordsOf(link)
  const wrong = found.some(({ kind }) => kind === 'changed' || kind === 'moved')
  return {
    ...walk,
    last: { seq: link.seq, hash: link.hash, wrong },
    events: walk.events + 1,
    erased: walk.erased + (words === 'erased' ? 1 : 0),
    flaws: [
      ...walk.flaws,
      ...(words === 'changed' ? [{ kind: 'words', seq: link.seq } as const] : []),
      ...found,
    ],
    isKeptMet: walk.isKeptMet || link.hash === walk.kept,
  }
}

/** Goes on by so many events at most, not beyond the number `upTo`. `over`: there is nothing more to look at. */
export async function walkOn(
  db: Database,
  from: Walk,
  { most, upTo }: { readonly most: number; readonly upTo: number },
): Promise<{ readonly walk: Walk; readonly over: boolean }> {
  let walk = from
  for (let left = most; left > 0; ) {
    const asked = Math.min(left, atOnce)
    const links = await linksAfter(db, walk.account, walk.last.seq, asked)
    for (const link of links) {
      if (link.seq > upTo) return { walk, over: true }
      walk = step(walk, link)
      if (walk.flaws.length > mostFlaws) return { walk, over: true }
    }
    if (links.length < asked) return { walk, over: true }
    left -= links.length
  }
  return { walk, over: walk.last.seq >= upTo }
}

/** All that a walk has found, once it is over: also whether the chain ends where its head says. */
export function flawsInAll(
  { last, flaws, kept, isKeptMet }: Walk,
  head: Omit<Head, 'account'>,
): readonly Flaw[] {
  if (flaws.length > mostFlaws) return flaws
  const ends: Flaw[] = []
  if (head.seq !== last.seq || head.hash !== last.hash) ends.push({ kind: 'head', seq: last.seq })
  if (kept !== null && !isKeptMet) ends.push({ kind: 'unknown-head', seq: last.seq })
  return [...flaws, ...ends]
}

function wordsOf({ body, salt, content }: SealedLink): 'none' | 'whole' | 'changed' | 'erased' {
  const sealed = sealIn(body)
  if (salt === null) return sealed === undefined ? 'none' : 'erased'
  const now = createHash('sha256')
    .update(`${salt}\n${canonical(content as Fact)}`)
    .digest('hex')
  return now === sealed ? 'whole' : 'changed'
}

type Body = { sealed?: string; type?: string; actor?: string | null; request?: string }

// The columns by which an event is found say what its body says.
function isFoundRight({ body, type, actor, request }: SealedLink): boolean {
  if (type === undefined) return true
  const said = read(body)
  return type === said.type && actor === (said.actor ?? null) && request === (said.request ?? null)
}

function sealIn(body: string): string | undefined {
  return read(body).sealed
}

// A body that was changed may be anything.
function read(body: string): Body {
  try {
    return JSON.parse(body) as Body
  } catch {
    return {}
  }
}
