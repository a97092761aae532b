import { Hono } from 'hono'
import {
  confirmDecisionPath,
  dropDecisionPath,
  escalatePath,
  handBackPath,
  proposeDecisionPath,
} from '../paths/support-cases.ts'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import {
  askToDecide,
  confirmAsSupport,
  dropAsSupport,
  proposeAsSupport,
} from './decide-as-support/decide-as-support.route.tsx'
import { askToEscalate, escalateRequest } from './escalate/escalate.route.tsx'
import { askToHandBack, handRequestBack } from './hand-back/hand-back.route.tsx'

/** The pages and commands by which a request goes to support, and leaves it. */
export function supportRoutes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get(escalatePath.pattern, askToEscalate(platform))
  app.post(escalatePath.pattern, escalateRequest(platform))
  app.get(handBackPath.pattern, askToHandBack(platform))
  app.post(handBackPath.pattern, handRequestBack(platform))
  app.get(proposeDecisionPath.pattern, askToDecide(platform))
  app.post(proposeDecisionPath.pattern, proposeAsSupport(platform))
  app.post(confirmDecisionPath.pattern, confirmAsSupport(platform))
  app.post(dropDecisionPath.pattern, dropAsSupport(platform))
  return app
}
