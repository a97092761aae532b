import { requestPath } from '../../paths/access-requests.ts'
import { accountPath, accountRequestsPath, accountsPath } from '../../paths/accounts.ts'
import { approvePath, declinePath, queuePath, selectedPath, withQuery } from '../../paths/decisions.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Button,
  type Column,
  type Crumb,
  EmptyState,
  FilterLinks,
  Form,
  FormActions,
  type Frame,
  Id,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Pager,
  Select,
  Hidden,
  Table,
  Time,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { StatusOf } from '../decide/context.tsx'
import { sayDue } from './due.ts'
import type { DecidedAccount, InboxOrder, InboxRow } from './inbox.query.ts'

/** Which part of the queue is shown. */
export type Shown = 'pending' | 'decided'

/** What the queue shows. */
export type InboxPageProps = {
  readonly frame: Frame
  readonly rows: readonly InboxRow[]
  readonly shown: Shown
  readonly order: InboxOrder
  /** The one account the page is about; undefined for all of them. */
  readonly account: { readonly identifier: string; readonly name: string } | undefined
  /** The account that the list is narrowed to. */
  readonly chosen: string | undefined
  readonly accounts: readonly DecidedAccount[]
  readonly now: Date
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
  readonly canDecide: boolean
}

const several = 'several'

/** The requests that wait for a decision, what is due first standing first; and those that are settled. */
export function InboxPage(props: InboxPageProps) {
  const { frame, account, rows } = props
  const { reader } = frame
  const t = words.for(reader)
  const heading = account ? t('queue.account-title', { account: account.name }) : t('queue.title')
  const n = frame.person?.toDecide ?? 0
  const counted = n > 99 ? t('queue.title-many') : t('queue.title-n', { n })
  return (
    <Page
      frame={frame}
      title={account ? heading : counted}
      wide
      breadcrumb={crumbsOf(reader, account)}
      live={topicsOf(props)}
    >
      <PageHeading title={heading} lead={props.shown === 'pending' ? t('queue.lead') : undefined} />
      <Filters {...props} />
      {rows.length === 0 ? <Empty {...props} /> : <List {...props} />}
      <Pager
        reader={reader}
        next={props.after && hrefOf(props, { after: props.after })}
        summary={props.after && t('queue.page', { n: rows.length })}
      />
    </Page>
  )
}

function crumbsOf(reader: Reader, account: InboxPageProps['account']): Crumb[] {
  const t = words.for(reader)
  if (!account) return []
  return [
    { label: t('queue.manage'), href: accountsPath.to() },
    { label: account.name, href: accountPath.to(account.identifier) },
    { label: t('queue.requests') },
  ]
}

function topicsOf({ accounts, account }: InboxPageProps): string[] {
  const shown = account ? accounts.filter(({ identifier }) => identifier === account.identifier) : accounts
  return shown.slice(0, 20).map(({ id }) => `account:${id}`)
}

function hrefOf(
  { account, shown, order, chosen }: InboxPageProps,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const query = {
    show: shown === 'decided' ? 'decided' : undefined,
    sort: order === 'sent' ? 'sent' : undefined,
    account: chosen,
    ...change,
  }
  return account ? withQuery(accountRequestsPath.to(account.identifier), query) : queuePath.to(query)
}

function Filters(props: InboxPageProps) {
  const { frame, shown, account, accounts, chosen } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <div class="cluster spread">
      <FilterLinks
        label={t('queue.show')}
        items={[
          {
            label: t('queue.show.pending'),
            href: hrefOf(props, { show: undefined }),
            current: shown === 'pending',
          },
          {
            label: t('queue.show.decided'),
            href: hrefOf(props, { show: 'decided' }),
            current: shown === 'decided',
          },
        ]}
      />
      {!account && accounts.length > 1 && (
        <Form action={queuePath.to()} method="get" wide label={t('queue.filter')}>
          {shown === 'decided' && <Hidden name="show" value="decided" />}
          <div class="toolbar">
            <Select
              reader={reader}
              name="account"
              label={t('queue.account')}
              required
              placeholder={t('queue.all-accounts')}
              value={chosen}
              width="medium"
              options={accounts.map(({ identifier, name }) => ({ value: identifier, label: name }))}
            />
            <Button small>{t('queue.filter')}</Button>
          </div>
        </Form>
      )}
    </div>
  )
}

