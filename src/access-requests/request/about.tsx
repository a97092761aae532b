import type { Identifier as AccountIdentifier } from '../../accounts/domain/identifier.ts'
import { shownIdentifier } from '../../accounts/domain/identifier.ts'
import { isCustom } from '../../accounts/domain/roles.ts'
import { sayEnd, sayRoleHelp } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { newClaimPath } from '../../paths/claims.ts'
import { contactPath } from '../../paths/conversation.ts'
import { casePath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Card, type Fact, Facts, Fold, Identifier, Items, Link, LinkButton, Time } from '../../ui/index.ts'
import { listed, roleName, scopeName } from '../asked.ts'
import { namesIn } from '../decide/sayings.ts'
import { isOpen } from '../domain/request.ts'
import { waitFact } from '../expected-wait/say-wait.ts'
import { Escalating } from '../escalate/escalating.tsx'
import { words } from '../messages/index.ts'
import { ProfileFacts } from '../profile-facts.tsx'
import { RemindersCard } from '../remind/reminding.tsx'
import { sayAway } from '../submit/deciders.ts'
import type { RequestPageProps } from './request.page.tsx'
import type { Delivery } from './request.query.ts'

/** What stands beside a request: what was asked, who decides, the details as sent, and the mails for who may see them. */
export function AboutRequest(props: RequestPageProps) {
  const { frame, request, seesBehind } = props
  const t = words.for(frame.reader)
  return (
    <>
      {request.requesterId === props.viewerId && isOpen(request) && request.accountStatus !== 'SUSPENDED' && (
        <RemindersCard
          reader={frame.reader}
          request={request}
          last={props.story.lastReminder}
          reachable={props.deciders.count}
          now={props.now}
        />
      )}
      <Card title={t('request.asked')}>
        <Facts stacked items={askedFacts(props)} />
      </Card>
      {request.mine && isOpen(request) && <WhoDecides {...props} />}
      <Fold summary={t('request.details')}>
        <ProfileFacts reader={frame.reader} profile={request.profile} stacked />
      </Fold>
      {seesBehind && <Deliveries {...props} />}
    </>
  )
}

function askedFacts(props: RequestPageProps): Fact[] {
  const { frame, request, tree, story } = props
  const { reader } = frame
  const t = words.for(reader)
  const { ask } = request
  const identifier = shownIdentifier(request.identifier as AccountIdentifier).shown
  const facts: Fact[] = [
    { label: t('request.account'), value: request.accountName, help: <Identifier value={identifier} /> },
    { label: t('request.scope'), value: scopeName(reader, ask.scope, namesIn(tree)) },
    {
      label: t('request.role'),
      value: ask.role === null ? t('request.open') : roleName(reader, ask.role),
      ...roleHelp(props),
    },
    {
      label: t('request.ends'),
      value: ask.endsAt ? (
        <Time reader={reader} at={ask.endsAt}>
          {sayEnd(reader, ask.endsAt)}
        </Time>
      ) : (
        t('request.open')
      ),
    },
    { label: t('request.submitted'), value: <Time reader={reader} at={request.submittedAt} as="dateTime" /> },
  ]
  if (request.status === 'PENDING' && request.stage !== 'WITH_SUPPORT') {
    facts.push({ label: t('request.due'), value: <Time reader={reader} at={request.dueAt} as="date" /> })
  }
  if (isOpen(request) && request.stage === 'WITH_ADMINS')
    facts.push(...waitFact(reader, request.expectedWait))
  facts.push(...seenFact(props), ...repeatedFact(props))
  if (story.caseReference !== null) {
    facts.push({ label: t('request.case'), value: <CaseReference {...props} /> })
  }
  return facts
}

// What a role of the account's own allows, and for whoever asked that it is given no more.
function roleHelp({ frame, request, story }: RequestPageProps): { help?: string } {
  const { role } = request.ask
  if (role === null || !isCustom(role)) return {}
  const help = sayRoleHelp(frame.reader, role)
  const isOver = story.roleIsRetired && request.mine && isOpen(request)
  return { help: isOver ? `${help} ${words.for(frame.reader)('request.role-retired')}` : help }
}

/** For whoever asked: whether it was seen and when, without a name. */
function seenFact({ frame, request, story, conversation }: RequestPageProps): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  if (!request.mine || !isOpen(request)) return []
  const label = t('request.seen')
  if (request.firstViewedAt === null) return [{ label, value: t('request.seen.not-yet') }]
  const amended = Math.max(0, ...story.before.keys())
  if ((conversation.seenVersion ?? 0) > amended) {
    return [{ label, value: <Time reader={reader} at={request.firstViewedAt} as="dateTime" /> }]
  }
  const date = formatDate(reader, request.firstViewedAt, 'dateTime')
  return [{ label, value: t('request.seen.before-change', { date }) }]
}

