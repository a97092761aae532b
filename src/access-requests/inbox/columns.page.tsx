import type { SeenAccount } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { accountRequestsPath } from '../../paths/accounts.ts'
import { approvePath, declinePath, queuePath, withQuery } from '../../paths/decisions.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Badge, type Column, type Frame, Id, Link, LinkButton, Time } from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { sayTime } from '../claim/say-time.ts'
import { StatusOf } from '../decide/context.tsx'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
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
  readonly seen: SeenAccount | undefined
  /** The account that the list is narrowed to. */
  readonly chosen: string | undefined
  readonly accounts: readonly DecidedAccount[]
  readonly now: Date
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
  readonly canDecide: boolean
}

/** The same list with something changed: another part, order, or page. */
export function hrefOf(
  { seen, shown, order, chosen }: InboxPageProps,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const query = {
    show: shown === 'decided' ? 'decided' : undefined,
    sort: order === 'sent' ? 'sent' : undefined,
    account: chosen,
    ...change,
  }
  return seen ? withQuery(accountRequestsPath.to(seen.account.identifier), query) : queuePath.to(query)
}

function commonColumns(props: InboxPageProps): Column<InboxRow>[] {
  const { frame, seen, accounts } = props
  const { reader } = frame
  const t = words.for(reader)
  return [
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
    {
      label: t('queue.asked'),
      cell: (row) => (
        <>
          {sayAsk(reader, row.ask, row.places)}
          {!seen && accounts.length > 1 && (
            <p class="muted">
              {row.accountName} · <Id value={row.identifier} />
            </p>
          )}
        </>
      ),
    },
  ]
}

/** The columns of requests that wait. */
export function pendingColumns(props: InboxPageProps): Column<InboxRow>[] {
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
          <Talk reader={reader} row={row} />
        </>
      ),
    },
    {
      label: t('queue.sent'),
      fit: true,
      sort: { href: hrefOf(props, { sort: 'sent' }), direction: order === 'sent' ? 'ascending' : undefined },
      cell: (row) => <Time reader={reader} at={row.submittedAt} />,
    },
    { label: t('queue.decide'), actions: true, cell: (row) => <Acts reader={reader} row={row} /> },
  ]
}

/** That an answer is awaited, or that somebody is looking at it. */
function Talk({ reader, row }: { reader: Reader; row: InboxRow }) {
  const t = words.for(reader)
  const { claim } = row
  const time = claim ? sayTime(reader, new Date(claim.at)) : ''
  return (
    <>
      {row.status === 'INFO_REQUESTED' && (
        <p>
          <Badge tone="blue">{t('queue.info')}</Badge>
        </p>
      )}
      {claim && (
        <p>
          <Badge>
            {claim.isMine ? t('claim.badge-mine', { time }) : t('claim.badge', { who: claim.name, time })}
          </Badge>
        </p>
      )}
    </>
  )
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

/** The columns of requests that are settled. */
export function decidedColumns(props: InboxPageProps): Column<InboxRow>[] {
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
          {row.byRule && <p class="muted">{t('by-rule.decider')}</p>}
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
