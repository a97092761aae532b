import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { casePath } from '../../paths/support-cases.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, command, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseIdIn, showNotDone } from '../case/case.route.tsx'
import type { CaseRefusal } from '../domain/case.ts'
import { answerTo } from '../refusal-answers.ts'
import { assign } from './assign.ts'

const form = z.strictObject({
  to: z.enum(['me', 'nobody']),
  seen: z.string().refine((text) => text === '' || isId(text)),
})

/** Lets an agent look after a case, or leave it to all again. */
export function assignCaseTo(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form,
    run: async (tx, viewer, { to, seen }, c) => {
      const id = caseIdIn(c)
      if (!id) return refuse<CaseRefusal>({ code: 'not-found' })
      const assigned = await assign(tx, viewer, id, { to, seen: seen === '' ? null : seen })
      return assigned.ok ? { ok: true, value: { id, to } } : assigned
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => {
      const { status, text } = answerTo(refusal, viewer.reader)
      return showNotDone(c, platform, viewer, { status, refused: text })
    },
    done: (c, _, { id, to }) => seeOther(c, casePath.to(id, to === 'me' ? 'assigned' : 'released')),
  })
}
