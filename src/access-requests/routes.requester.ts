import { Hono } from 'hono'
import {
  amendPath,
  askPath,
  askReasonPath,
  findRequestPath,
  keepDraftPath,
  myRequestsPath,
  remindPath,
  requestPath,
  requestSentPath,
  withdrawPath,
} from '../paths/access-requests.ts'
import { type Env, seeOther } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { amendRequest, showAmend } from './amend/amend.route.tsx'
import { findByReference, showMyRequests } from './my-requests/my-requests.route.tsx'
import { sendReminder } from './remind/remind.route.ts'
import { showRequest } from './request/request.route.tsx'
import { lookUpAccount, showIdentifier } from './submit/identifier.route.tsx'
import { keepAndLeave } from './submit/keep.route.ts'
import { sendRequest, showReason } from './submit/reason.route.tsx'
import { showSent } from './submit/sent.route.tsx'
import { askToWithdraw, withdrawRequest } from './withdraw/withdraw.route.tsx'

/** The pages and commands of whoever asks. */
export function requesterRoutes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get(askPath.pattern, showIdentifier(platform))
  app.post(askPath.pattern, lookUpAccount(platform))
  app.get(askReasonPath.pattern, showReason(platform))
  app.post(askReasonPath.pattern, sendRequest(platform))
  app.post(keepDraftPath.pattern, keepAndLeave(platform))
  app.get(keepDraftPath.pattern, (c) => seeOther(c, askPath.to()))
  app.get(requestSentPath.pattern, showSent(platform))
  app.get(myRequestsPath.pattern, showMyRequests(platform))
  app.get(findRequestPath.pattern, findByReference(platform))
  app.get(requestPath.pattern, showRequest(platform))
  app.post(remindPath.pattern, sendReminder(platform))
  app.get(withdrawPath.pattern, askToWithdraw(platform))
  app.post(withdrawPath.pattern, withdrawRequest(platform))
  app.get(amendPath.pattern, showAmend(platform))
  app.post(amendPath.pattern, amendRequest(platform))
  return app
}
