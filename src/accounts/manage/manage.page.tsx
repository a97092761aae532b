import type { VirtualAccountId } from '../../kernel/id.ts'
import { askPath } from '../../paths/access-requests.ts'
import {
  accountEventsPath,
  accountPath,
  accountRequestsPath,
  accountSettingsPath,
  accountUsersPath,
} from '../../paths/accounts.ts'
import { accountMessagesPath, preparedTextsPath } from '../../paths/conversation.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
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
import { AccountFrame } from '../account-frame.page.tsx'
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
    <AccountFrame
      frame={frame}
      seen={seen}
      current="properties"
      title={account.name}
      lead={<Id value={account.identifier} />}
      live={[`account:${account.id}`]}
    >
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
    </AccountFrame>
  )
}

const ways = [
  { name: 'requests', icon: 'inbox', path: accountRequestsPath },
  { name: 'users', icon: 'users', path: accountUsersPath },
  { name: 'events', icon: 'history', path: accountEventsPath },
  { name: 'prepared', icon: 'square-pen', path: preparedTextsPath },
  { name: 'messages', icon: 'mail', path: accountMessagesPath },
  { name: 'settings', icon: 'settings', path: accountSettingsPath },
] as const

function entriesOf({ frame, seen, waiting, opens }: AccountPageProps): Entry[] {
  const t = words.for(frame.reader)
  const { identifier, showAdministrators } = seen.account
  const isOpen: Record<(typeof ways)[number]['name'], boolean> = {
    ...opens,
    users: true,
    prepared: opens.texts,
    messages: opens.texts && showAdministrators === 'RELAY',
  }
  return ways
    .filter(({ name }) => isOpen[name])
    .map(({ name, icon, path }) => ({
      icon,
      label: t(`account.${name}`),
      href: path.to(identifier),
      help: t(`account.${name}-help`, { n: waiting }),
    }))
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
              {one.awayUntil && <Badge tone="amber">{sayAwayUntil(frame.reader, one)}</Badge>}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

// The last day away, as it is where they are.
function sayAwayUntil(reader: Reader, { awayUntil, timeZone }: NamedAdministrator): string {
  const lastMoment = new Date((awayUntil?.getTime() ?? 1) - 1)
  const date = formatDate({ ...reader, timeZone }, lastMoment, 'dayMonth')
  return words.for(reader)('account.away', { date })
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
