import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { groupRoutes } from './group/group.route.tsx'
import { groupFormRoutes } from './change-group/change-group.route.tsx'
import { listRoutes } from './list/list.route.tsx'

/** The pages and commands of user groups. */
export function routes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .route('/', listRoutes(platform))
    .route('/', groupFormRoutes(platform))
    .route('/', groupRoutes(platform))
}
