import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { carryOutRoutes } from './carry-out/carry-out.route.ts'
import { choosePeopleRoutes } from './choose-people/choose-people.route.ts'
import { selectionRoutes } from './selection/selection.route.tsx'

/** The pages on which the same is done to several users. */
export function routes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .route('/', choosePeopleRoutes(platform))
    .route('/', carryOutRoutes(platform))
    .route('/', selectionRoutes(platform))
}
