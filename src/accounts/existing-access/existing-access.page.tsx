import { askPath } from '../../paths/access-requests.ts'
import { ownAccessPath } from '../../paths/access.ts'
import {
  accountsPath,
  learnPath,
  newAccountPath,
  smartAccountsCsvPath,
  smartAccountsPath,
} from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  Button,
  type Column,
  EmptyState,
  Entries,
  Field,
  Form,
  type Frame,
  Id,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  Section,
  Table,
} from '../../ui/index.ts'
import { AccessTabs } from '../access-tabs.tsx'
import { words } from '../messages/index.ts'
import { type Arrangement, columnsOf, type SortKey } from './arrange.ts'
import type { AccountContact } from './contacts.query.ts'
import { Contacts } from './contacts.tsx'
import type { HeldRole } from './existing-access.query.ts'
import { Acts, Source, Until } from './held-columns.tsx'

/** What the page of existing access shows. */
export type ExistingAccessProps = {
  readonly frame: Frame
  readonly tabs: Parameters<typeof AccessTabs>[0]['more']
  /** What is shown, arranged. */
  readonly roles: readonly HeldRole[]
  /** Where the next page begins, when there is one. */
  readonly next?: string | undefined
  readonly now: Date
  /** How many roles there are without the filter. */
  readonly total: number
  readonly arrangement: Arrangement
  /** What was just done. */
  readonly done: 'taken-back' | 'left' | undefined
  readonly contacts: readonly AccountContact[]
}

/** Access Management: the roles one holds, and the four ways on. */
export function ExistingAccessPage(props: ExistingAccessProps) {
  const { frame, total, roles, tabs } = props
  const { reader } = frame
  const t = words.for(reader)
  const said = { 'taken-back': t('existing.given-up'), left: t('own.left') }
  const flash = props.done && { kind: 'success' as const, text: said[props.done] }
  return (
    <Page frame={frame} title={t('existing.title')} wide flash={flash}>
      <PageHeading title={t('access.title')} />
      <AccessTabs reader={reader} current="smart-accounts" more={tabs} />
      <Section
        title={t('existing.title')}
        lead={t('existing.lead')}
        action={
          total > 0 && (
            <LinkButton small icon="download" href={hrefOf(props, {}, smartAccountsCsvPath.to())} download>
              {t('existing.export')}
            </LinkButton>
          )
        }
      >
        {total > 1 && <Filter {...props} />}
        {roles.length === 0 ? <Nothing {...props} /> : <Roles {...props} />}
        <Pager reader={reader} next={props.next && hrefOf(props, { after: props.next })} />
      </Section>
      <Contacts reader={reader} contacts={props.contacts} />
      <Section title={t('entries.title')}>
        <Ways frame={frame} />
      </Section>
    </Page>
  )
}

function hrefOf(
  { arrangement }: ExistingAccessProps,
  change: Partial<Arrangement> & { readonly after?: string },
  path = smartAccountsPath.to(),
): string {
  const { find, sort, descending, after } = { after: undefined, ...arrangement, ...change }
  return withQuery(path, {
    find,
    sort: sort === 'domain' ? undefined : sort,
    order: descending ? 'down' : undefined,
    after,
  })
}

function Filter({ frame, arrangement }: ExistingAccessProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={smartAccountsPath.to()} method="get" wide label={t('existing.find')}>
      <div class="toolbar">
        <Field
          reader={reader}
          name="find"
          type="search"
          label={t('existing.find-label')}
          required
          width="medium"
          value={arrangement.find}
        />
        <Button>{t('existing.find')}</Button>
        {arrangement.find !== '' && (
          <LinkButton variant="quiet" href={smartAccountsPath.to()}>
            {t('existing.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function Nothing({ frame, total }: ExistingAccessProps) {
  const t = words.for(frame.reader)
  if (total > 0) {
    return <EmptyState title={t('existing.none-found-title')}>{t('existing.none-found')}</EmptyState>
  }
  return (
    <EmptyState
      icon="key-round"
      title={t('existing.none-title')}
      action={
        <LinkButton variant="primary" href={askPath.to()}>
          {t('existing.request')}
        </LinkButton>
      }
    >
      {t('existing.none')}
    </EmptyState>
  )
}

function Roles(props: ExistingAccessProps) {
  const { reader } = props.frame
  const t = words.for(reader)
  const column = (key: SortKey, label: string): Pick<Column<HeldRole>, 'label' | 'sort'> => ({
    label,
    sort: sortOf(props, key),
  })
  const columns: Column<HeldRole>[] = [
    {
      ...column('domain', t('existing.domain')),
      heads: true,
      cell: (held) => (
        <Link href={ownAccessPath.to(held.identifier)}>
          <Id value={held.identifier} strong />
        </Link>
      ),
    },
    { ...column('name', t('existing.name')), cell: (held) => held.accountName },
    { ...column('virtual', t('existing.virtual')), cell: (held) => columnsOf(reader, held).virtual },
    { ...column('role', t('existing.role')), cell: (held) => columnsOf(reader, held).role },
    { ...column('since', t('existing.source')), cell: (held) => <Source reader={reader} held={held} /> },
    {
      ...column('until', t('existing.until')),
      cell: (held) => <Until reader={reader} held={held} now={props.now} />,
    },
    { label: t('existing.acts'), actions: true, cell: (held) => <Acts reader={reader} held={held} /> },
  ]
  return <Table reader={reader} caption={t('existing.title')} columns={columns} rows={props.roles} />
}

function sortOf(props: ExistingAccessProps, key: SortKey): NonNullable<Column<HeldRole>['sort']> {
  const { sort, descending } = props.arrangement
  const isCurrent = sort === key
  return {
    href: hrefOf(props, { sort: key, descending: isCurrent && !descending }),
    direction: isCurrent ? (descending ? 'descending' : 'ascending') : undefined,
  }
}

/** The four ways on from Access Management. */
function Ways({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Entries
      items={[
        {
          icon: 'building-2',
          label: t('entries.new'),
          href: newAccountPath.to(),
          help: t('entries.new-help'),
        },
        {
          icon: 'key-round',
          label: t('entries.request'),
          href: askPath.to(),
          help: t('entries.request-help'),
        },
        {
          icon: 'settings',
          label: t('entries.manage'),
          href: accountsPath.to(),
          help: t('entries.manage-help'),
        },
        { icon: 'book-open', label: t('entries.learn'), href: learnPath.to(), help: t('entries.learn-help') },
      ]}
    />
  )
}
