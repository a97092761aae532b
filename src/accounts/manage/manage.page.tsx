import { askPath } from '../../paths/access-requests.ts'
import { sayRole } from '../held.ts'
import { accountPath, accountRequestsPath, accountsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  Button,
  type Column,
  EmptyState,
  Field,
  Form,
  type Frame,
  Id,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  shownCount,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { ManagedAccount } from './manage.query.ts'

/** What the list of one's accounts shows. */
export type ManagePageProps = {
  readonly frame: Frame
  readonly accounts: readonly ManagedAccount[]
  readonly find: string
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
  readonly isFirst: boolean
}

const worthFinding = 8

/** Manage Smart Account: the accounts one administers. */
export function ManagePage(props: ManagePageProps) {
  const { frame, accounts, find, after, isFirst } = props
  const { reader } = frame
  const t = words.for(reader)
  const isEmpty = accounts.length === 0
  const finds = find !== '' || after !== undefined || !isFirst || accounts.length >= worthFinding
  return (
    <Page frame={frame} title={t('manage.title')} wide>
      <PageHeading title={t('manage.title')} lead={isEmpty && !finds ? undefined : t('manage.lead')} />
      {finds && <Find {...props} />}
      {isEmpty ? (
        <Nothing {...props} />
      ) : (
        <Table reader={reader} caption={t('manage.title')} columns={columnsOf(props)} rows={accounts} />
      )}
      <Pager
        reader={reader}
        next={after && withQuery(accountsPath.to(), { find: find === '' ? undefined : find, after })}
      />
    </Page>
  )
}

function Find({ frame, find }: ManagePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={accountsPath.to()} method="get" wide label={t('manage.find')}>
      <div class="toolbar">
        <Field
          reader={reader}
          name="find"
          type="search"
          label={t('manage.find-label')}
          required
          width="medium"
          value={find}
        />
        <Button>{t('manage.find')}</Button>
        {find !== '' && (
          <LinkButton variant="quiet" href={accountsPath.to()}>
            {t('manage.all')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function Nothing({ frame, find }: ManagePageProps) {
  const t = words.for(frame.reader)
  if (find !== '') return <EmptyState title={t('manage.not-found-title')}>{t('manage.not-found')}</EmptyState>
  return (
    <EmptyState
      icon="building-2"
      title={t('manage.none-title')}
      action={<LinkButton href={askPath.to()}>{t('existing.request')}</LinkButton>}
    >
      {t('manage.none')}
    </EmptyState>
  )
}

function columnsOf({ frame }: ManagePageProps): Column<ManagedAccount>[] {
  const t = words.for(frame.reader)
  return [
    {
      label: t('manage.account'),
      heads: true,
      cell: (account) => (
        <>
          <Link href={accountPath.to(account.identifier)}>{account.name}</Link>
          <p class="muted">
            <Id value={account.identifier} />
          </p>
        </>
      ),
    },
    {
      label: t('manage.your-role'),
      cell: ({ roles }) => roles.map((role) => sayRole(frame.reader, role)).join(', '),
    },
    {
      label: t('manage.waiting'),
      fit: true,
      cell: ({ waiting, identifier }) =>
        waiting > 0 ? (
          <Link href={accountRequestsPath.to(identifier)}>{shownCount(waiting)}</Link>
        ) : (
          <span class="muted">{t('manage.nothing-waiting')}</span>
        ),
    },
  ]
}
