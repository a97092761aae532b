import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { casePath } from '../../paths/support-cases.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, command, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { escalate as mayEscalate } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { placeNamesOf } from '../places.query.ts'
import { requestIn, showRefused } from '../request/request.route.tsx'
import { EscalatePage } from './escalate.page.tsx'
import { escalationFacts } from './escalate.store.ts'
import { escalate } from './escalate.ts'

/** Asks whether to pass a request on to support. */
export function askToEscalate(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const request = await requestIn(c, platform, viewer)
      if (!request?.mine) return c.notFound()
      const facts = await escalationFacts(platform.db, request)
      const allowed = mayEscalate(request, viewer.personId, facts, viewer.now)
      if (!allowed.ok) return showRefused(c, platform, viewer, allowed.refusal)
      const placeNames = await placeNamesOf(platform.db, request.accountId)
      const frame = frameOf(c, platform, viewer)
      return html(c, <EscalatePage frame={frame} request={request} placeNames={placeNames} />)
    },
  })
}

/** Passes the request on to support, and leads to its case. */
export function escalateRequest(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(id(c)) ? escalate(tx, viewer, id(c) as RequestId) : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => showRefused(c, platform, viewer, refusal),
    done: (c, _, caseId) => seeOther(c, casePath.to(caseId, 'escalated')),
  })
}
