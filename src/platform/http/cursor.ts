import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

const lifetimeMs = 3_600_000

/** Where a list goes on: the keys of the last row seen, for one person and one filter, for an hour. */
export type Cursors = {
  seal(keys: readonly string[], bound: CursorBinding): string
  /** The keys; undefined when the cursor is forged, somebody else's, of another filter, or too old. */
  open(cursor: string, bound: CursorBinding): string[] | undefined
}
export type CursorBinding = { readonly person: string; readonly filter: string; readonly now: Date }

/** The key and the id after which a list goes on that is ordered by both; undefined when a cursor gave none. */
export function keyAndId(
  keys: readonly string[] | undefined,
): readonly [key: string, id: string] | undefined {
  const [key, id] = keys ?? []
  return key !== undefined && id !== undefined ? [key, id] : undefined
}

/** Makes and reads cursors signed with the installation's key. */
export function cursors(secret: Buffer): Cursors {
  // Made once: a key is dearer to make than to sign with.
  const key = createSecretKey(secret)
  const sign = (payload: string, bound: CursorBinding) =>
    createHmac('sha256', key)
      .update(`cursor\n${bound.person}\n${bound.filter}\n${payload}`)
      .digest()
      .subarray(0, 16)
  return {
    seal(keys, bound) {
      const payload = Buffer.from(JSON.stringify([bound.now.getTime(), ...keys])).toString('base64url')
      return `${payload}.${sign(payload, bound).toString('base64url')}`
    },
    open(cursor, bound) {
      // The first page of a list.
      if (cursor === '') return undefined
      const [payload = '', mark = ''] = cursor.slice(0, 1_000).split('.')
      const given = Buffer.from(mark, 'base64url')
      const right = sign(payload, bound)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
      const [madeAt, ...keys] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
        number,
        ...string[],
      ]
      return bound.now.getTime() - madeAt > lifetimeMs ? undefined : keys
    },
  }
}
