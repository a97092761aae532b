import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { bytesOf, type Html } from '#jsx'
import type { Ctx } from './context.ts'

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 428 | 429 | 500 | 503

const least = 1_000
const most = 256 * 1024
// Of itself it would take 128 kB for each answer, to fill a few.
const packedSize = 16 * 1024

function compress(accepted: string, bytes: Buffer): [encoding: string, bytes: Buffer] | undefined {
  if (/\bzstd\b/.test(accepted)) return ['zstd', zstdCompressSync(bytes, { chunkSize: packedSize })]
  if (/\bbr\b/.test(accepted)) {
    return ['br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })]
  }
  if (/\bgzip\b/.test(accepted)) return ['gzip', gzipSync(bytes, { level: 1 })]
  return undefined
}

/** Answers with a text, compressed the cheapest way that the client understands. */
export function send(c: Ctx, text: string, type: string, status: Status = 200): Response {
  return sendBytes(c, Buffer.from(text), type, status)
}

// Copies what it is given, compressed or not.
function sendBytes(c: Ctx, bytes: Buffer, type: string, status: Status): Response {
  c.header('Content-Type', type)
  c.header('Vary', 'Accept-Encoding', { append: true })
  const small = bytes.length < least || bytes.length > most
  const packed = small ? undefined : compress(c.req.header('Accept-Encoding') ?? '', bytes)
  if (packed) c.header('Content-Encoding', packed[0])
  return c.body(new Uint8Array(packed ? packed[1] : bytes), status)
}

/** Answers with a page: a whole document. */
export function html(c: Ctx, page: Html, status: Status = 200): Response {
  return sendBytes(c, bytesOf(page), 'text/html; charset=utf-8', status)
}

/** Answers with JSON. */
export function json(c: Ctx, value: unknown, status: Status = 200): Response {
  return send(c, JSON.stringify(value), 'application/json; charset=utf-8', status)
}

/** Sends the browser on with a GET, after a POST. */
export function seeOther(c: Ctx, path: string): Response {
  return c.redirect(path, 303)
}
