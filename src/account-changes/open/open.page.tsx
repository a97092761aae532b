import { oneChangePath, openChangesPath } from '../../paths/account-changes.ts'
import { operatorPath } from '../../paths/operator.ts'
import { deskPath } from '../../paths/support-cases.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Column,
  EmptyState,
  type Frame,
  Identifier,
  Link,
  Page,
  PageHeading,
  Pager,
  Table,
  Time,
} from '../../ui/index.ts'
import type { OpenChange } from '../changes.store.ts'
import { words } from '../messages/index.ts'

/** The changes of accounts that wait for somebody of support or operation. */
export function OpenChangesPage({
  frame,
  rows,
  after,
  isOperator,
}: {
  frame: Frame
  rows: readonly OpenChange[]
  after: string | undefined
  /** Whoever looks comes from the operator's pages, else from the support desk. */
  isOperator: boolean
}) {
  const { reader } = frame
  const t = words.for(reader)
  const from = isOperator
    ? { label: t('list.operator'), href: operatorPath.to() }
    : { label: t('list.desk'), href: deskPath.to() }
  return (
    <Page frame={frame} title={t('list.title')} wide breadcrumb={[from, { label: t('list.title') }]}>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('list.none.title')}>{t('list.none.text')}</EmptyState>
      ) : (
        <Table reader={reader} caption={t('list.title')} rows={rows} columns={columnsOf(reader)} />
      )}
      <Pager reader={reader} next={after && `${openChangesPath.to()}?after=${encodeURIComponent(after)}`} />
    </Page>
  )
}

function columnsOf(reader: Reader): Column<OpenChange>[] {
  const t = words.for(reader)
  return [
    {
      label: t('list.account'),
      heads: true,
      cell: ({ accountName, identifier, id }) => (
        <>
          <Link href={oneChangePath.to(identifier, id)}>{accountName}</Link>
          <p class="muted">
            <Identifier value={identifier} />
          </p>
        </>
      ),
    },
    { label: t('list.what'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      label: t('list.asked'),
      cell: ({ names, askedAt }) => (
        <>
          <bdi>{names.asked}</bdi>
          <p class="muted">
            <Time reader={reader} at={askedAt} />
          </p>
        </>
      ),
    },
    { label: t('list.first'), cell: ({ names }) => <bdi>{names.first || t('one.none')}</bdi> },
    {
      label: t('list.lapses'),
      fit: true,
      cell: ({ lapsesAt }) => <Time reader={reader} at={lapsesAt} />,
    },
  ]
}
