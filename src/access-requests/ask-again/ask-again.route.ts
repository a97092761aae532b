import { isId, type RequestId } from '../../kernel/id.ts'
import { askPath, askReasonPath } from '../../paths/access-requests.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, fieldsOf, MalformedForm, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { showRefused } from '../request/request.route.tsx'
import { askAgain } from './ask-again.ts'

/** Leads to the form for a new request, filled in from a settled one. */
export function leadToForm(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return c.notFound()
      const again = await askAgain(platform.db, viewer, id as RequestId)
      if (again.ok) return seeOther(c, askReasonPath.to())
      const { refusal } = again
      // Step 1 says what can be said about it, as to anybody who types the identifier.
      if (refusal.code === 'not-findable') return seeOther(c, askPath.to(refusal.identifier))
      if (refusal.code === 'too-many') return seeOther(c, askPath.to())
      return showRefused(c, platform, viewer, refusal)
    },
  })
}
