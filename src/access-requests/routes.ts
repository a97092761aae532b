import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { onBehalfRoutes } from './ask-for-colleague/on-behalf.route.tsx'
import { severalRoutes } from './ask-for-several/several.route.tsx'
import { extendRoutes } from './extend/extend.route.tsx'
import { conversationRoutes } from './routes.conversation.ts'
import { deciderRoutes } from './routes.decider.ts'
import { requesterRoutes } from './routes.requester.ts'
import { supportRoutes } from './routes.support.ts'

/** The pages and commands of asking and deciding. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  // Before those of single requests, whose ids stand where these names do.
  app.route('/', severalRoutes(platform))
  app.route('/', onBehalfRoutes(platform))
  app.route('/', extendRoutes(platform))
  app.route('/', requesterRoutes(platform))
  app.route('/', deciderRoutes(platform))
  app.route('/', conversationRoutes(platform))
  app.route('/', supportRoutes(platform))
  return app
}
