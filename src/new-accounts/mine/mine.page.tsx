import { newAccountPath, smartAccountsPath } from '../../paths/accounts.ts'
import { applicationPath, applicationsPath } from '../../paths/new-accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Column,
  EmptyState,
  type Flash,
  type Frame,
  Id,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { ApplicationChip } from '../chip.tsx'
import { words } from '../messages/index.ts'
import type { ListedApplication } from './mine.query.ts'

/** The columns that every list of applications has. */
export function applicationColumns<Row extends ListedApplication>(reader: Reader): Column<Row>[] {
  const t = words.for(reader)
  return [
    {
      label: t('application.fact.account'),
      heads: true,
      cell: ({ id, name, identifier }) => (
        <>
          <Link href={applicationPath.to(id)}>{name}</Link>
          <p class="muted">
            <Id value={identifier} />
          </p>
        </>
      ),
    },
    {
      label: t('application.list.sent'),
      fit: true,
      cell: ({ submittedAt, reference }) => (
        <>
          <Time reader={reader} at={submittedAt} />
          <p class="muted">
            <Id value={reference} />
          </p>
        </>
      ),
    },
    {
      label: t('application.list.status'),
      cell: ({ status }) => <ApplicationChip reader={reader} status={status} />,
    },
  ]
}

/** The accounts one asked for, and those one is to administer. */
export function MinePage(props: {
  frame: Frame
  applications: readonly ListedApplication[]
  nominations: readonly ListedApplication[]
  next: string | undefined
  flash?: Flash | undefined
}) {
  const { frame, applications, nominations, next } = props
  const { reader } = frame
  const t = words.for(reader)
  const columns = applicationColumns<ListedApplication>(reader)
  const ask = (
    <LinkButton variant="primary" href={newAccountPath.to()}>
      {t('application.new')}
    </LinkButton>
  )
  return (
    <Page
      frame={frame}
      title={t('application.mine')}
      wide
      flash={props.flash}
      breadcrumb={[
        { label: t('application.access'), href: smartAccountsPath.to() },
        { label: t('application.mine') },
      ]}
    >
      <PageHeading title={t('application.mine')} actions={applications.length > 0 && ask} />
      <Nominations reader={reader} nominations={nominations} />
      {applications.length === 0 ? (
        <EmptyState icon="building-2" title={t('application.none')} action={ask}>
          {t('application.none.text')}
        </EmptyState>
      ) : (
        <Section title={t('application.mine.yours')}>
          <Table
            reader={reader}
            caption={t('application.mine.yours')}
            columns={columns}
            rows={applications}
          />
          <Pager reader={reader} next={next && `${applicationsPath.to()}?after=${next}`} />
        </Section>
      )}
    </Page>
  )
}

function Nominations(props: { reader: Reader; nominations: readonly ListedApplication[] }) {
  const { reader, nominations } = props
  if (nominations.length === 0) return null
  const t = words.for(reader)
  return (
    <Section title={t('application.nominated')} lead={t('application.nominated.lead')}>
      <Table
        reader={reader}
        caption={t('application.nominated')}
        columns={applicationColumns<ListedApplication>(reader)}
        rows={nominations}
      />
    </Section>
  )
}
