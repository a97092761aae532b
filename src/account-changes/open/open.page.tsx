import { oneChangePath, openChangesPath } from '../../paths/account-changes.ts'
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

type Props = {
  readonly frame: Frame
  readonly rows: readonly OpenChange[]
  readonly after: string | undefined
}

/** The changes of accounts that wait for a second person, as the support desk sees them. */
export function OpenChangesPage(props: Props) {
  const { frame } = props
  const t = words.for(frame.reader)
  const desk = { label: t('list.desk'), href: deskPath.to() }
  return (
    <Page frame={frame} title={t('list.title')} wide breadcrumb={[desk, { label: t('list.title') }]}>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <OpenChanges {...props} />
    </Page>
  )
}

/** The list of the changes that wait, for a page that says above it what they are. */
export function OpenChanges({ frame: { reader }, rows, after }: Props) {
  const t = words.for(reader)
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t('list.none.title')}>{t('list.none.text')}</EmptyState>
      ) : (
        <Table reader={reader} caption={t('list.title')} rows={rows} columns={columnsOf(reader)} />
      )}
      <Pager reader={reader} next={after && `${openChangesPath.to()}?after=${encodeURIComponent(after)}`} />
    </>
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
