import { z } from 'zod'
import { refuse } from '../../kernel/outcome.ts'
import { casePath } from '../../paths/support-cases.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, command, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseIdIn, showNotDone } from '../case/case.route.tsx'
import type { CaseRefusal } from '../domain/case.ts'
import { answerTo } from '../refusal-answers.ts'
import { resolve } from './resolve.ts'

/** Says that a case is solved. */
export function solveCase(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) => {
      const id = caseIdIn(c)
      return id ? resolve(tx, viewer, id) : refuse<CaseRefusal>({ code: 'not-found' })
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => {
      const { status, text } = answerTo(refusal, viewer.reader)
      return showNotDone(c, platform, viewer, { status, refused: text })
    },
    done: (c, _, id) => seeOther(c, casePath.to(id, 'solved')),
  })
}
