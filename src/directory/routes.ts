import { Hono } from 'hono'
import { directoryPath } from '../paths/directory.ts'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { showDirectory } from './list/list.route.tsx'

/** The directory of accounts. */
export function routes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(directoryPath.pattern, showDirectory(platform))
}
