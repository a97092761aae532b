import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { signedIn } from '../../people/index.ts'
import { command, type Ctx, seeOther, textOf } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { answerTo } from '../refusal-answers.ts'
import { showAgain, showUnsent } from '../request/request.route.tsx'
import { answer } from './answer.ts'

const form = z.strictObject({
  question: z.string().regex(/^[1-9][0-9]{0,2}$/),
  answer: z.string(),
})

/** Sends the answer to a question; what was typed comes back when it cannot be sent. */
export function sendAnswer(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form,
    run: async (tx, viewer, sent, c) =>
      isId(id(c))
        ? answer(tx, viewer, { id: id(c) as RequestId, text: sent.answer, n: Number(sent.question) })
        : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c, viewer, { typed }) =>
      showUnsent(c, platform, viewer, {
        refusal: { code: 'other-question' },
        unsent: textOf(typed, 'answer'),
      }),
    refused: (c, viewer, { refusal, typed }) => {
      const text = textOf(typed, 'answer')
      if (refusal.code !== 'text-unfit') return showUnsent(c, platform, viewer, { refusal, unsent: text })
      const error = answerTo(refusal, viewer.reader).text
      return showAgain(c, platform, viewer, { field: 'answer', text, error })
    },
    done: (c, _, answered) => seeOther(c, requestPath.to(answered, 'answered')),
  })
}
