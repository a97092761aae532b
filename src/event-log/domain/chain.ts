/** An event as it lies in the chain; hashes are lower-case hexadecimal. */
export type Link = {
  readonly seq: number
  /** When it was recorded, in microseconds since 1970, as digits. */
  readonly micros: string
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** SHA-256 of bytes, given to the pure rules from outside. */
export type Digest = (bytes: Buffer) => Buffer

/** What is wrong with a chain, and where exactly. */
export type Flaw =
  /** What an event says, its time or its hash is not what was recorded. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** The event was recorded under another number. */
  | { readonly kind: 'moved'; readonly seq: number; readonly from: number }
  /** Events are gone. */
  | { readonly kind: 'missing'; readonly seq: number; readonly to: number }
  /** The event does not follow the one before it. */
  | { readonly kind: 'unlinked'; readonly seq: number }
  /** The chain's head is not its last event: the end was cut off, or the head was changed. */
  | { readonly kind: 'head'; readonly seq: number }
  /** Words sealed by the event were changed. */
  | { readonly kind: 'words'; readonly seq: number }
  /** A head that was kept elsewhere is not in this chain: the chain was written anew. */
  | { readonly kind: 'unknown-head'; readonly seq: number }

/** The hash before the first event of an account's chain. */
export function genesis(account: string, digest: Digest): string {
  return digest(Buffer.from(account)).toString('hex')
}

/** The hash of an event: over the one before it, its number, its time, its account and its body. */
export function hashOf(link: Omit<Link, 'hash'>, account: string, digest: Digest): string {
  const text = Buffer.from(`${link.seq}\n${link.micros}\n${account}\n${link.body}`)
  return digest(Buffer.concat([Buffer.from(link.previous, 'hex'), text])).toString('hex')
}

// How far a moved event is looked for.
const farthestMove = 2_000

function moveOf(link: Link, account: string, digest: Digest): number | undefined {
  for (let distance = 1; distance <= farthestMove; distance++) {
    for (const seq of [link.seq - distance, link.seq + distance]) {
      if (seq > 0 && hashOf({ ...link, seq }, account, digest) === link.hash) return seq
    }
  }
  return undefined
}

/** The place in the chain that a walk has come to. */
export type Place = { readonly seq: number; readonly hash: string }
/** The same; the next event is not measured against an event that is wrong in itself. */
type Last = Place & { readonly wrong?: boolean }

/**
 * What is wrong with the next event after `last`; nothing when it is what was recorded. An event that is wrong in
 * itself does not make those after it wrong.
 */
export function flawsOf(last: Last, link: Link, account: string, digest: Digest): Flaw[] {
  const { seq } = link
  const flaws: Flaw[] = []
  const gap = seq > last.seq + 1
  if (gap) flaws.push({ kind: 'missing', seq: last.seq + 1, to: seq - 1 })
  if (hashOf(link, account, digest) !== link.hash) {
    const from = moveOf(link, account, digest)
    flaws.push(from === undefined ? { kind: 'changed', seq } : { kind: 'moved', seq, from })
  } else if (!gap && !last.wrong && link.previous !== last.hash) {
    flaws.push({ kind: 'unlinked', seq })
  }
  return flaws
}
