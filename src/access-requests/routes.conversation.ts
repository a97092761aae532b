import { Hono } from 'hono'
import { answerPath, askAgainPath, claimPath, commentPath, releasePath } from '../paths/conversation.ts'
import { askAPersonPath } from '../paths/rules.ts'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { sendAnswer } from './answer/answer.route.ts'
import { sendToAPerson } from './ask-a-person/ask-a-person.route.ts'
import { leadToForm } from './ask-again/ask-again.route.ts'
import { questionRoutes } from './ask-for-information/question.route.tsx'
import { preparedTextRoutes } from './canned-reasons/prepared-texts.route.tsx'
import { contactRoutes } from './contact/contact.route.tsx'
import { releaseClaim, takeClaim } from './claim/claim.route.ts'
import { sendComment } from './comment/comment.route.ts'
import { showTyped } from './request/request.route.tsx'

/** The pages and commands of talking about a request. */
export function conversationRoutes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get(answerPath.pattern, showTyped(platform, 'answer'))
  app.post(answerPath.pattern, sendAnswer(platform))
  app.get(commentPath.pattern, showTyped(platform, 'comment'))
  app.post(commentPath.pattern, sendComment(platform))
  app.post(claimPath.pattern, takeClaim(platform))
  app.post(releasePath.pattern, releaseClaim(platform))
  app.post(askAgainPath.pattern, leadToForm(platform))
  app.post(askAPersonPath.pattern, sendToAPerson(platform))
  app.route('/', questionRoutes(platform))
  app.route('/', preparedTextRoutes(platform))
  app.route('/', contactRoutes(platform))
  return app
}
