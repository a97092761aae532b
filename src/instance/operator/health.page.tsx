import { accountRequestsPath, accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { accountHealthCsvPath, accountHealthPath, operatedAccountPath } from '../../paths/operator.ts'
import {
  Badge,
  type Column,
  EmptyState,
  FilterLinks,
  type Frame,
  Id,
  Link,
  LinkButton,
  Pager,
  Prose,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { Finder, OperatorPage } from './frame.page.tsx'
import { type AccountHealth, type HealthCounts, type HealthFilter, healthFilters } from './health.query.ts'

/** Accounts in which a request could be left waiting, and why. */
export function HealthPage(props: {
  frame: Frame
  rows: readonly AccountHealth[]
  filter: HealthFilter
  find: string
  after: string | undefined
}) {
  const { frame, rows, filter, find, after } = props
  const { reader } = frame
  const t = words.for(reader)
  const to = (query: Record<string, string>) => withQuery(accountHealthPath.to(), query)
  return (
    <OperatorPage
      frame={frame}
      current="health"
      actions={
        <LinkButton icon="download" href={withQuery(accountHealthCsvPath.to(), { filter, find })}>
          {t('operator.health.csv')}
        </LinkButton>
      }
    >
      <Prose>
        <p>{t('operator.health.lead')}</p>
      </Prose>
      <FilterLinks
        label={t('operator.health.filter')}
        items={healthFilters.map((name) => ({
          label: t(`operator.health.filter.${name}`),
          href: to({ filter: name, find }),
          current: name === filter,
        }))}
      />
      <Finder
        frame={frame}
        path={accountHealthPath.to()}
        label={t('operator.find.account')}
        find={find}
        kept={{ filter }}
      />
      {rows.length === 0 ? (
        <EmptyState icon="circle-check" title={t('operator.health.empty.title')}>
          {t('operator.health.empty.text')}
        </EmptyState>
      ) : (
        <Table reader={reader} caption={t('operator.health')} dense columns={columns(frame)} rows={rows} />
      )}
      <Pager reader={reader} next={after && to({ filter, find, after })} />
    </OperatorPage>
  )
}

function columns(frame: Frame): Column<AccountHealth>[] {
  return [...columnsOfPeople(frame), ...columnsOfRequests(frame)]
}

function columnsOfPeople(frame: Frame): Column<AccountHealth>[] {
  const t = words.for(frame.reader)
  return [
    {
      label: t('operator.health.account'),
      heads: true,
      cell: ({ identifier, name }) => (
        <>
          <Link href={operatedAccountPath.to(identifier)}>{name}</Link>
          <p class="muted">
            <Id value={identifier} />
          </p>
        </>
      ),
    },
    {
      label: t('operator.health.administrators'),
      cell: ({ identifier, reachable, administrators }) => (
        <>
          <Link href={accountUsersPath.to(identifier)}>
            {t('operator.health.of', { reachable, all: administrators })}
          </Link>{' '}
          {reachable === 0 && <Badge tone="red">{t('operator.no-administrators')}</Badge>}
        </>
      ),
    },
  ]
}

function columnsOfRequests({ reader }: Frame): Column<AccountHealth>[] {
  const t = words.for(reader)
  return [
    {
      label: t('operator.health.open'),
      cell: ({ identifier, open, late }) =>
        open === 0 ? (
          <span class="muted">{t('operator.health.none')}</span>
        ) : (
          <>
            <Link href={accountRequestsPath.to(identifier)}>{open}</Link>{' '}
            {late > 0 && <Badge tone="rust">{t('operator.health.late', { n: late })}</Badge>}
          </>
        ),
    },
    {
      label: t('operator.health.oldest'),
      fit: true,
      cell: ({ oldest }) => (oldest ? <Time reader={reader} at={oldest} /> : <span class="muted">–</span>),
    },
    {
      label: t('operator.health.mail'),
      cell: ({ mailTrouble }) =>
        mailTrouble > 0 ? (
          <Badge tone="rust">{t('operator.health.mail.trouble', { n: mailTrouble })}</Badge>
        ) : (
          <span class="muted">{t('operator.health.mail.none')}</span>
        ),
    },
  ]
}

/** The same in a few sentences, for the operator's home. */
export function HealthCard({ frame, counts }: { frame: Frame; counts: HealthCounts }) {
  const t = words.for(frame.reader)
  const kinds = (['administrators', 'late', 'mail'] as const).filter((kind) => counts[kind] > 0)
  return (
    <Section
      title={t('home.health')}
      action={<Link href={accountHealthPath.to()}>{t('home.health.all')}</Link>}
    >
      {kinds.length === 0 ? (
        <p class="muted">{t('home.health.well')}</p>
      ) : (
        <ul class="plain">
          {kinds.map((kind) => (
            <li>
              <Link href={withQuery(accountHealthPath.to(), { filter: kind })}>
                {t(`home.health.${kind}`, { n: counts[kind] })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
