import type { Who } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Viewer } from './viewer.query.ts'
import { bearer, signedIn } from './who.ts'

/** Whoever calls the API; `scopes` is null for a session, which may do all that the person may. */
export type ApiCaller = Viewer & { readonly scopes: readonly string[] | null }

/** Lets in whoever sends a token or, from our own pages, a session; a token that is wrong is never made up for by a cookie. */
export function apiCaller(platform: Platform): Who<ApiCaller> {
  const byToken = bearer(platform)
  const bySession = signedIn(platform)
  return async (c) => {
    if (c.req.header('Authorization') !== undefined) return byToken(c)
    const viewer = await bySession(c)
    return viewer instanceof Response ? viewer : { ...viewer, scopes: null }
  }
}