function Empty({ frame, shown, canDecide }: InboxPageProps) {
  const t = words.for(frame.reader)
  if (shown === 'decided') {
    return (
      <EmptyState icon="archive" title={t('queue.none-decided-title')}>
        {t('queue.none-decided')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="inbox" title={t('queue.empty-title')}>
      {canDecide ? t('queue.empty') : t('queue.not-admin')}
    </EmptyState>
  )
}

function List(props: InboxPageProps) {
  const { frame, rows, shown } = props
  const { reader } = frame
  const t = words.for(reader)
  const selects = shown === 'pending' && rows.some(({ decidable }) => decidable)
  return (
    <>
      <Table
        reader={reader}
        caption={t('queue.title')}
        dense
        queue={shown === 'pending'}
        rows={rows}
        columns={shown === 'pending' ? pendingColumns(props) : decidedColumns(props)}
        tone={(row) => (shown === 'pending' && row.dueAt < props.now ? 'due' : undefined)}
        rowId={(row) => `request-${row.id}`}
        select={
          selects
            ? {
                name: 'request',
                value: (row) => `${row.id}:${row.version}`,
                label: (row) => t('queue.select-of', { name: fullName(row.profile) }),
                form: several,
              }
            : undefined
        }
      />
      {selects && (
        <Form action={selectedPath.to()} id={several} wide>
          <FormActions>
            <Button>{t('queue.several')}</Button>
            <Muted>{t('queue.several-help')}</Muted>
          </FormActions>
        </Form>
      )}
    </>
  )
}

function commonColumns(props: InboxPageProps): Column<InboxRow>[] {
  const { frame, account } = props
  const { reader } = frame
  const t = words.for(reader)
  const columns: Column<InboxRow>[] = [
    {
      label: t('queue.who'),
      heads: true,
      cell: (row) => (
        <>
          <Link href={requestPath.to(row.id)}>{fullName(row.profile)}</Link>
          {!row.ofTheHouse && (
            <>
              {' '}
              <Badge tone="rust">{t('queue.outside')}</Badge>
            </>
          )}
          <p class="muted">
            <Id value={row.profile.email} />
          </p>
        </>
      ),
    },
    { label: t('queue.asked'), cell: (row) => sayAsk(reader, row.ask, row.places) },
  ]
  if (!account) {
    columns.push({
      label: t('queue.account'),
      cell: (row) => (
        <>
          {row.accountName}
          <p class="muted">
            <Id value={row.identifier} />
          </p>
        </>
      ),
    })
  }
  return columns
}

function pendingColumns(props: InboxPageProps): Column<InboxRow>[] {
  const { frame, order, now } = props
  const { reader } = frame
  const t = words.for(reader)
  return [
    ...commonColumns(props),
    {
      label: t('queue.due'),
      fit: true,
      sort: {
        href: hrefOf(props, { sort: undefined }),
        direction: order === 'due' ? 'ascending' : undefined,
      },
      cell: (row) => (
        <>
          <Time reader={reader} at={row.dueAt}>
            {sayDue(reader, row.dueAt, now)}
          </Time>
          {row.halfDecided && (
            <p>
              <Badge tone="blue">{t('queue.half')}</Badge>
            </p>
          )}
        </>
      ),
    },
    {
      label: t('queue.sent'),
      sort: { href: hrefOf(props, { sort: 'sent' }), direction: order === 'sent' ? 'ascending' : undefined },
      cell: (row) => <Time reader={reader} at={row.submittedAt} />,
    },
    { label: t('queue.decide'), actions: true, fit: true, cell: (row) => <Acts reader={reader} row={row} /> },
  ]
}

function Acts({ reader, row }: { reader: Reader; row: InboxRow }) {
  const t = words.for(reader)
  if (!row.decidable) return null
  const name = fullName(row.profile)
  return (
    <>
      <LinkButton small href={approvePath.to(row.id)} shortcut="a" label={t('queue.approve-of', { name })}>
        {t('queue.approve')}
      </LinkButton>{' '}
      <LinkButton
        small
        variant="quiet"
        href={declinePath.to(row.id)}
        shortcut="d"
        label={t('queue.decline-of', { name })}
      >
        {t('queue.decline')}
      </LinkButton>
    </>
  )
}

function decidedColumns(props: InboxPageProps): Column<InboxRow>[] {
  const { reader } = props.frame
  const t = words.for(reader)
  return [
    ...commonColumns(props),
    {
      label: t('queue.status'),
      cell: (row) => (
        <>
          <StatusOf reader={reader} status={row.status} />
          {row.deciderName !== null && <p class="muted">{row.deciderName}</p>}
        </>
      ),
    },
    {
      label: t('queue.decided-at'),
      fit: true,
      cell: (row) => row.settledAt && <Time reader={reader} at={row.settledAt} />,
    },
  ]
}
