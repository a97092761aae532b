import { createHash } from 'node:crypto'
import { confirmPasswordPath, signInPath } from '../paths/people.ts'
import { type Ctx, fieldsOf, MalformedForm, seeOther, type Typed, type Who } from '../platform/http/index.ts'
import { factsOf } from '../platform/log.ts'
import type { Platform } from '../platform/platform.ts'
import { tooManyPages } from './answers.tsx'
import { readPersonalToken } from './domain/personal-token.ts'
import { keepHeld } from './held.store.ts'
import { countPageTurn } from './page-turns.store.ts'
import { problem } from './problem.ts'
import { readSession } from './session-cookie.ts'
import { formerHolder } from './sessions.store.ts'
import { touchToken } from './tokens.store.ts'
import { touchSoon } from './touch-soon.ts'
import { type Viewer, viewerBySession, viewerByToken } from './viewer.query.ts'

const touchEveryMs = 60_000
const safe = new Set(['GET', 'HEAD'])

// A request with a bearer token was not asked where it comes from, so its cookie counts for nothing.
function sessionIn(c: Ctx, platform: Platform): string | undefined {
  return c.req.header('Authorization') === undefined ? readSession(c, platform) : undefined
}

async function viewerOf(c: Ctx, platform: Platform): Promise<Viewer | null> {
  const token = sessionIn(c, platform)
  if (token === undefined) return null
  const found = await viewerBySession(platform.lane, token, c.get('pageless') ? 'uncounted' : 'counted')
  if (!found) return null
  const { viewer, seenAt } = found
  if (viewer.now.getTime() - seenAt.getTime() > touchEveryMs) {
    touchSoon(platform, viewer.sessionId)
  }
  return viewer
}

/** The path of a form as the browser sees it, without its query. */
function pathOf(c: Ctx): string {
  return new URL(c.req.url).pathname
}

function typedIn(c: Ctx): Typed | undefined {
  const fields: Record<string, string | string[]> = Object.create(null)
  try {
    const names = new URLSearchParams(c.get('body').toString('utf8')).keys()
    const seen = new Set<string>()
    const lists = [...names].filter((name) => seen.has(name) || !seen.add(name))
    return Object.assign(fields, fieldsOf(c, [...new Set(lists)]))
  } catch (error) {
    if (error instanceof MalformedForm) return undefined
    throw error
  }
}

async function hold(c: Ctx, platform: Platform): Promise<void> {
  const token = sessionIn(c, platform)
  const typed = typedIn(c)
  if (token === undefined || typed === undefined) return
  const person = await formerHolder(platform.db, token)
  if (person) await keepHeld(platform.db, person, { path: pathOf(c), typed })
}

async function turnAway(c: Ctx, platform: Platform): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  if (pathname.startsWith('/api/')) return problem(c, 401)
  if (safe.has(c.req.method)) return seeOther(c, signInPath.to(`${pathname}${search}`))
  await hold(c, platform)
  return seeOther(c, signInPath.to(pathname))
}

/** Lets in whoever is signed in; sends others to the sign-in page and keeps where they were going and what they typed. */
export function signedIn(platform: Platform): Who<Viewer> {
  return async (c) => {
    const viewer = await viewerOf(c, platform)
    return viewer ? ((await turnedTooMany(c, platform, viewer)) ?? viewer) : turnAway(c, platform)
  }
}

/** The answer to somebody who reads on in lists faster than people read; the API counts for itself. */
async function turnedTooMany(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response | undefined> {
  const after = c.req.query('after')
  if (!after || !safe.has(c.req.method) || pathOf(c).startsWith('/api/')) return undefined
  const seconds = await countPageTurn(platform.db, viewer.personId, after)
  return seconds > 0 ? tooManyPages(c, platform, { viewer, seconds }) : undefined
}

/** Lets in everybody; null is somebody who is not signed in. */
export function anyone(platform: Platform): Who<Viewer | null> {
  return (c) => viewerOf(c, platform)
}

/** Lets in the operators of the installation; for others there is no such page. */
export function operator(platform: Platform): Who<Viewer> {
  return only(platform, (viewer) => viewer.isOperator)
}

function only(platform: Platform, allowed: (viewer: Viewer) => boolean): Who<Viewer> {
  const enter = signedIn(platform)
  return async (c) => {
    const viewer = await enter(c)
    if (viewer instanceof Response || allowed(viewer)) return viewer
    return pathOf(c).startsWith('/api/') ? problem(c, 404) : c.notFound()
  }
}

/** How long a typed password counts as recent. */
const recentMs = 5 * 60_000

/** Whether the password was typed within the last five minutes. */
export function typedPasswordRecently(viewer: Pick<Viewer, 'authenticatedAt' | 'now'>): boolean {
  return viewer.now.getTime() - viewer.authenticatedAt.getTime() <= recentMs
}

/**
 * Sends somebody to type their password, keeps what they typed on the form, and brings them back to it; or to another
 * page, where they press once more.
 */
export async function askForPassword(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  back = pathOf(c),
): Promise<Response> {
  const isBack = back === pathOf(c)
  const typed = safe.has(c.req.method) || !isBack ? undefined : typedIn(c)
  if (typed) await keepHeld(platform.db, viewer.personId, { path: pathOf(c), typed })
  return seeOther(c, confirmPasswordPath.to(back))
}

/** Somebody who came with a personal access token, and what the token may be used for. */
export type TokenViewer = Viewer & { readonly scopes: readonly string[] }

/** Lets in whoever sends a personal access token that still gives something, with the person's rights of this moment. */
export function bearer(platform: Platform): Who<TokenViewer> {
  return async (c) => {
    const secret = /^Bearer +(\S{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    if (secret === undefined || !readPersonalToken(secret)) return problem(c, 401)
    const found = await viewerByToken(platform.lane, createHash('sha256').update(secret).digest())
    if (!found) return problem(c, 401)
    const { viewer, scopes, tokenId, lastUsedAt } = found
    if (viewer.now.getTime() - (lastUsedAt?.getTime() ?? 0) > touchEveryMs) {
      touchToken(platform.db, { person: viewer.personId, id: tokenId }).catch((error: unknown) =>
        platform.log.warn('token-not-touched', factsOf(error)),
      )
    }
    return { ...viewer, scopes }
  }
}
