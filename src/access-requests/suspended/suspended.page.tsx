import type { NamedTree } from '../../accounts/index.ts'
import { shownIdentifier, type Identifier as AccountIdentifier } from '../../accounts/domain/identifier.ts'
import { queuePath } from '../../paths/decisions.ts'
import {
  Card,
  Facts,
  type Frame,
  Identifier,
  Notice,
  Page,
  PageHeading,
  Quote,
  Stack,
  StatusChip,
  Time,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { namesIn } from '../decide/sayings.ts'
import { isOpen } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { askerName } from '../profile.ts'
import type { StoredRequest } from '../requests.row.ts'
import { chipOf } from '../standing.ts'

/** A request whose account is suspended, for whoever would decide it otherwise: what it is, and nothing to press. */
export function SuspendedPage(props: {
  frame: Frame
  request: StoredRequest
  tree: NamedTree
  now: Date
  /** What was typed and could not be sent. */
  unsent?: string | undefined
}) {
  const { frame, request, now, unsent } = props
  const { reader } = frame
  const t = words.for(reader)
  const names = { who: askerName(reader, request.profile), account: request.accountName }
  return (
    <Page
      frame={frame}
      title={t('request.title', { reference: request.reference })}
      breadcrumb={[{ label: t('queue.title'), href: queuePath.to() }, { label: request.reference }]}
    >
      <PageHeading
        over={t('request.over', { reference: request.reference, account: request.accountName })}
        title={t(isOpen(request) ? 'request.title.other' : 'request.title.settled', names)}
        status={<StatusChip {...chipOf(reader, { ...request, now })} />}
      />
      <Stack>
        <Notice kind="warning" still>
          {t(isOpen(request) ? 'request.suspended' : 'request.suspended.settled')}
        </Notice>
        {unsent && (
          <Notice kind="info" still title={t('talk.unsent')}>
            <Quote reader={reader} text={unsent} />
          </Notice>
        )}
        <Asked {...props} who={names.who} />
      </Stack>
    </Page>
  )
}

function Asked({
  frame: { reader },
  request,
  tree,
  who,
}: {
  frame: Frame
  request: StoredRequest
  tree: NamedTree
  who: string
}) {
  const t = words.for(reader)
  const identifier = shownIdentifier(request.identifier as AccountIdentifier).shown
  const items = [
    { label: t('request.account'), value: request.accountName, help: <Identifier value={identifier} /> },
    { label: t('decide.asked'), value: sayAsk(reader, request.ask, namesIn(tree)) },
    { label: t('request.submitted'), value: <Time reader={reader} at={request.submittedAt} as="dateTime" /> },
  ]
  return (
    <Card title={t('request.asked')}>
      <Quote reader={reader} text={request.reason} by={who} />
      <Facts items={items} />
    </Card>
  )
}
