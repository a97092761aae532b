import { shownIdentifier } from '../../accounts/domain/identifier.ts'
import type { Identifier as AccountIdentifier } from '../../accounts/domain/identifier.ts'
import { accountWords, sayRole } from '../../accounts/index.ts'
import { chipOf } from '../../access-requests/index.ts'
import { ownAccessPath } from '../../paths/access.ts'
import { askPath, requestPath } from '../../paths/access-requests.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import { directoryPath } from '../../paths/directory.ts'
import { applicationPath } from '../../paths/new-accounts.ts'
import { askForSeveralPath } from '../../paths/on-behalf.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  Cluster,
  type Column,
  EmptyState,
  Field,
  Form,
  FormActions,
  type Frame,
  Identifier,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Pager,
  StatusChip,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { DirectoryEntry } from './list.query.ts'

/** What the directory shows. */
export type DirectoryPageProps = {
  readonly frame: Frame
  readonly entries: readonly DirectoryEntry[]
  readonly now: Date
  readonly find: string
  /** What was typed, when it could be an account's exact identifier. */
  readonly exact: string | undefined
  readonly next: string | undefined
}

const severalId = 'several'

/** Everything that somebody can reach or ask for, and where they stand with it. */
export function DirectoryPage(props: DirectoryPageProps) {
  const { frame, entries, find } = props
  const t = words.for(frame.reader)
  return (
    <Page
      frame={frame}
      title={t('directory.title')}
      wide
      breadcrumb={[
        { label: accountWords.for(frame.reader)('access.title'), href: smartAccountsPath.to() },
        { label: t('directory.title') },
      ]}
    >
      <PageHeading title={t('directory.title')} lead={t('directory.lead')} />
      {(entries.length > 0 || find !== '') && <Search {...props} />}
      {entries.length === 0 ? <Nothing {...props} /> : <Entries {...props} />}
    </Page>
  )
}

function Search({ frame, find }: DirectoryPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={directoryPath.to()} method="get">
      <div class="toolbar">
        <Field
          reader={reader}
          name="find"
          label={t('directory.find')}
          value={find}
          maxlength={100}
          required
        />
        <Button>{t('directory.search')}</Button>
        {find !== '' && (
          <LinkButton variant="quiet" href={directoryPath.to()}>
            {t('directory.all')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function Nothing({ frame, find, exact }: DirectoryPageProps) {
  const t = words.for(frame.reader)
  const action = (
    <LinkButton variant="primary" href={askPath.to(exact)}>
      {exact === undefined ? t('directory.ask') : t('directory.exact', { identifier: exact })}
    </LinkButton>
  )
  return find === '' ? (
    <EmptyState icon="building-2" title={t('directory.empty')} action={action}>
      {t('directory.empty-text')}
    </EmptyState>
  ) : (
    <EmptyState icon="search" title={t('directory.nothing', { find })} action={action}>
      {t('directory.nothing-text')}
    </EmptyState>
  )
}

function Entries(props: DirectoryPageProps) {
  const { frame, entries, exact } = props
  const { reader } = frame
  const t = words.for(reader)
  const choosable = entries.filter(isChoosable)
  return (
    <>
      <Table
        reader={reader}
        caption={t('directory.title')}
        columns={columnsFor(props)}
        rows={entries}
        select={
          choosable.length > 1
            ? {
                name: 'account',
                value: ({ identifier }) => identifier,
                label: ({ name }) => t('directory.choose', { account: name }),
                form: severalId,
                when: isChoosable,
              }
            : undefined
        }
      />
      <Pager reader={reader} next={props.next} />
      {choosable.length > 1 && (
        <Form action={askForSeveralPath.to()} method="get" id={severalId}>
          <Muted>{t('directory.several-hint')}</Muted>
          <FormActions>
            <Button>{t('directory.several')}</Button>
          </FormActions>
        </Form>
      )}
      {exact !== undefined && !entries.some(({ identifier }) => identifier === exact) && (
        <LinkButton href={askPath.to(exact)}>{t('directory.exact', { identifier: exact })}</LinkButton>
      )}
    </>
  )
}

function columnsFor(props: DirectoryPageProps): Column<DirectoryEntry>[] {
  const t = words.for(props.frame.reader)
  return [
    {
      label: t('directory.account'),
      heads: true,
      cell: ({ name, identifier }) => (
        <>
          <p>{name}</p>
          <p class="muted">
            <Identifier value={shownIdentifier(identifier as AccountIdentifier).shown} />
          </p>
        </>
      ),
    },
    { label: t('directory.state'), cell: (entry) => <Standing {...props} entry={entry} /> },
    { label: t('directory.do'), actions: true, cell: (entry) => <Ways {...props} entry={entry} /> },
  ]
}

type Shown = { readonly frame: Frame; readonly now: Date; readonly entry: DirectoryEntry }

function isChoosable({ listed, roles, request }: DirectoryEntry): boolean {
  return listed && roles.length === 0 && request === null
}

function Standing({ frame: { reader }, now, entry }: Shown) {
  const t = words.for(reader)
  const { roles, request } = entry
  if (entry.applicationId !== null) return <StatusChip kind="info" label={t('directory.applied')} />
  return (
    <Cluster>
      {roles.length > 0 && <span>{roles.map((one) => sayRole(reader, one)).join(', ')}</span>}
      {request && (
        <>
          <StatusChip {...chipOf(reader, { ...request, now })} />
          <span class="muted">
            {t('directory.asked', { date: formatDate(reader, request.submittedAt, 'date') })}
          </span>
        </>
      )}
      {roles.length === 0 && !request && <span class="muted">{t('directory.none')}</span>}
    </Cluster>
  )
}

function Ways({ frame: { reader }, entry }: Shown) {
  const t = words.for(reader)
  const { identifier, name: account, roles, request, applicationId, listed } = entry
  if (applicationId !== null) {
    return (
      <LinkButton
        small
        href={applicationPath.to(applicationId)}
        label={t('directory.application-for', { account })}
      >
        {t('directory.application')}
      </LinkButton>
    )
  }
  return (
    <Cluster>
      {roles.length > 0 && (
        <LinkButton small href={ownAccessPath.to(identifier)} label={t('directory.access-for', { account })}>
          {t('directory.access')}
        </LinkButton>
      )}
      {request ? (
        <LinkButton small href={requestPath.to(request.id)} label={t('directory.see-for', { account })}>
          {t('directory.see')}
        </LinkButton>
      ) : (
        listed &&
        !roles.includes('SA') && (
          <LinkButton
            small
            href={askPath.to(identifier)}
            label={t(roles.length > 0 ? 'directory.more-for' : 'directory.ask-for', { account })}
          >
            {roles.length > 0 ? t('directory.more') : t('directory.ask')}
          </LinkButton>
        )
      )}
    </Cluster>
  )
}
