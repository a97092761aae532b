import { isId, type RequestId } from '../../kernel/id.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, fieldsOf, MalformedForm, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { showRefused } from '../request/request.route.tsx'
import { askAPerson } from './ask-a-person.ts'

/** Has a person decide what a rule has declined, and leads to the new request. */
export function sendToAPerson(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return c.notFound()
      const sent = await askAPerson(platform.db, viewer, id as RequestId)
      if (sent.ok) {
        platform.wake()
        return seeOther(c, requestPath.to(sent.value.id))
      }
      const { refusal } = sent
      if (refusal.code === 'duplicate-open-request')
        return seeOther(c, requestPath.to(refusal.id, 'duplicate'))
      if (refusal.code === 'sent-before') return seeOther(c, requestPath.to(id))
      return showRefused(c, platform, viewer, refusal)
    },
  })
}
