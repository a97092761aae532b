import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { chooseTagsRoutes } from './choose/choose-tags.route.tsx'
import { tagRoutes } from './tag/tags.route.tsx'

/** Custom tags: their list, one of them, and those of one virtual account or user. */
export function routes(platform: Platform): Hono<Env> {
  return new Hono<Env>().route('/', tagRoutes(platform)).route('/', chooseTagsRoutes(platform))
}
