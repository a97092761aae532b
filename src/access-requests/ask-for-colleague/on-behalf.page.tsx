import { requestPath } from '../../paths/access-requests.ts'
import {
  askForColleaguePath,
  confirmOnBehalfPath,
  onBehalfListPath,
  onBehalfPath,
  refuseOnBehalfPath,
  takeBackOnBehalfPath,
} from '../../paths/on-behalf.ts'
import { profilePath } from '../../paths/people.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  Card,
  type Column,
  EmptyState,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Pager,
  Quote,
  Split,
  StatusChip,
  type StatusKind,
  SubmitButton,
  Table,
  Time,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { endedEarly, type OnBehalfStatus, standingOf } from '../domain/on-behalf.ts'
import type { Profile } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { ProfileFacts } from '../profile-facts.tsx'
import { askFrom } from '../submit/wish.ts'
import type { StoredOnBehalf } from './on-behalf.store.ts'

const kinds: Readonly<Record<OnBehalfStatus, StatusKind>> = {
  WAITING: 'pending',
  CONFIRMED: 'approved',
  REFUSED: 'declined',
  WITHDRAWN: 'withdrawn',
  LAPSED: 'expired',
}

/** What a page shows of one: for whoever asked it, or for the colleague it lies with. */
export type OnBehalfPageProps = {
  readonly frame: Frame
  readonly one: StoredOnBehalf
  /** It lies with the viewer to confirm it. */
  readonly isForViewer: boolean
  /** The account's name, for whoever may know it; else its identifier. */
  readonly account: string
  readonly profile: Profile
  readonly flash?: Flash | undefined
  /** Why it was not done. */
  readonly problem?: string | undefined
}

/** One request for a colleague, before it is a request. */
export function OnBehalfPage(props: OnBehalfPageProps) {
  const { frame, one, isForViewer, account, problem } = props
  const t = words.for(frame.reader)
  const status = standingOf(one, one.now)
  const title = isForViewer
    ? t('behalf.one.yours', { who: one.askedByName, account })
    : t('behalf.one.title', { account, colleague: one.address })
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      failed={problem !== undefined}
      breadcrumb={[{ label: t('behalf.list'), href: onBehalfListPath.to() }, { label: account }]}
    >
      <PageHeading title={title} over={<Chip reader={frame.reader} status={status} />} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('behalf.refused')}>
          {problem}
        </Notice>
      )}
      {isForViewer && status === 'WAITING' ? (
        <Split label={t('behalf.profile')} aside={<ProfileCard {...props} />}>
          <What {...props} />
          <Answer {...props} />
        </Split>
      ) : (
        <>
          <What {...props} />
          {status === 'WAITING' ? <Answer {...props} /> : <Settled {...props} />}
        </>
      )}
    </Page>
  )
}

function ProfileCard({ frame, one, profile }: OnBehalfPageProps) {
  const t = words.for(frame.reader)
  return (
    <Card
      title={t('behalf.profile')}
      action={
        <LinkButton small icon="pencil" href={`${profilePath.to()}?next=${onBehalfPath.to(one.id)}`}>
          {t('ask.profile.edit-short')}
        </LinkButton>
      }
    >
      <ProfileFacts reader={frame.reader} profile={profile} stacked />
    </Card>
  )
}

function What({ frame, one, isForViewer }: OnBehalfPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const who = isForViewer
    ? { label: t('behalf.by'), value: one.askedByName }
    : { label: t('behalf.for'), value: one.address }
  return (
    <>
      <Facts
        items={[
          who,
          { label: t('behalf.account'), value: <Identifier value={one.identifier} /> },
          { label: t('behalf.what'), value: wished(frame, one) },
          { label: t('behalf.asked'), value: <Time reader={reader} at={one.askedAt} /> },
        ]}
      />
      <Quote reader={reader} text={one.reason} by={one.askedByName} />
    </>
  )
}

