import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { type Ctx, type Env, readCookie, writeCookie } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { readSession } from './session-cookie.ts'

type Signer = Pick<Platform, 'key' | 'cookies'>

const name = 'accounts'
const most = 6
const oneAccount = /^\/accounts\/([a-z0-9.-]{1,253})(?:\/|$)/
const identifier = /^[a-z0-9.-]{1,253}$/

/** The identifiers of the accounts whose pages were opened last in this session, the latest first. */
export function recentAccounts(c: Ctx, signer: Signer): readonly string[] {
  const session = sessionTag(c, signer)
  const [of, ...visited] = (readCookie(c, signer.cookies, name) ?? '').split('~')
  return session !== undefined && of === session
    ? visited.filter((one) => identifier.test(one)).slice(0, most)
    : []
}

/** Keeps, in a cookie of this browser and of this session only, which accounts' pages were opened. */
export function rememberAccounts(signer: Signer): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    const [, visited] = oneAccount.exec(c.req.path) ?? []
    if (visited === undefined || c.req.method !== 'GET' || c.res.status !== 200) return
    const session = sessionTag(c, signer)
    const before = recentAccounts(c, signer)
    if (session === undefined || before[0] === visited) return
    const value = [session, visited, ...before.filter((one) => one !== visited)].slice(0, most + 1).join('~')
    writeCookie(c, signer.cookies, { name, value })
  }
}

// Whoever signs in after somebody else in the same browser is not shown where those had been.
function sessionTag(c: Ctx, signer: Signer): string | undefined {
  const token = readSession(c, signer)
  return token && createHash('sha256').update(token).digest('base64url').slice(0, 10)
}
