import type { VirtualAccountId } from '../../kernel/id.ts'
import { askPath } from '../../paths/access-requests.ts'
import {
  accountEventsPath,
  accountPath,
  accountRequestsPath,
  accountSettingsPath,
  accountsPath,
  accountUsersPath,
} from '../../paths/accounts.ts'
import { accountMessagesPath, preparedTextsPath } from '../../paths/conversation.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Badge,
  Card,
  type Column,
  EmptyState,
  Entries,
  type Entry,
  Facts,
  type Frame,
  Id,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Section,
  Split,
  shownCount,
  Table,
} from '../../ui/index.ts'
import type { NamedVirtualAccount } from '../accounts.store.ts'
import { placeName } from '../held.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import type { NoticedClaim } from '../vacancy/claims.query.ts'
import { ClaimBanner } from '../vacancy/banner.tsx'
import type { ManagedAccount, NamedAdministrator } from './manage.query.ts'

/** Manage Smart Account: the accounts one administers. */
export function ManagePage({ frame, accounts }: { frame: Frame; accounts: readonly ManagedAccount[] }) {
  const { reader } = frame
  const t = words.for(reader)
  const columns: Column<ManagedAccount>[] = [
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
    { label: t('manage.your-role'), cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', ') },
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
  return (
    <Page frame={frame} title={t('manage.title')} wide>
      <PageHeading title={t('manage.title')} lead={accounts.length > 0 ? t('manage.lead') : undefined} />
      {accounts.length === 0 ? (
        <EmptyState
          icon="building-2"
          title={t('manage.none-title')}
          action={<LinkButton href={askPath.to()}>{t('existing.request')}</LinkButton>}
        >
          {t('manage.none')}
        </EmptyState>
      ) : (
        <Table reader={reader} caption={t('manage.title')} columns={columns} rows={accounts} />
      )}
    </Page>
  )
}

/** What the overview of one account shows. */
export type AccountPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly waiting: number
  readonly administrators: readonly NamedAdministrator[]
  readonly holders: ReadonlyMap<VirtualAccountId, number>
  /** A claim that everybody here should know of. */
  readonly noticed: NoticedClaim | undefined
  /** What this viewer may open. */
  readonly opens: {
    readonly requests: boolean
    readonly events: boolean
    readonly settings: boolean
    readonly texts: boolean
  }
}

/** One account: what it is, who administers it, its parts, and the ways on. */
export function AccountPage(props: AccountPageProps) {
  const { frame, seen, administrators } = props
  const { reader } = frame
  const t = words.for(reader)
  const { account } = seen
  return (
    <Page
      frame={frame}
      title={account.name}
      wide
      live={[`account:${account.id}`]}
      breadcrumb={[{ label: t('manage.title'), href: accountsPath.to() }, { label: account.name }]}
    >
      <PageHeading title={account.name} lead={<Id value={account.identifier} />} />
      {props.noticed && <ClaimBanner reader={reader} claim={props.noticed} />}
      {administrators.filter(({ isDisabled }) => !isDisabled).length === 1 && (
        <Notice kind="warning" still title={t('account.few-title')}>
          {t('account.few')}
        </Notice>
      )}
      <Split label={t('account.about')} aside={<About {...props} />}>
        <Entries items={entriesOf(props)} />
        <Section title={t('account.virtual-accounts')} lead={t('account.virtual-lead')}>
          <Places {...props} />
        </Section>
      </Split>
    </Page>
  )
}

function entriesOf({ frame, seen, waiting, opens }: AccountPageProps): Entry[] {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  return [
    ...(opens.requests
      ? [
          {
            icon: 'inbox' as const,
            label: t('account.requests'),
            href: accountRequestsPath.to(identifier),
            help: t('account.requests-help', { n: waiting }),
          },
        ]
      : []),
    {
      icon: 'users',
      label: t('account.users'),
      href: accountUsersPath.to(identifier),
      help: t('account.users-help'),
    },
    ...(opens.events
      ? [
          {
            icon: 'history' as const,
            label: t('account.events'),
            href: accountEventsPath.to(identifier),
            help: t('account.events-help'),
          },
        ]
      : []),
    ...(opens.texts
      ? [
          {
            icon: 'square-pen' as const,
            label: t('account.prepared'),
            href: preparedTextsPath.to(identifier),
            help: t('account.prepared-help'),
          },
        ]
      : []),
    ...(opens.texts && seen.account.showAdministrators === 'RELAY'
      ? [
          {
            icon: 'mail' as const,
            label: t('account.messages'),
            href: accountMessagesPath.to(identifier),
            help: t('account.messages-help'),
          },
        ]
      : []),
    ...(opens.settings
      ? [
          {
            icon: 'settings' as const,
            label: t('account.settings'),
            href: accountSettingsPath.to(identifier),
            help: t('account.settings-help'),
          },
        ]
      : []),
  ]
}

function About({ frame, seen, administrators }: AccountPageProps) {
  const t = words.for(frame.reader)
  const { account } = seen
  const domains = account.verifiedDomains
  return (
    <>
      <Card title={t('account.about')}>
        <Facts
          stacked
          items={[
            { label: t('account.type'), value: t(`type.${account.type}`) },
            { label: t('account.visibility'), value: t(`account.visibility.${account.visibility}`) },
            {
              label: t('account.domains'),
              value: domains.length === 0 ? t('account.no-domains') : domains.join(', '),
            },
            { label: t('account.zone'), value: account.timeZone },
          ]}
        />
      </Card>
      <Card title={t('account.administrators')}>
        <ul class="plain">
          {administrators.map((one) => (
            <li>
              {nameOf(one)} {one.isDisabled && <Badge tone="red">{t('users.disabled')}</Badge>}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function Places({ frame, seen, holders }: AccountPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const columns: Column<NamedVirtualAccount>[] = [
    {
      label: t('users.place'),
      heads: true,
      cell: (one) => (
        <>
          {placeName(seen.tree, one.id)} {one.restricted && <Badge>{t('account.restricted')}</Badge>}
        </>
      ),
    },
    { label: t('account.users'), cell: ({ id }) => t('account.holders', { n: holders.get(id) ?? 0 }) },
  ]
  return (
    <Table
      reader={reader}
      caption={t('account.virtual-accounts')}
      dense
      columns={columns}
      rows={seen.tree.virtualAccounts}
    />
  )
}
