import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { conversationRoutes } from './routes.conversation.ts'
import { deciderRoutes } from './routes.decider.ts'
import { requesterRoutes } from './routes.requester.ts'
import { supportRoutes } from './routes.support.ts'

/** The pages and commands of asking and deciding. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.route('/', requesterRoutes(platform))
  app.route('/', deciderRoutes(platform))
  app.route('/', conversationRoutes(platform))
  app.route('/', supportRoutes(platform))
  return app
}
