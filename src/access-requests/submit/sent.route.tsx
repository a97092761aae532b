import { isId, type RequestId } from '../../kernel/id.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { reminderPossibleFrom } from '../domain/patience.ts'
import { approversOf, findRequest } from '../requests.store.ts'
import { shownDeciders } from './deciders.ts'
import { SentPage } from './sent.page.tsx'

/** The notice after sending, for whoever sent it. */
export function showSent(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const id = c.req.param('id') ?? ''
      const request = isId(id) ? await findRequest(platform.db, viewer, id as RequestId) : undefined
      if (!request || request.requesterId !== viewer.personId) return c.notFound()
      // A rule has settled it: its page says all there is.
      if (request.settledAt !== null) return seeOther(c, requestPath.to(request.id))
      const approvers = await approversOf(platform.db, { ...request, scope: request.ask.scope })
      return html(
        c,
        <SentPage
          frame={frameOf(c, platform, viewer)}
          id={request.id}
          reference={request.reference}
          accountName={request.accountName}
          withSupport={request.stage === 'WITH_SUPPORT'}
          deciders={shownDeciders(approvers, request.showAdministrators)}
          dueAt={request.dueAt}
          reminderFrom={reminderPossibleFrom(request)}
          expectedWait={request.expectedWait}
        />,
      )
    },
  })
}
