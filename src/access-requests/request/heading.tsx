import { amendPath, remindPath, requestPath, withdrawPath } from '../../paths/access-requests.ts'
import { askAgainPath } from '../../paths/conversation.ts'
import { askAPersonPath } from '../../paths/rules.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { Button, Form, LinkButton, PageHeading, StatusChip, SubmitButton } from '../../ui/index.ts'
import { againFrom } from '../domain/asking.ts'
import { remindersLeft } from '../domain/patience.ts'
import { remind } from '../domain/policy.ts'
import { isOpen } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { reminderAmong, sayNextStep, sayReminder } from '../next-step.ts'
import { askerName } from '../profile.ts'
import { chipOf, isLate, sayStand } from '../standing.ts'
import { leadsElsewhere, sayAfterClosing, WayOn } from './closed.tsx'
import { accessNow } from './outcome.ts'
import type { RequestPageProps } from './request.page.tsx'

/** Where a request stands, what happens next, and what its requester can do. */
export function Heading(props: RequestPageProps) {
  const { frame, request, deciders, now } = props
  const { reader } = frame
  const t = words.for(reader)
  // What comes next has a sentence of its own here.
  const stand = { ...request, deciders: deciders.count, now, nextStep: null }
  const names = { who: askerName(reader, request.profile), account: request.accountName }
  // The question is for whoever asked; everybody else waits for its answer.
  const isAwaited = request.status === 'INFO_REQUESTED' && !request.mine
  const said = isAwaited ? t('question.waiting', { name: names.who }) : sayStand(reader, stand)
  const chip = { ...chipOf(reader, stand), ...(isAwaited ? { label: t('queue.info') } : {}) }
  return (
    <PageHeading
      over={t('request.over', { reference: request.reference, account: request.accountName })}
      title={
        request.mine ? said : t(isOpen(request) ? 'request.title.other' : 'request.title.settled', names)
      }
      status={<StatusChip {...chip} />}
      lead={request.mine ? whatNext(props) : behind(props, said)}
      actions={request.mine && <Acts {...props} />}
    />
  )
}

function behind({ frame, request }: RequestPageProps, said: string): string {
  const { nextStep } = request
  const isSaid = nextStep === null || nextStep.kind === 'ANSWER_EXPECTED'
  return isSaid ? said : `${said}. ${sayNextStep(frame.reader, nextStep)}`
}

/** The next step and its date, under the sentence of where it stands. */
function whatNext(props: RequestPageProps): string {
  const { frame, request, story, now } = props
  const { reader } = frame
  const t = words.for(reader)
  const next = sayNextStep(reader, request.nextStep)
  if (request.status === 'INFO_REQUESTED') return `${t('request.next.info')} ${next}`.trim()
  if (isOpen(request)) {
    const isWaiting = request.stage === 'WITH_SUPPORT' || !isLate({ ...request, now })
    return isWaiting ? whileWaiting(props) : `${next} ${t('request.next.late')}`
  }
  if (request.accountStatus === 'SUSPENDED') return t('request.suspended.own')
  const access = accessNow(story.happened, now)
  return access === null ? afterAll(props) : t(`request.next.${access}`)
}

/** What can still be done about a request that gave nothing. */
function afterAll(props: RequestPageProps): string {
  const { frame, request, now } = props
  const { reader } = frame
  const t = words.for(reader)
  if (props.blocked) return sayBlocked(props, props.blocked.until)
  if (isForAPerson(props)) return t('by-rule.next')
  if (props.story.askedAs) return t('by-rule.asked')
  const closed = sayAfterClosing(props)
  if (closed !== null) return closed
  const again = request.status === 'DECLINED' ? againFrom([request], request.ask) : null
  return again !== null && now < again
    ? t('request.next.declined', { date: formatDate(reader, again, 'date') })
    : t('request.next.again')
}

// The date of the answer stands in the title already.
function whileWaiting({ frame, request, story, deciders }: RequestPageProps): string {
  const { reader } = frame
  const reminder = reminderAmong(story.clocks)
  // The clock that would remind somebody finds nobody, and passes it on.
  if (deciders.count === 0 && request.stage !== 'WITH_SUPPORT' && reminder !== null)
    return words.for(reader)('request.next.nobody', { date: formatDate(reader, reminder, 'date') })
  const next =
    request.nextStep?.kind === 'ANSWER_EXPECTED'
      ? sayReminder(reader, reminder)
      : sayNextStep(reader, request.nextStep)
  return `${next} ${words.for(reader)('request.next.mail')}`.trim()
}

function sayBlocked({ frame }: RequestPageProps, until: Date | null): string {
  const t = words.for(frame.reader)
  return until
    ? t('letter.declined.blocked-until', { date: formatDate(frame.reader, until, 'dateWithYear') })
    : t('letter.declined.blocked')
}

// A rule has declined it, nobody has looked at it, and nobody was asked to.
function isForAPerson({ request, story, viewerId }: RequestPageProps): boolean {
  if (request.status !== 'DECLINED' || request.accountStatus !== 'ACTIVE' || story.askedAs) return false
  if (request.beneficiaryId !== viewerId) return false
  const last = story.happened.findLast(({ type }) => type === 'access-request.declined')
  return typeof last?.facts['ruleId'] === 'string'
}

function AskAPerson({ frame, request }: RequestPageProps) {
  return (
    <Form action={askAPersonPath.to(request.id)} wide>
      <SubmitButton icon="send">{words.for(frame.reader)('by-rule.ask')}</SubmitButton>
    </Form>
  )
}

function Acts(props: RequestPageProps) {
  const { frame, request, story } = props
  const t = words.for(frame.reader)
  if (!isOpen(request)) {
    if (props.blocked || request.accountStatus === 'SUSPENDED') return null
    if (isForAPerson(props)) return <AskAPerson {...props} />
    if (story.askedAs) return <LinkButton href={requestPath.to(story.askedAs)}>{t('by-rule.see')}</LinkButton>
    if (leadsElsewhere(props)) return <WayOn {...props} />
    return request.requesterId === props.viewerId ? (
      <Form action={askAgainPath.to(request.id)} wide>
        <SubmitButton icon="send">{t('request.again')}</SubmitButton>
      </Form>
    ) : null
  }
  return (
    <>
      {request.status !== 'INFO_REQUESTED' && <Reminding {...props} />}
      {!story.isHalfApproved && (
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

/** The button, when a reminder is possible now; the card about reminders says from when it is. */
function Reminding({ frame, viewerId, request, deciders, now }: RequestPageProps) {
  const t = words.for(frame.reader)
  if (request.accountStatus === 'SUSPENDED') return null
  const allowed = remind(request, viewerId, { reachable: deciders.count }, now)
  if (!allowed.ok && allowed.refusal.code !== 'nobody-reachable') return null
  return (
    <Form action={remindPath.to(request.id)} wide>
      <Button icon="bell" label={t('request.remind.with', { left: remindersLeft(request) })}>
        {t('request.remind')}
      </Button>
    </Form>
  )
}
