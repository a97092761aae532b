import type { NamedTree } from '../../accounts/index.ts'
import { amendPath, askPath, myRequestsPath, remindPath, withdrawPath } from '../../paths/access-requests.ts'
import { queuePath } from '../../paths/decisions.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  type Crumb,
  type Flash,
  Form,
  type Frame,
  LinkButton,
  Page,
  PageHeading,
  Section,
  Split,
  Stack,
  StatusChip,
  Timeline,
} from '../../ui/index.ts'
import type { DecisionView } from '../decide/decide.query.ts'
import { DecisionAside, DecisionPanel } from '../decide/panel.tsx'
import { againFrom } from '../domain/asking.ts'
import { remindersLeft } from '../domain/patience.ts'
import { remind } from '../domain/policy.ts'
import { isOpen } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { SeenRequest } from '../requests.store.ts'
import type { ShownDeciders } from '../submit/deciders.ts'
import { chipOf, isLate, sayStand } from '../standing.ts'
import type { GivenAccess } from '../take-back/given.query.ts'
import { GivenCard } from '../take-back/given.tsx'
import { AboutRequest } from './about.tsx'
import { accessNow, isHalfApproved } from './outcome.ts'
import type { Story } from './request.query.ts'
import { tell } from './story.tsx'

/** What the page of one request shows. */
export type RequestPageProps = {
  readonly frame: Frame
  readonly viewerId: string
  readonly now: Date
  readonly request: SeenRequest
  readonly story: Story
  readonly tree: NamedTree
  readonly seesBehind: boolean
  /** Those who can decide and be reached, by name when the account shows names. */
  readonly deciders: ShownDeciders
  /** What the viewer needs to decide it; null when they cannot. */
  readonly decision: DecisionView | null
  /** The account takes no further request from this person; without `until` for ever. */
  readonly blocked: { readonly until: Date | null } | null
  /** The access it gave that is still in force. */
  readonly given: GivenAccess | null
  readonly flash?: Flash | undefined
}

/** One request: where it stands, what happened, what was asked, and what can be done. */
export function RequestPage(props: RequestPageProps) {
  const { frame, request, decision } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('request.title', { reference: request.reference })}
      breadcrumb={wayTo(props)}
      live={[`request:${request.id}`]}
      flash={props.flash}
      wide
    >
      <Heading {...props} />
      <Split
        label={t('request.about')}
        aside={
          <Stack>
            {decision && <DecisionAside reader={reader} view={decision} />}
            <AboutRequest {...props} />
          </Stack>
        }
      >
        <Stack>
          {decision && <DecisionPanel reader={reader} view={decision} />}
          {props.given && (
            <GivenCard
              reader={reader}
              identifier={request.identifier}
              given={props.given}
              isOwn={request.beneficiaryId === props.viewerId}
            />
          )}
          <Section title={t('request.story')}>
            <Timeline label={t('request.story')} items={tell({ ...props, reader })} />
          </Section>
        </Stack>
      </Split>
    </Page>
  )
}

function wayTo({ frame, request }: RequestPageProps): Crumb[] {
  const t = words.for(frame.reader)
  if (request.mine)
    return [{ label: t('mine.title'), href: myRequestsPath.to() }, { label: request.reference }]
  if (!request.administered) return []
  return [{ label: t('request.queue'), href: queuePath.to() }, { label: request.reference }]
}

function Heading(props: RequestPageProps) {
  const { frame, request, deciders, now } = props
  const { reader } = frame
  const t = words.for(reader)
  const stand = { ...request, deciders: deciders.count, now }
  const names = { who: fullName(request.profile), account: request.accountName }
  const said = sayStand(reader, stand)
  return (
    <PageHeading
      over={t('request.over', { reference: request.reference, account: request.accountName })}
      title={
        request.mine ? said : t(isOpen(request) ? 'request.title.other' : 'request.title.settled', names)
      }
      status={<StatusChip {...chipOf(reader, stand)} />}
      lead={request.mine ? whatNext(props) : said}
      actions={request.mine && <Acts {...props} />}
    />
  )
}

/** The next step and its date, under the sentence of where it stands. */
function whatNext(props: RequestPageProps): string {
  const { frame, request, story, now } = props
  const { reader } = frame
  const t = words.for(reader)
  const due = { date: formatDate(reader, request.dueAt, 'date') }
  if (isOpen(request)) {
    if (request.stage === 'WITH_SUPPORT') return t('request.next.mail')
    return isLate({ ...request, now }) ? t('request.next.late', due) : t('request.next.mail')
  }
  const access = accessNow(story.happened, now)
  if (access !== null) return t(`request.next.${access}`)
  if (props.blocked) return sayBlocked(props, props.blocked.until)
  const again = request.status === 'DECLINED' ? againFrom([request], request.ask) : null
  return again !== null && now < again
    ? t('request.next.declined', { date: formatDate(reader, again, 'date') })
    : t('request.next.again')
}

function sayBlocked({ frame }: RequestPageProps, until: Date | null): string {
  const t = words.for(frame.reader)
  return until
    ? t('letter.declined.blocked-until', { date: formatDate(frame.reader, until, 'dateWithYear') })
    : t('letter.declined.blocked')
}

function Acts(props: RequestPageProps) {
  const { frame, request, story } = props
  const t = words.for(frame.reader)
  if (!isOpen(request)) {
    if (props.blocked) return null
    return (
      <LinkButton variant="primary" href={askPath.to(request.identifier)}>
        {t('request.again')}
      </LinkButton>
    )
  }
  return (
    <>
      <Reminding {...props} />
      {!isHalfApproved(story.happened, request) && (
        <LinkButton icon="pencil" href={amendPath.to(request.id)}>
          {t('request.amend')}
        </LinkButton>
      )}
      <LinkButton variant="quiet" href={withdrawPath.to(request.id)}>
        {t('request.withdraw')}
      </LinkButton>
    </>
  )
}

/** The button, when a reminder is possible now; the rule is said beside the request. */
function Reminding({ frame, viewerId, request, deciders, now }: RequestPageProps) {
  const t = words.for(frame.reader)
  const allowed = remind(request, viewerId as SeenRequest['requesterId'], { reachable: deciders.count }, now)
  if (!allowed.ok && allowed.refusal.code !== 'nobody-reachable') return null
  return (
    <Form action={remindPath.to(request.id)} wide>
      <Button icon="bell" label={t('request.remind.with', { left: remindersLeft(request) })}>
        {t('request.remind')}
      </Button>
    </Form>
  )
}
