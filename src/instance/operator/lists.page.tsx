import {
  type AccountStatus,
  accountStatuses,
  type AccountType,
  accountTypes,
} from '../../accounts/domain/account.ts'
import { accountEventsPath, accountRequestsPath, accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  addAccountPath,
  addPersonPath,
  disablePersonPath,
  enablePersonPath,
  operatedAccountPath,
  operatedPersonPath,
  operatorPath,
  operatorPeoplePath,
} from '../../paths/operator.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  FilterLinks,
  type Flash,
  Form,
  type Frame,
  Id,
  Link,
  LinkButton,
  Pager,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { Finder, OperatorPage } from './frame.page.tsx'
import {
  type AccountRow,
  mostCounted,
  type PeopleFilter,
  peopleFilters,
  type PersonRow,
} from './operator.query.ts'

type List<Row> = {
  frame: Frame
  rows: readonly Row[]
  find: string
  after: string | undefined
  flash?: Flash | undefined
}

type AccountsFiltered = {
  /** Empty: of any. */
  status: string
  type: string
  counts: Readonly<Record<AccountStatus, number>>
}

/** All accounts, and the way to one more. */
export function AccountsPage(props: List<AccountRow> & AccountsFiltered) {
  const { frame, rows, find, after, flash, status, type } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <OperatorPage
      frame={frame}
      current="accounts"
      flash={flash}
      actions={
        <LinkButton variant="primary" href={addAccountPath.to()}>
          {t('operator.add-account')}
        </LinkButton>
      }
    >
      <AccountFilters {...props} />
      <Finder
        frame={frame}
        path={operatorPath.to()}
        label={t('operator.find.account')}
        find={find}
        kept={{ status, type }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('operator.none.title')}>{t('operator.none.text')}</EmptyState>
      ) : (
        <Table
          reader={reader}
          caption={t('operator.accounts')}
          dense
          columns={accountColumns(frame)}
          rows={rows}
        />
      )}
      <Pager reader={reader} next={after && withQuery(operatorPath.to(), { find, status, type, after })} />
    </OperatorPage>
  )
}

function AccountFilters({ frame, find, status, type, counts }: List<AccountRow> & AccountsFiltered) {
  const t = words.for(frame.reader)
  return (
    <>
      <FilterLinks
        label={t('operator.filter.status')}
        items={['', ...accountStatuses].map((one) => ({
          label: one === '' ? t('operator.filter.all') : t(`operator.status.${one as AccountStatus}`),
          href: withQuery(operatorPath.to(), { status: one, type, find }),
          current: one === status,
          count: counted(frame, one === '' ? sumOf(counts) : counts[one as AccountStatus]),
        }))}
      />
      <FilterLinks
        label={t('operator.filter.type')}
        items={['', ...accountTypes].map((one) => ({
          label: one === '' ? t('operator.filter.all') : t(`operator.type.${one as AccountType}`),
          href: withQuery(operatorPath.to(), { status, type: one, find }),
          current: one === type,
        }))}
      />
    </>
  )
}

const sumOf = (counts: Readonly<Record<AccountStatus, number>>) =>
  Object.values(counts).reduce((sum, n) => sum + n, 0)

function counted({ reader }: Frame, n: number): number | string {
  return n > mostCounted ? words.for(reader)('operator.filter.more', { n: mostCounted }) : n
}

function accountColumns(frame: Frame): Column<AccountRow>[] {
  const t = words.for(frame.reader)
  return [
    {
      label: t('operator.account'),
      heads: true,
      cell: ({ identifier, name, status }) => (
        <>
          <Link href={operatedAccountPath.to(identifier)}>{name}</Link>{' '}
          {status !== 'ACTIVE' && <Badge tone="red">{t(`operator.status.${status}`)}</Badge>}
          <p class="muted">
            <Id value={identifier} />
          </p>
        </>
      ),
    },
    { label: t('operator.type'), fit: true, cell: ({ type }) => t(`operator.type.${type}`) },
    { label: t('operator.visibility'), cell: ({ visibility }) => t(`operator.visibility.${visibility}`) },
    {
      label: t('operator.administrators'),
      cell: ({ administrators }) =>
        administrators > 0 ? administrators : <Badge tone="red">{t('operator.no-administrators')}</Badge>,
    },
    {
      label: t('operator.actions'),
      actions: true,
      cell: ({ identifier }) => (
        <div class="actions">
          <Link href={accountUsersPath.to(identifier)}>{t('operator.manage')}</Link>
          <Link href={accountRequestsPath.to(identifier)}>{t('operator.requests')}</Link>
          <Link href={accountEventsPath.to(identifier)}>{t('operator.log')}</Link>
        </div>
      ),
    },
  ]
}

