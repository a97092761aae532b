import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { unsubscribePath } from '../../paths/people.ts'
import { tallied } from '../db/index.ts'
import { preferredLocale, isLocale } from '../i18n/reader.ts'
import type { Platform } from '../platform.ts'
import { mostBodyBytes, readBody } from './body.ts'
import { type ClientAddress, networkOf } from './client-address.ts'
import type { Ctx, Env, Theme } from './context.ts'
import { readCookie } from './cookies.ts'
import { setSecurityHeaders } from './headers.ts'
import { comesFromUs } from './origin-guard.ts'

/** Refusals that no route has a say in. */
export type Turned = 'too-large' | 'foreign-origin'

const themes: readonly Theme[] = ['light', 'dark']

function setVisitor(c: Ctx, platform: Platform, addresses: ClientAddress): void {
  const incoming = c.env.incoming
  const client = addresses(
    incoming.socket.remoteAddress ?? '',
    incoming.headers['x-forwarded-for']?.toString(),
  )
  c.set('clientAddress', client)
  c.set('clientNetwork', networkOf(client))
  const chosen = readCookie(c, platform.cookies, 'language') ?? ''
  const locale = isLocale(chosen)
    ? chosen
    : preferredLocale(c.req.header('Accept-Language'), platform.settings.language)
  c.set('reader', { locale, timeZone: 'UTC' })
  const theme = readCookie(c, platform.cookies, 'theme')
  c.set('theme', themes.find((known) => known === theme) ?? 'system')
}

// A mail program unsubscribes by itself (RFC 8058): the token in the address is all that counts there, no cookie does.
function carriesItsProof(c: Ctx): boolean {
  return c.req.path === unsubscribePath.pattern
}

function isOurs(c: Ctx, publicUrl: string): boolean {
  return comesFromUs(
    {
      method: c.req.method,
      secFetchSite: c.req.header('Sec-Fetch-Site'),
      origin: c.req.header('Origin'),
      bearer: /^Bearer /i.test(c.req.header('Authorization') ?? '') || carriesItsProof(c),
    },
    publicUrl,
  )
}

/**
 * What every request goes through first: a name, headers, who is asking from where, the guard of origin, the counted
 * body, a log line. `roomFor` gives the few addresses that take files more room.
 */
export function entrance(
  platform: Platform,
  addresses: ClientAddress,
  turnAway: (c: Ctx, why: Turned) => Response,
  roomFor: (c: Ctx) => number | undefined = () => undefined,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const startedAt = performance.now()
    const tally = { queries: 0 }
    c.set('requestId', randomUUID())
    c.set('body', Buffer.alloc(0))
    setSecurityHeaders(c, platform.publicUrl)
    setVisitor(c, platform, addresses)
    const answer = await admit(c, platform, turnAway, roomFor(c) ?? mostBodyBytes)
    if (answer) c.res = answer
    else await tallied(tally, next)
    platform.log.info('answered', {
      request: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
      queries: tally.queries,
    })
  }
}

async function admit(
  c: Ctx,
  platform: Platform,
  turnAway: (c: Ctx, why: Turned) => Response,
  mostBytes: number,
): Promise<Response | undefined> {
  if (!isOurs(c, platform.publicUrl)) return turnAway(c, 'foreign-origin')
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined
  const body = await readBody(c.env.incoming, mostBytes)
  if (!body) {
    c.header('Connection', 'close')
    return turnAway(c, 'too-large')
  }
  c.set('body', body)
  return undefined
}
