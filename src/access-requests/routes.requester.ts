import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

/** The pages and commands of whoever asks. */
export function requesterRoutes(_platform: Platform): Hono<Env> {
  return new Hono<Env>()
}
