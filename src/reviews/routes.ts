import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { changeRoutes } from './change/change.route.tsx'
import { finishRoutes } from './finish/finish.route.tsx'
import { overviewRoutes } from './overview/overview.route.tsx'
import { proofRoutes } from './proof/proof.route.tsx'
import { reactivateRoutes } from './reactivate/reactivate.route.tsx'
import { reviewRoutes } from './review/review.route.tsx'
import { startRoutes } from './start/start.route.tsx'

/** The pages on which access is reviewed. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  // Starting one before one by its id: "new" is no id.
  for (const part of [
    overviewRoutes,
    startRoutes,
    reviewRoutes,
    changeRoutes,
    finishRoutes,
    proofRoutes,
    reactivateRoutes,
  ])
    app.route('/', part(platform))
  return app
}
