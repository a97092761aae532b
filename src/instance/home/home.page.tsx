import {
  chipOf,
  fullName,
  type InboxRow,
  type ListedRequest,
  sayAsk,
  sayDue,
  sayStand,
  type ToConfirm,
} from '../../access-requests/index.ts'
import { daysLeft } from '../../accounts/domain/ending.ts'
import { type HeldRole, sayEnd, sayHeld } from '../../accounts/index.ts'
import { type AccountToAccept, AgreementsPart } from '../../agreements/index.ts'
import { ownAccessPath } from '../../paths/access.ts'
import { askPath, myRequestsPath, requestPath } from '../../paths/access-requests.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import { queuePath } from '../../paths/decisions.ts'
import { profilePath, settingsPath } from '../../paths/people.ts'
import type { Viewer } from '../../people/index.ts'
import type { ToAnswer } from '../../members/index.ts'
import type { OpenApplication } from '../../new-accounts/index.ts'
import { ReviewsPart, type WaitingReview } from '../../reviews/index.ts'
import { type DeskCase, DeskPart } from '../../support-cases/index.ts'
import {
  Badge,
  type Frame,
  Items,
  Link,
  LinkButton,
  Muted,
  Notice,
  Page,
  PageHeading,
  Section,
  StatusChip,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Standing } from './home.query.ts'
import { SuspendedNotice } from './suspended.tsx'
import { answersWanted, applied, type Item } from './waiting.page.tsx'
import { HealthCard } from '../operator/health.page.tsx'
import type { HealthCounts } from '../operator/health.query.ts'

/** What the home page shows. */
export type HomePageProps = {
  readonly frame: Frame
  readonly viewer: Viewer
  /** The first requests that wait for the viewer; null when none ever can. */
  readonly toDecide: readonly InboxRow[] | null
  readonly own: readonly ListedRequest[]
  readonly roles: readonly HeldRole[]
  /** What they hold and nobody kept in a review. */
  readonly suspended: readonly HeldRole[]
  /** The first cases that wait for support; null for whoever is no agent. */
  readonly desk: readonly DeskCase[] | null
  /** The open reviews that wait for the viewer. */
  readonly reviews: readonly WaitingReview[]
  /** The accounts whose agreements wait for the viewer. */
  readonly agreements: readonly AccountToAccept[]
  /** What colleagues ask for the viewer, who has to confirm it. */
  readonly toConfirm: readonly ToConfirm[]
  readonly invitations: readonly ToAnswer[]
  /** The viewer's open applications for new accounts, and those they are to accept. */
  readonly applications: readonly OpenApplication[]
  readonly office: Standing['office']
  /** How many accounts are in trouble; null for everybody but operators. */
  readonly health: HealthCounts | null
}

const rolesShown = 5

/** Where everybody begins: what waits for them, what they wait for, what they hold, and the way to ask. */
export function HomePage(props: HomePageProps) {
  const { frame, viewer, toDecide } = props
  const t = words.for(frame.reader)
  const asked = [...questionsIn(props), ...answersWanted(props)]
  const name = viewer.preferredFirstName || viewer.firstName || viewer.address
  return (
    <Page frame={frame} title={t('home.title')} live={[`person:${viewer.personId}`]}>
      <PageHeading
        title={t('home.greeting', { name })}
        lead={leadOf(props)}
        actions={
          <LinkButton variant="primary" icon="key-round" href={askPath.to()}>
            {t('home.request')}
          </LinkButton>
        }
      />
      <Missing {...props} />
      {(toDecide || asked.length > 0) && <Deciding {...props} rows={toDecide ?? []} asked={asked} />}
      <ReviewsPart reader={frame.reader} reviews={props.reviews} />
      <AgreementsPart reader={frame.reader} accounts={props.agreements} />
      {props.desk && <DeskPart reader={frame.reader} now={viewer.now} cases={props.desk} />}
      <Waiting {...props} />
      <Access {...props} />
      {props.health && <HealthCard frame={frame} counts={props.health} />}
    </Page>
  )
}

/** The viewer's own requests about which an administrator asked them something. */
function questionsIn({ frame, viewer, own }: HomePageProps): Item[] {
  return own
    .filter(({ status }) => status === 'INFO_REQUESTED')
    .map((request) => question(frame, viewer, request))
}

function leadOf(props: HomePageProps): string | undefined {
  const { frame, viewer } = props
  const t = words.for(frame.reader)
  const { toDecide, canDecide } = viewer.counters
  if (!canDecide || (toDecide === 0 && questionsIn(props).length + answersWanted(props).length > 0))
    return undefined
  if (toDecide === 0) return t('home.lead-nothing')
  return toDecide > 99 ? t('home.lead-many') : t('home.lead-decide', { n: toDecide })
}

function Missing({ frame, viewer }: HomePageProps) {
  const t = words.for(frame.reader)
  if (!viewer.verified) {
    return (
      <Notice
        kind="warning"
        still
        title={t('home.verify-title')}
        actions={
          <LinkButton small href={settingsPath.to()}>
            {t('home.verify-go')}
          </LinkButton>
        }
      >
        {t('home.verify', { address: viewer.address })}
      </Notice>
    )
  }
  if (viewer.profileComplete) return null
  return (
    <Notice
      kind="info"
      still
      title={t('home.profile-title')}
      actions={
        <LinkButton small href={profilePath.to()}>
          {t('home.profile-go')}
        </LinkButton>
      }
    >
      {t('home.profile')}
    </Notice>
  )
}

