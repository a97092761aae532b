import type { IncomingMessage } from 'node:http'

/** The most that a request may carry, in bytes. */
export const mostBodyBytes = 64 * 1024

/**
 * The body, counted as it arrives; undefined once it is too large, declared so or not.
 * Rejects when the client goes away half-way.
 */
export async function readBody(incoming: IncomingMessage, most = mostBodyBytes): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
