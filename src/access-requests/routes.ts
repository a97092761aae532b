import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { deciderRoutes } from './routes.decider.ts'
import { requesterRoutes } from './routes.requester.ts'

/** The pages and commands of asking and deciding. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.route('/', requesterRoutes(platform))
  app.route('/', deciderRoutes(platform))
  return app
}
