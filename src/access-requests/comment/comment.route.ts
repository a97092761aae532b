import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { signedIn } from '../../people/index.ts'
import { command, type Ctx, MalformedForm, seeOther, textOf } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { answerTo } from '../refusal-answers.ts'
import { showAgain, showUnsent } from '../request/request.route.tsx'
import { comment } from './comment.ts'

/** Sends a comment; what was typed comes back when it cannot be sent. */
export function sendComment(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({ comment: z.string() }),
    run: async (tx, viewer, sent, c) =>
      isId(id(c))
        ? comment(tx, viewer, { id: id(c) as RequestId, text: sent.comment })
        : refuse<Refusal>({ code: 'not-found' }),
    invalid: () => {
      throw new MalformedForm('comment')
    },
    refused: (c, viewer, { refusal, typed }) => {
      const text = textOf(typed, 'comment')
      if (refusal.code !== 'text-unfit') return showUnsent(c, platform, viewer, { refusal, unsent: text })
      const error = answerTo(refusal, viewer.reader).text
      return showAgain(c, platform, viewer, { field: 'comment', text, error })
    },
    done: (c, _, commented) => seeOther(c, requestPath.to(commented, 'commented')),
  })
}
