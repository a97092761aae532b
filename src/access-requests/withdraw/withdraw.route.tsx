import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, command, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { withdraw as mayWithdraw } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { placeNamesOf } from '../places.query.ts'
import { requestIn, showRefused } from '../request/request.route.tsx'
import { WithdrawPage } from './withdraw.page.tsx'
import { withdraw } from './withdraw.ts'

/** Asks whether to withdraw. */
export function askToWithdraw(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const request = await requestIn(c, platform, viewer)
      if (!request?.mine) return c.notFound()
      const allowed = mayWithdraw(request, viewer.personId)
      if (!allowed.ok) return showRefused(c, platform, viewer, allowed.refusal)
      const placeNames = await placeNamesOf(platform.db, request.accountId)
      const frame = frameOf(c, platform, viewer)
      return html(c, <WithdrawPage frame={frame} request={request} placeNames={placeNames} />)
    },
  })
}

/** Withdraws the request. */
export function withdrawRequest(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(id(c)) ? withdraw(tx, viewer, id(c) as RequestId) : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => showRefused(c, platform, viewer, refusal),
    done: (c, _, withdrawn) => seeOther(c, requestPath.to(withdrawn, 'withdrawn')),
  })
}