function wished({ reader }: Frame, one: StoredOnBehalf): string {
  const ask = askFrom({ ...one.wish, reason: '' }, one.timeZone)
  const { scope } = ask
  const local = { ...reader, timeZone: one.timeZone }
  const [first, ...others] = scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : []
  if (first === undefined) return sayAsk(local, ask, {})
  // Which ones they are is for those to read who may see the tree of the account.
  const some = words.for(reader)('behalf.some-places', { n: 1 + others.length })
  return sayAsk(local, { ...ask, scope: { kind: 'VIRTUAL', virtualAccountIds: [first] } }, { [first]: some })
}

function Answer({ frame, one, isForViewer }: OnBehalfPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (!isForViewer) {
    return (
      <>
        <Notice kind="info" still title={t('behalf.state.WAITING')}>
          {t('behalf.one.waits', { date: formatDate(reader, one.lapsesAt, 'date') })}
        </Notice>
        <Form action={takeBackOnBehalfPath.to(one.id)}>
          <Button>{t('behalf.take-back')}</Button>
        </Form>
      </>
    )
  }
  return (
    <Form action={confirmOnBehalfPath.to(one.id)}>
      <p>{t('behalf.one.question')}</p>
      <FormActions>
        <SubmitButton icon="send">{t('behalf.confirm')}</SubmitButton>
        <Button variant="quiet" formaction={refuseOnBehalfPath.to(one.id)}>
          {t('behalf.refuse')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Settled({ frame, one }: OnBehalfPageProps) {
  const t = words.for(frame.reader)
  if (endedEarly(one)) {
    const account = one.isAccountClosed ? 'yes' : 'no'
    return (
      <Notice kind="info" still title={t('behalf.state.LAPSED')}>
        {t('behalf.over', { account })}
      </Notice>
    )
  }
  if (one.requestId === null) return null
  return (
    <LinkButton variant="primary" href={requestPath.to(one.requestId)}>
      {t('behalf.see-request')}
    </LinkButton>
  )
}

function Chip({ reader, status }: { reader: Frame['reader']; status: OnBehalfStatus }) {
  return <StatusChip kind={kinds[status]} label={words.for(reader)(`behalf.state.${status}`)} />
}

/** What the list shows. */
export type OnBehalfListProps = {
  readonly frame: Frame
  readonly viewer: string
  readonly rows: readonly StoredOnBehalf[]
  readonly next: string | undefined
}

/** What somebody asked for colleagues, and what colleagues asked for them. */
export function OnBehalfListPage({ frame, viewer, rows, next }: OnBehalfListProps) {
  const { reader } = frame
  const t = words.for(reader)
  const ask = (
    <LinkButton variant="primary" href={askForColleaguePath.to()}>
      {t('behalf.link')}
    </LinkButton>
  )
  return (
    <Page frame={frame} title={t('behalf.list')} wide>
      <PageHeading
        title={t('behalf.list')}
        lead={t('behalf.list.lead')}
        actions={rows.length > 0 ? ask : undefined}
      />
      {rows.length === 0 ? (
        <EmptyState icon="users" title={t('behalf.none')} action={ask}>
          {t('behalf.none.text')}
        </EmptyState>
      ) : (
        <>
          <Table
            reader={reader}
            caption={t('behalf.list')}
            columns={columnsFor(reader, viewer)}
            rows={rows}
          />
          <Pager reader={reader} next={next} />
        </>
      )}
    </Page>
  )
}

function columnsFor(reader: Frame['reader'], viewer: string): Column<StoredOnBehalf>[] {
  const t = words.for(reader)
  return [
    {
      label: t('behalf.account'),
      heads: true,
      cell: ({ id, identifier }) => (
        <Link href={onBehalfPath.to(id)}>
          <Identifier value={identifier} />
        </Link>
      ),
    },
    {
      label: t('behalf.for'),
      cell: ({ askedBy, address }) => (askedBy === viewer ? address : t('behalf.for-you')),
    },
    {
      label: t('behalf.by'),
      cell: ({ askedBy, askedByName }) => (askedBy === viewer ? t('behalf.by-you') : askedByName),
    },
    {
      label: t('behalf.asked'),
      fit: true,
      cell: ({ askedAt }) => <Time reader={reader} at={askedAt} />,
    },
    {
      label: t('behalf.state'),
      fit: true,
      cell: (one) => <Chip reader={reader} status={standingOf(one, one.now)} />,
    },
  ]
}
