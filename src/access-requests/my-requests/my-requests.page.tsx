import { type Identifier as AccountIdentifier, shownIdentifier } from '../../accounts/domain/identifier.ts'
import { AccessTabs } from '../../accounts/index.ts'
import {
  askPath,
  findRequestPath,
  myRequestsPath,
  remindPath,
  requestPath,
  withdrawPath,
} from '../../paths/access-requests.ts'
import { onBehalfListPath } from '../../paths/on-behalf.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  Cluster,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FilterLinks,
  Fold,
  Form,
  FormActions,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  Section,
  StatusChip,
  Table,
  Time,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { reminderPossibleFrom } from '../domain/patience.ts'
import { remind, withdraw } from '../domain/policy.ts'
import { isOpen } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import type { AskedAccount } from './applications.query.ts'
import { AskedAccounts } from './applications.tsx'
import { chipOf, sayStand } from '../standing.ts'
import type { Counts, Filter, ListedRequest } from './my-requests.query.ts'

/** What "Your Access Requests" shows. */
export type MyRequestsPageProps = {
  readonly frame: Frame
  readonly tabs: Parameters<typeof AccessTabs>[0]['more']
  readonly requests: readonly ListedRequest[]
  readonly counts: Counts
  readonly filter: Filter
  readonly now: Date
  /** The last new accounts that were asked for. */
  readonly accounts: readonly AskedAccount[]
  /** The address of the next page. */
  readonly next: string | undefined
  /** The reference that was looked for and not found, and what to say about it. */
  readonly search?: { readonly typed: string; readonly error: string } | undefined
}

/** The list of one's own requests, with what can be done about each. */
export function MyRequestsPage(props: MyRequestsPageProps) {
  const { frame, search } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('mine.title')}
      wide
      live={props.requests.filter(isOpen).map(({ id }) => `request:${id}`)}
      failed={search !== undefined}
    >
      {search && <ErrorSummary reader={reader} errors={[{ field: 'reference', message: search.error }]} />}
      <PageHeading title={t('mine.access')} />
      <AccessTabs reader={reader} current="services" more={props.tabs} />
      <Section
        title={t('mine.title')}
        action={
          props.counts.all > 0 && (
            <LinkButton variant="primary" icon="plus" href={askPath.to()}>
              {t('mine.ask')}
            </LinkButton>
          )
        }
      >
        {props.counts.all > 0 && <Filters {...props} />}
        <List {...props} />
        <Pager reader={reader} next={props.next} />
      </Section>
      <AskedAccounts reader={reader} accounts={props.accounts} />
      <Search {...props} />
      <p>
        <Link href={onBehalfListPath.to()}>{t('behalf.list')}</Link>
      </p>
    </Page>
  )
}

function Filters({ frame, counts, filter }: MyRequestsPageProps) {
  const t = words.for(frame.reader)
  const names = ['all', 'open', 'approved', 'declined'] as const
  return (
    <FilterLinks
      label={t('mine.filter')}
      items={names.map((name) => ({
        label: t(`mine.show.${name}`),
        href: myRequestsPath.to(name === 'all' ? {} : { show: name }),
        count: counts[name],
        current: name === filter,
      }))}
    />
  )
}

function List(props: MyRequestsPageProps) {
  const { frame, requests, counts } = props
  const t = words.for(frame.reader)
  if (counts.all === 0) {
    return (
      <EmptyState
        icon="key-round"
        title={t('mine.empty')}
        action={
          <LinkButton variant="primary" href={askPath.to()}>
            {t('mine.ask')}
          </LinkButton>
        }
      >
        {t('mine.empty.text')}
      </EmptyState>
    )
  }
  if (requests.length === 0) {
    return <EmptyState title={t('mine.empty.filtered')}>{t('mine.empty.filtered.text')}</EmptyState>
  }
  return <Table reader={frame.reader} caption={t('mine.title')} columns={columnsFor(props)} rows={requests} />
}

function columnsFor({ frame, now }: MyRequestsPageProps): Column<ListedRequest>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    {
      label: t('mine.account'),
      heads: true,
      cell: (request) => (
        <>
          <Link href={requestPath.to(request.id)}>{request.accountName}</Link>
          <p class="muted">
            <Identifier value={shownIdentifier(request.identifier as AccountIdentifier).shown} />
          </p>
        </>
      ),
    },
    { label: t('mine.asked'), cell: (request) => sayAsk(reader, request.ask, request.placeNames) },
    {
      label: t('mine.sent'),
      fit: true,
      cell: (request) => (
        <>
          <Time reader={reader} at={request.submittedAt} />
          <p class="muted">
            <Identifier value={request.reference} />
          </p>
        </>
      ),
    },
    { label: t('mine.status'), cell: (request) => <Standing frame={frame} now={now} request={request} /> },
    {
      label: t('mine.actions'),
      cell: (request) => <Acts frame={frame} now={now} request={request} />,
    },
  ]
}

type RowProps = { readonly frame: Frame; readonly now: Date; readonly request: ListedRequest }

function Standing({ frame, now, request }: RowProps) {
  const stand = { ...request, now }
  return (
    <>
      <StatusChip {...chipOf(frame.reader, stand)} />
      <p class="muted">{sayStand(frame.reader, stand)}</p>
    </>
  )
}

function Acts(props: RowProps) {
  const { frame, request } = props
  const t = words.for(frame.reader)
  const { id, reference } = request
  if (isOpen(request)) return <OpenActs {...props} />
  return (
    <Cluster>
      <LinkButton small variant="quiet" href={requestPath.to(id)} label={t('mine.open-for', { reference })}>
        {t('mine.open')}
      </LinkButton>
    </Cluster>
  )
}

function OpenActs({ frame, now, request }: RowProps) {
  const t = words.for(frame.reader)
  const { id, reference } = request
  const undecided = { ...request, decidedAt: null, decidedBy: null }
  const mayRemind = remind(undecided, request.requesterId, { reachable: request.deciders }, now)
  const isEarly = !mayRemind.ok && mayRemind.refusal.code === 'too-early-to-remind'
  return (
    <Cluster>
      {request.status === 'INFO_REQUESTED' && (
        <LinkButton
          small
          variant="primary"
          href={`${requestPath.to(id)}#question`}
          label={t('answer.do-for', { reference })}
        >
          {t('answer.do')}
        </LinkButton>
      )}
      {mayRemind.ok && (
        <Form action={remindPath.to(id)} wide>
          <Button small icon="bell" label={t('mine.remind-for', { reference })}>
            {t('mine.remind')}
          </Button>
        </Form>
      )}
      {isEarly && (
        <p class="muted">
          {t('mine.remind-from', {
            date: formatDate(frame.reader, reminderPossibleFrom(request), 'shortDate'),
          })}
        </p>
      )}
      {withdraw(undecided, request.requesterId).ok && (
        <LinkButton
          small
          variant="quiet"
          href={withdrawPath.to(id)}
          label={t('mine.withdraw-for', { reference })}
        >
          {t('mine.withdraw')}
        </LinkButton>
      )}
    </Cluster>
  )
}

function Search({ frame, search }: MyRequestsPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Fold summary={t('mine.find')} open={search !== undefined}>
      <Form action={findRequestPath.to()} method="get">
        <Field
          reader={reader}
          name="reference"
          label={t('mine.find.reference')}
          required
          width="medium"
          help={t('mine.find.help')}
          value={search?.typed}
          error={search?.error}
          spellcheck={false}
        />
        <FormActions>
          <Button icon="search">{t('mine.find.go')}</Button>
        </FormActions>
      </Form>
    </Fold>
  )
}
