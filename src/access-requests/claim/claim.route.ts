import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, command, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { showRefused } from '../request/request.route.tsx'
import { claim, release } from './claim.ts'

const acts = { claimed: claim, released: release } as const

/** Says that the viewer is looking at a request. */
export function takeClaim(platform: Platform): (c: Ctx) => Promise<Response> {
  return button(platform, 'claimed')
}

/** Lets go of it. */
export function releaseClaim(platform: Platform): (c: Ctx) => Promise<Response> {
  return button(platform, 'released')
}

function button(platform: Platform, act: keyof typeof acts): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(id(c)) ? acts[act](tx, viewer, id(c) as RequestId) : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => showRefused(c, platform, viewer, refusal),
    done: (c, _, claimed) => seeOther(c, requestPath.to(claimed, act)),
  })
}
