import { requestPath } from '../../paths/access-requests.ts'
import { queuePath } from '../../paths/decisions.ts'
import { type Frame, LinkButton, Notice, Page, PageHeading } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { StoredRequest } from '../requests.row.ts'
import { crumbs } from './form-again.page.ts'

/** Why this person cannot decide this request: mostly that somebody was first, and who. */
export function RefusedPage({
  frame,
  request,
  text,
}: {
  frame: Frame
  request: StoredRequest
  text: string
}) {
  const { reader } = frame
  const t = words.for(reader)
  const title = t('decide.refused')
  return (
    <Page frame={frame} title={title} breadcrumb={crumbs(t, request, title)}>
      <PageHeading over={request.reference} title={title} />
      <Notice
        kind="warning"
        title={text}
        actions={
          <>
            <LinkButton small href={requestPath.to(request.id)}>
              {t('decide.open')}
            </LinkButton>
            <LinkButton small variant="quiet" href={queuePath.to()}>
              {t('decided.queue')}
            </LinkButton>
          </>
        }
      >
        {t('decide.refused-safe')}
      </Notice>
    </Page>
  )
}
