import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { changeRoleRoutes } from './change-role/change-role.route.tsx'
import { newRoleRoutes } from './change-role/new-role.route.tsx'
import { listRoutes } from './list/list.route.tsx'
import { roleRoutes } from './role/role.route.tsx'

/** The pages and commands of an account's own roles. */
export function routes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .route('/', listRoutes(platform))
    .route('/', newRoleRoutes(platform))
    .route('/', changeRoleRoutes(platform))
    .route('/', roleRoutes(platform))
}