type Mine = HomePageProps & { rows: readonly InboxRow[]; asked: readonly Item[] }

function Deciding({ frame, viewer, rows, asked }: Mine) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section
      title={t('home.decide')}
      action={rows.length > 0 && <Link href={queuePath.to()}>{t('home.decide-all')}</Link>}
    >
      {asked.length > 0 && <Items items={asked} />}
      {rows.length === 0 ? (
        asked.length === 0 && <Muted>{t('home.decide-none')}</Muted>
      ) : (
        <Items
          items={rows.map((row) => ({
            title: (
              <span>
                <Link href={requestPath.to(row.id)}>{fullName(row.profile)}</Link> · {row.accountName}
              </span>
            ),
            state: stateOf(frame, viewer, row),
            text: sayAsk(reader, row.ask, row.places),
            meta:
              row.dueAt < viewer.now || row.status === 'INFO_REQUESTED' ? undefined : (
                <Time reader={reader} at={row.dueAt}>
                  {t('home.due', { due: withinSentence(reader, sayDue(reader, row.dueAt, viewer.now)) })}
                </Time>
              ),
          }))}
        />
      )}
    </Section>
  )
}

function stateOf({ reader }: Frame, viewer: Viewer, row: InboxRow) {
  if (row.status === 'INFO_REQUESTED') return <Badge tone="blue">{words.for(reader)('home.info')}</Badge>
  return row.dueAt < viewer.now && <Badge tone="rust">{sayDue(reader, row.dueAt, viewer.now)}</Badge>
}

function question({ reader }: Frame, { now }: Viewer, request: ListedRequest) {
  return {
    title: <Link href={`${requestPath.to(request.id)}#question`}>{request.accountName}</Link>,
    state: <StatusChip {...chipOf(reader, { ...request, now })} />,
    text: words.for(reader)('home.question'),
    meta: request.reference,
  }
}

// What stands alone elsewhere begins with a capital; here it ends a sentence.
function withinSentence({ locale }: Frame['reader'], words: string): string {
  return words.charAt(0).toLocaleLowerCase(locale) + words.slice(1)
}

function Waiting(props: HomePageProps) {
  const { reader } = props.frame
  const own = props.own.filter(({ status }) => status !== 'INFO_REQUESTED')
  const items = [...own.map((request) => waiting(props, request)), ...applied(props)]
  const t = words.for(reader)
  return (
    <Section title={t('home.others')} action={<Link href={myRequestsPath.to()}>{t('home.others-all')}</Link>}>
      {items.length === 0 ? <Muted>{t('home.others-none')}</Muted> : <Items items={items} />}
    </Section>
  )
}

function waiting({ frame: { reader }, viewer }: HomePageProps, request: ListedRequest): Item {
  const stand = { ...request, now: viewer.now }
  return {
    title: <Link href={requestPath.to(request.id)}>{request.accountName}</Link>,
    state: <StatusChip {...chipOf(reader, stand)} />,
    text: sayStand(reader, stand),
    meta: request.reference,
  }
}

function EndingSoon({ frame, roles, now }: Pick<HomePageProps, 'frame' | 'roles'> & { readonly now: Date }) {
  const { reader } = frame
  const t = words.for(reader)
  const soon = roles.filter(({ endsAt }) => daysLeft(endsAt, now, reader.timeZone) !== undefined)
  const [first] = soon.toSorted((one, other) => Number(one.endsAt) - Number(other.endsAt))
  if (!first?.endsAt) return null
  const path = soon.length === 1 ? ownAccessPath.to(first.identifier) : `${smartAccountsPath.to()}?sort=until`
  return (
    <Notice
      kind="warning"
      still
      title={t('home.ending', { n: soon.length })}
      actions={
        <LinkButton small href={path}>
          {t('home.ending-go')}
        </LinkButton>
      }
    >
      {t('home.ending-first', {
        n: soon.length,
        account: first.accountName,
        date: sayEnd(reader, first.endsAt),
      })}
    </Notice>
  )
}

function Access({ frame, roles, suspended, viewer }: HomePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const shown = roles.slice(0, rolesShown)
  return (
    <Section
      title={t('home.access')}
      action={
        roles.length + suspended.length > 0 && (
          <Link href={smartAccountsPath.to()}>{t('home.access-all')}</Link>
        )
      }
    >
      <EndingSoon frame={frame} roles={roles} now={viewer.now} />
      <SuspendedNotice reader={reader} roles={suspended} />
      {roles.length === 0 ? (
        suspended.length === 0 && <Muted>{t('home.access-none')}</Muted>
      ) : (
        <Items
          items={shown.map((held) => ({
            title: held.accountName,
            text: sayHeld(reader, {
              role: held.role,
              endsAt: held.endsAt,
              places: held.place.length === 0 ? [] : [held.place.join(' / ')],
            }),
            meta: held.identifier,
          }))}
        />
      )}
      {roles.length > rolesShown && <Muted>{t('home.access-more', { n: roles.length - rolesShown })}</Muted>}
    </Section>
  )
}
