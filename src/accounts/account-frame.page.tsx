import type { Child } from '#jsx'
import {
  accountAgreementsPath,
  accountEventsPath,
  accountGroupsPath,
  accountInsightsPath,
  accountPath,
  accountRequestsPath,
  accountReviewsPath,
  accountRulesPath,
  accountSettingsPath,
  accountsPath,
  accountTagsPath,
  accountUsersPath,
  accountVirtualAccountsPath,
} from '../paths/accounts.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import {
  type Crumb,
  type Flash,
  type Frame,
  Icon,
  Link,
  Notice,
  Page,
  PageHeading,
  Tabs,
} from '../ui/index.ts'
import { may } from './domain/rights.ts'
import { words } from './messages/index.ts'
import type { SeenAccount } from './sight.ts'
import { mostKnown, mostOffered } from './sight.query.ts'
import { type AccountTab, tabsFor } from './tabs.ts'

/** Where each tab of an account begins. */
export const tabPaths: Readonly<Record<AccountTab, { to(identifier: string): string }>> = {
  properties: accountPath,
  'virtual-accounts': accountVirtualAccountsPath,
  users: accountUsersPath,
  groups: accountGroupsPath,
  tags: accountTagsPath,
  requests: accountRequestsPath,
  rules: accountRulesPath,
  reviews: accountReviewsPath,
  agreements: accountAgreementsPath,
  events: accountEventsPath,
  insights: accountInsightsPath,
  settings: accountSettingsPath,
}

/** What a page of an account gives its frame. */
export type AccountFrameProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly current: AccountTab
  /** The page's heading; the window is named after it and the account. */
  readonly title: string
  readonly over?: Child
  readonly lead?: Child
  readonly status?: Child
  readonly actions?: Child
  readonly flash?: Flash | undefined
  readonly failed?: boolean | undefined
  /** Where below the tab this page stands, itself last; left out on the tab's own page. */
  readonly under?: readonly Crumb[] | undefined
  /** Topics that refetch the page. */
  readonly live?: readonly string[] | undefined
  /** For pages without tables: forms and text keep the width that reads well. */
  readonly narrow?: boolean | undefined
  /** What stands between the tabs and the heading: tabs of the second order. */
  readonly below?: Child
  readonly children?: Child
}

/** A page of one account: the account in the header, the way to it, its tabs, the heading, and the page. */
export function AccountFrame(props: AccountFrameProps) {
  const { frame, seen, title } = props
  const { account } = seen
  return (
    <Page
      frame={{ ...frame, account: framed(seen, frame.recentAccounts ?? [], props.current) }}
      title={title === account.name ? title : `${title} – ${account.name}`}
      wide={!props.narrow}
      failed={props.failed}
      live={props.live}
      breadcrumb={wayTo(props)}
    >
      <AccountTabs reader={frame.reader} seen={seen} current={props.current} />
      <OneAdministrator {...props} />
      {props.below}
      {props.flash && (
        <Notice kind={props.flash.kind} title={props.flash.title} keep>
          {props.flash.text}
        </Notice>
      )}
      <PageHeading
        title={title}
        {...(props.over === undefined ? {} : { over: props.over })}
        {...(props.lead === undefined ? {} : { lead: props.lead })}
        {...(props.status === undefined ? {} : { status: props.status })}
        {...(props.actions === undefined ? {} : { actions: props.actions })}
      />
      {props.children}
    </Page>
  )
}

const hasItsOwn = ['properties', 'users']

/** The standing line for whoever can give an account that depends on one person a second one. */
function OneAdministrator({ frame, seen, current, under }: AccountFrameProps) {
  const isSaid = !under && hasItsOwn.includes(current)
  if (isSaid || seen.reachable >= 2 || !may(seen.rights, 'change-administrators', { kind: 'ACCOUNT' }))
    return null
  const t = words.for(frame.reader)
  return (
    <p class="nudge">
      <Icon name="triangle-alert" size={16} />
      <span>
        {t(seen.reachable === 0 ? 'account.nudge-none' : 'account.nudge')}{' '}
        <Link href={accountUsersPath.to(seen.account.identifier)}>{t('account.nudge-press')}</Link>
      </span>
    </p>
  )
}

function wayTo({ frame, seen, current, under }: AccountFrameProps): Crumb[] {
  const t = words.for(frame.reader)
  const { name, identifier } = seen.account
  const label = t(`tab.${current}`)
  const home = { label: t('manage.title'), href: accountsPath.to() }
  if (current === 'properties' && !under) return [home, { label: name }]
  return [
    home,
    { label: name, href: accountPath.to(identifier) },
    ...(under ? [{ label, href: tabPaths[current].to(identifier) }, ...under] : [{ label }]),
  ]
}

function AccountTabs({ reader, seen, current }: { reader: Reader; seen: SeenAccount; current: AccountTab }) {
  const t = words.for(reader)
  return (
    <Tabs
      many
      label={t('tab.label')}
      items={tabsFor(seen).map((tab) => ({
        label: t(`tab.${tab}`),
        href: tabPaths[tab].to(seen.account.identifier),
        current: tab === current,
      }))}
    />
  )
}

/** The account as the header shows it, with the others one might want: those visited last come first. */
function framed(
  { account, others, byOffice }: SeenAccount,
  recent: readonly string[],
  tab: AccountTab,
): Frame['account'] {
  const last = recent
    .filter((identifier) => identifier !== account.identifier)
    .map((identifier) => others.find((one) => one.identifier === identifier) ?? { identifier, name: '' })
    // Where all are known, one that is not among them is theirs no more; by an office they see any.
    .filter(({ name }) => name !== '' || byOffice || others.length > mostKnown)
  const rest = others.filter(({ identifier }) => !recent.includes(identifier))
  return {
    name: account.name,
    identifier: account.identifier,
    others: [...last, ...rest].slice(0, mostOffered),
    hasMore: others.length > mostOffered,
    tab,
  }
}
