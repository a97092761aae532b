import {
  applicationColumns,
  newAccountWords,
  type QueuedApplication,
  type QueueFilter,
  queueFilters,
} from '../../new-accounts/index.ts'
import { operatorApplicationsPath } from '../../paths/new-accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { Badge, type Column, EmptyState, FilterLinks, type Frame, Id, Pager, Table } from '../../ui/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'

/** What the operator's queue of new accounts shows. */
export type ApplicationsPageProps = {
  readonly frame: Frame
  readonly filter: QueueFilter
  readonly counts: Readonly<Record<QueueFilter, number | undefined>>
  readonly applications: readonly QueuedApplication[]
  readonly next: string | undefined
}

/** The operator's queue of new accounts: what waits longest first. */
export function ApplicationsPage(props: ApplicationsPageProps) {
  const { frame, filter, counts, applications, next } = props
  const { reader } = frame
  const t = newAccountWords.for(reader)
  return (
    <OperatorPage frame={frame} current="applications">
      <FilterLinks
        label={t('application.queue.show')}
        items={queueFilters.map((name) => ({
          label: t(`application.queue.${name}`),
          href: operatorApplicationsPath.to(name === 'check' ? {} : { show: name }),
          count: counts[name],
          current: name === filter,
        }))}
      />
      {applications.length === 0 ? (
        <EmptyState title={t('application.queue.none')}>{t('application.queue.none-text')}</EmptyState>
      ) : (
        <Table
          reader={reader}
          caption={t('application.queue')}
          columns={columnsFor(props)}
          rows={applications}
        />
      )}
      <Pager reader={reader} next={next && operatorApplicationsPath.to({ show: filter, after: next })} />
    </OperatorPage>
  )
}

function columnsFor({ frame, filter }: ApplicationsPageProps): Column<QueuedApplication>[] {
  const { reader } = frame
  const t = newAccountWords.for(reader)
  const who: Column<QueuedApplication> = {
    label: t('application.queue.who'),
    cell: (one) => (
      <>
        <bdi>{nameOf(one)}</bdi>
        <p class="muted">
          <Id value={one.address} />
        </p>
      </>
    ),
  }
  const looked: Column<QueuedApplication> = {
    label: t('application.queue.checks'),
    cell: ({ checks, proof }) =>
      checks
        .filter((check) => check !== 'UNPROVEN' || proof === null)
        .map((check) => (
          <>
            <Badge tone={check === 'TAKEN' ? 'red' : 'amber'}>{t(`application.check.${check}`)}</Badge>{' '}
          </>
        )),
  }
  const [account, sent, status] = applicationColumns<QueuedApplication>(reader)
  const all = [account, who, filter === 'check' ? looked : status, sent]
  return all.filter((column) => column !== undefined)
}
