import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, command, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { showRefused } from '../request/request.route.tsx'
import { remind } from './remind.ts'

/** Sends a reminder to those who may decide. */
export function sendReminder(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(id(c)) ? remind(tx, viewer, id(c) as RequestId) : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => showRefused(c, platform, viewer, refusal),
    done: (c, _, how) => seeOther(c, requestPath.to(id(c), how)),
  })
}
