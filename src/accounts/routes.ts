import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

/** The pages of Access Management and of Manage Smart Account. */
export function routes(_platform: Platform): Hono<Env> {
  return new Hono<Env>()
}