/** Everybody, and the way to one more. */
export function PeoplePage({
  frame,
  rows,
  find,
  after,
  flash,
  viewer,
  only,
}: List<PersonRow> & { viewer: string; only: PeopleFilter }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <OperatorPage
      frame={frame}
      current="people"
      flash={flash}
      actions={
        <LinkButton variant="primary" href={addPersonPath.to()}>
          {t('operator.add-person')}
        </LinkButton>
      }
    >
      <PeopleFilters frame={frame} only={only} find={find} />
      <Finder
        frame={frame}
        path={operatorPeoplePath.to()}
        label={t('operator.find.person')}
        find={find}
        kept={{ only }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('operator.none.title')}>{t('operator.none.text')}</EmptyState>
      ) : (
        <Table
          reader={reader}
          caption={t('operator.people')}
          dense
          columns={personColumns(frame, viewer)}
          rows={rows}
        />
      )}
      <Pager reader={reader} next={after && withQuery(operatorPeoplePath.to(), { find, only, after })} />
    </OperatorPage>
  )
}

function PeopleFilters({ frame, only, find }: { frame: Frame; only: PeopleFilter; find: string }) {
  const t = words.for(frame.reader)
  return (
    <FilterLinks
      label={t('operator.filter.status')}
      items={peopleFilters.map((one) => ({
        label: t(`operator.filter.${one}`),
        href: withQuery(operatorPeoplePath.to(), { only: one, find }),
        current: one === only,
      }))}
    />
  )
}

function personColumns(frame: Frame, viewer: string): Column<PersonRow>[] {
  const t = words.for(frame.reader)
  return [
    {
      label: t('operator.person'),
      heads: true,
      cell: (person) => (
        <>
          <Link href={operatedPersonPath.to(person.id)}>{nameOf(person)}</Link>
          <p class="muted">
            <Id value={person.address} />
          </p>
        </>
      ),
    },
    {
      label: t('operator.offices'),
      cell: ({ isSupport, isOperator }) => (
        <>
          {isSupport && <Badge>{t('operator.office.support')}</Badge>}
          {isSupport && isOperator && ' '}
          {isOperator && <Badge tone="accent">{t('operator.office.operator')}</Badge>}
        </>
      ),
    },
    { label: t('operator.status'), cell: (person) => <Standing frame={frame} person={person} /> },
    {
      label: t('operator.actions'),
      actions: true,
      cell: (person) => (person.id === viewer ? null : <Act frame={frame} person={person} />),
    },
  ]
}

function Standing({ frame, person }: { frame: Frame; person: PersonRow }) {
  const t = words.for(frame.reader)
  const { status, verified, bounced } = person
  if (status === 'DISABLED') return <Badge tone="red">{t('operator.status.DISABLED')}</Badge>
  if (bounced) return <Badge tone="rust">{t('operator.status.bounced')}</Badge>
  return verified ? t('operator.status.ACTIVE') : <span class="muted">{t('operator.status.unverified')}</span>
}

function Act({ frame, person }: { frame: Frame; person: PersonRow }) {
  const t = words.for(frame.reader)
  const name = nameOf(person)
  if (person.status === 'DISABLED') {
    return (
      <Form action={enablePersonPath.to(person.id)} wide>
        <Button small variant="quiet" label={t('operator.enable-of', { name })}>
          {t('operator.enable')}
        </Button>
      </Form>
    )
  }
  return (
    <LinkButton
      small
      variant="quiet"
      href={disablePersonPath.to(person.id)}
      label={t('operator.disable-of', { name })}
    >
      {t('operator.disable')}
    </LinkButton>
  )
}
