import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

/** The pages and commands of whoever decides. */
export function deciderRoutes(_platform: Platform): Hono<Env> {
  return new Hono<Env>()
}
