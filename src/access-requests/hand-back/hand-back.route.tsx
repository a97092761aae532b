import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { casePath } from '../../paths/support-cases.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, command, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { handBack as mayHandBack } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { placeNamesOf } from '../places.query.ts'
import { requestIn, showRefused } from '../request/request.route.tsx'
import { approversOf } from '../requests.store.ts'
import { HandBackPage } from './hand-back.page.tsx'
import { handBack, handsBack } from './hand-back.ts'

/** Asks whether to hand a request back to its administrators. */
export function askToHandBack(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const request = handsBack(viewer) ? await requestIn(c, platform, viewer) : undefined
      if (!request || request.mine) return c.notFound()
      const approvers = await approversOf(platform.db, { ...request, scope: request.ask.scope })
      const reachable = approvers.filter((approver) => approver.reachable).length
      const allowed = mayHandBack(request, { reachable })
      if (!allowed.ok && allowed.refusal.code !== 'nobody-reachable')
        return showRefused(c, platform, viewer, allowed.refusal)
      const placeNames = await placeNamesOf(platform.db, request.accountId)
      const frame = frameOf(c, platform, viewer)
      const shown = { frame, request, placeNames, reachable }
      return html(c, <HandBackPage {...shown} />)
    },
  })
}

/** Hands the request back, and leads to its case. */
export function handRequestBack(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(id(c)) ? handBack(tx, viewer, id(c) as RequestId) : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => showRefused(c, platform, viewer, refusal),
    done: (c, _, caseId) =>
      seeOther(c, caseId === null ? requestPath.to(id(c)) : casePath.to(caseId, 'handed-back')),
  })
}
