import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { askRoutes } from './ask/ask.route.tsx'
import { overviewRoutes } from './open/overview.route.tsx'
import { oneRoutes } from './settle/one.route.tsx'

/** Changes of whole accounts: what can be asked, asking, agreeing. */
export function routes(platform: Platform): Hono<Env> {
  const all = new Hono<Env>()
  for (const some of [overviewRoutes, askRoutes, oneRoutes]) all.route('/', some(platform))
  return all
}
