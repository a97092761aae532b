import { createHash } from 'node:crypto'
import { type Ctx, readCookie, writeCookie } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { isLinkToken, type LinkPurpose } from './domain/link.ts'
import { findLink, type Link } from './links.store.ts'

type Rules = Pick<Platform, 'cookies'>

const minutes = 30

/** Keeps the token of the link that was opened, for half an hour, out of every address. */
export function keepLink(c: Ctx, { cookies }: Rules, token: string): void {
  writeCookie(c, cookies, { name: 'link', value: token, seconds: minutes * 60 })
}

/** Forgets the link that was opened. */
export function dropLink(c: Ctx, { cookies }: Rules): void {
  writeCookie(c, cookies, { name: 'link', value: '' })
}

/** The link that this browser has opened, when it is for this purpose and can still be used. */
export async function openedLink(
  c: Ctx,
  platform: Platform,
  purpose: LinkPurpose,
): Promise<(Link & { token: string }) | undefined> {
  const token = readCookie(c, platform.cookies, 'link')
  if (token === undefined || !isLinkToken(token)) return undefined
  const link = await findLink(platform.db, token)
  return link?.purpose === purpose ? { ...link, token } : undefined
}

/** The hash by which a browser that signed up is known again. */
export function browserHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Remembers this browser, for a day, as the one that signed up. */
export function keepBrowser(c: Ctx, { cookies }: Rules, secret: string): void {
  writeCookie(c, cookies, { name: 'sign-up', value: secret, seconds: 24 * 3_600 })
}

/** The hash of this browser's sign-up, when there was one. */
export function readBrowser(c: Ctx, { cookies }: Rules): string | undefined {
  const secret = readCookie(c, cookies, 'sign-up')
  return secret === undefined || !isLinkToken(secret) ? undefined : browserHash(secret)
}

/** Forgets that this browser signed up. */
export function dropBrowser(c: Ctx, { cookies }: Rules): void {
  writeCookie(c, cookies, { name: 'sign-up', value: '' })
}
