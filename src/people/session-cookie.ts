import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { type Ctx, readCookie, writeCookie } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

type Signer = Pick<Platform, 'key' | 'cookies'>

const name = 'session'
const longest = 200

// A key is dearer to make than to sign with, and every request signs.
const keys = new WeakMap<Buffer, KeyObject>()

function keyOf(secret: Buffer): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(secret)
  keys.set(secret, key)
  return key
}

function mark(secret: Buffer, token: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`session\n${token}`).digest()
}

/** The session's token in the visitor's cookie, when our own signature is on it. No query is made for any other. */
export function readSession(c: Ctx, { key, cookies }: Signer): string | undefined {
  const value = readCookie(c, cookies, name)
  if (value === undefined || value.length > longest) return undefined
  const [token = '', signature = ''] = value.split('.')
  const given = Buffer.from(signature, 'base64url')
  const right = mark(key, token)
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

/** Gives the visitor the cookie of a session, for as long as their browser stays open, seven days at most. */
export function writeSession(c: Ctx, { key, cookies }: Signer, token: string): void {
  const value = `${token}.${mark(key, token).toString('base64url')}`
  writeCookie(c, cookies, { name, value, seconds: 7 * 24 * 3_600 })
}

/** Takes the session's cookie away. */
export function dropSession(c: Ctx, { cookies }: Signer): void {
  writeCookie(c, cookies, { name, value: '' })
}

/** Where a visitor comes from, as the list of their sessions will show it. */
export function deviceOf(c: Ctx): { network: string; browser: string } {
  return { network: c.get('clientNetwork'), browser: c.req.header('User-Agent') ?? '' }
}
