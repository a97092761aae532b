import { z } from 'zod'
import { refuse } from '../../kernel/outcome.ts'
import type { TextProblem } from '../../kernel/written.ts'
import { casePath } from '../../paths/support-cases.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, command, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseIdIn, showNotDone } from '../case/case.route.tsx'
import type { CaseRefusal } from '../domain/case.ts'
import { readCaseText } from '../domain/writing.ts'
import { answerTo, sayTextProblem } from '../refusal-answers.ts'
import { reopen } from './reopen.ts'

type ReopenRefusal = CaseRefusal | { readonly code: 'text-unfit'; readonly problem: TextProblem }

/** Takes a resolved case up again. */
export function reopenCase(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({ text: z.string() }),
    run: async (tx, viewer, form, c) => {
      const id = caseIdIn(c)
      if (!id) return refuse<ReopenRefusal>({ code: 'not-found' })
      const text = readCaseText(form.text)
      if (!text.ok) return refuse<ReopenRefusal>({ code: 'text-unfit', problem: text.refusal })
      return reopen(tx, viewer, id, text.value)
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal, typed }) => {
      const mistake = { field: 'reopen' as const, typed: String(typed['text'] ?? '') }
      if (refusal.code === 'text-unfit') {
        const error = sayTextProblem(refusal.problem, viewer.reader)
        return showNotDone(c, platform, viewer, { status: 422, mistake: { ...mistake, error } })
      }
      const { status, text } = answerTo(refusal, viewer.reader)
      const kept = { ...mistake, error: undefined }
      return showNotDone(c, platform, viewer, { status, mistake: kept, refused: text })
    },
    done: (c, _, id) => seeOther(c, casePath.to(id, 'reopened')),
  })
}