/** The settled request that this one repeats. */
function repeatedFact({ frame, request, conversation }: RequestPageProps): Fact[] {
  const { previous } = conversation
  if (previous === null) return []
  // The same request, for an account that became a part of this one; whoever decides knows no other.
  const isContinued = previous.reference === request.reference
  if (isContinued && !request.mine) return []
  const value = <Link href={requestPath.to(previous.id)}>{previous.reference}</Link>
  return [{ label: words.for(frame.reader)('request.repeats'), value }]
}

/** The case's reference; a link for who may open it. */
function CaseReference({ request, story, viewerId, frame }: RequestPageProps) {
  const shown = <Identifier value={story.caseReference ?? ''} />
  const opens = request.requesterId === viewerId || frame.person?.isSupport || frame.person?.isOperator
  return story.caseId !== null && opens ? <Link href={casePath.to(story.caseId)}>{shown}</Link> : shown
}

function WhoDecides(props: RequestPageProps) {
  const { frame, request } = props
  const t = words.for(frame.reader)
  const relays = request.showAdministrators === 'RELAY' && props.deciders.count > 0
  const isSuspended = request.accountStatus === 'SUSPENDED'
  const isForsaken =
    request.mine && !isSuspended && props.deciders.count === 0 && request.stage === 'WITH_SUPPORT'
  return (
    <Card title={t('request.contact')}>
      <p>{contact(props)}</p>
      {sayAway(frame.reader, props.deciders.away).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {props.escalation && (
        <Escalating reader={frame.reader} request={request} facts={props.escalation} now={props.now} />
      )}
      {relays && (
        <LinkButton small icon="mail" href={contactPath.to(request.identifier, request.id)}>
          {t('contact.do')}
        </LinkButton>
      )}
      {isForsaken && (
        <>
          <p>{t('request.contact.claim')}</p>
          <LinkButton small href={newClaimPath.to(request.identifier)}>
            {t('request.contact.claim.do')}
          </LinkButton>
        </>
      )}
    </Card>
  )
}

function contact({ frame, request, deciders }: RequestPageProps): string {
  const t = words.for(frame.reader)
  const { names, count } = deciders
  if (count === 0)
    return t(request.stage === 'WITH_SUPPORT' ? 'request.contact.nobody' : 'request.contact.nobody-now')
  return names === null
    ? t('request.contact.count', { n: count })
    : t('request.contact.names', { names: listed(frame.reader, names) })
}

// The longer of two that begin alike stands first.
const mailKinds = [
  'submitted',
  'reminded-by-clock',
  'reminded',
  'amended',
  'withdrawn',
  'overdue',
  'expiry-near',
  'answer-missing',
  'expired',
  'closed',
  'routed',
  'nudged',
] as const
const talk = ['information-asked', 'answered', 'comments-mailed']
const decisions = ['approved', 'declined', 'first-approval', 'done']

function kindOf({ kind }: Delivery) {
  if (kind === 'access-request.submitted.requester') return 'receipt' as const
  const known = mailKinds.find((name) => kind.startsWith(`access-request.${name}`))
  if (known) return known
  const isOneOf = (names: readonly string[]) =>
    names.some((name) => kind.startsWith(`access-request.${name}`))
  if (isOneOf(talk)) return 'conversation'
  return isOneOf(decisions) ? 'decided' : 'other'
}

function Deliveries({ frame, story }: RequestPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (story.deliveries.length === 0) {
    return (
      <Fold summary={t('request.delivery')}>
        <p>{t('request.delivery.none')}</p>
      </Fold>
    )
  }
  return (
    <Fold summary={t('request.delivery')}>
      <Items items={story.deliveries.map((delivery) => lineOf(reader, delivery))} />
    </Fold>
  )
}

function lineOf(reader: Reader, delivery: Delivery) {
  const t = words.for(reader)
  return {
    title: delivery.name ? nameOf(delivery.name) || t('asked.erased') : delivery.address,
    text: `${t(`mail-kind.${kindOf(delivery)}`)} · ${t(`delivery.${delivery.state}`)}`,
    meta: <Time reader={reader} at={delivery.at} as="dateTime" />,
  }
}
