import { accountUsersPath, accountRequestsPath, editAccountPath } from '../../paths/accounts.ts'
import { accountChangePath } from '../../paths/account-changes.ts'
import { accountMessagesPath } from '../../paths/conversation.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Card,
  Entries,
  type Entry,
  type Fact,
  Facts,
  type Flash,
  type Frame,
  Id,
  LinkButton,
  Notice,
  Split,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import { AgreementNotice, FirstStepsCard } from '../checklist/checklist.tsx'
import type { FirstSteps } from '../checklist/checklist.query.ts'
import { may } from '../domain/rights.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'
import { ClaimBanner } from '../vacancy/banner.tsx'
import type { NoticedClaim } from '../vacancy/claims.query.ts'
import type { Editable } from './edit-account.ts'
import type { NamedAdministrator } from './properties.query.ts'

/** What the properties of an account show. */
export type PropertiesPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly editable: Editable
  readonly administrators: readonly NamedAdministrator[]
  /** How many administrators mail reaches; null for whoever does not see the account's people. */
  readonly reachable: number | null
  /** How many requests wait for the viewer; null for whoever decides none. */
  readonly waiting: number | null
  /** A claim that everybody here should know of. */
  readonly noticed: NoticedClaim | undefined
  /** How far the account is set up, for whoever looks after all of it. */
  readonly steps: FirstSteps | undefined
  readonly flash?: Flash | undefined
}

/** Account Properties: what an account is, who administers it, and what to do next. */
export function PropertiesPage(props: PropertiesPageProps) {
  const { frame, seen, editable } = props
  const { reader } = frame
  const t = words.for(reader)
  const { account } = seen
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="properties"
      title={t('tab.properties')}
      live={[`account:${account.id}`]}
      flash={props.flash}
      actions={
        (editable.words || editable.visibility) && (
          <LinkButton icon="square-pen" href={editAccountPath.to(account.identifier)}>
            {t('properties.edit')}
          </LinkButton>
        )
      }
    >
      {props.noticed && <ClaimBanner reader={reader} claim={props.noticed} />}
      <FewAdministrators {...props} />
      {props.steps && <AgreementNotice reader={reader} seen={seen} steps={props.steps} />}
      <Split label={t('account.administrators')} aside={<Administrators {...props} />}>
        {props.steps && <FirstStepsCard reader={reader} seen={seen} steps={props.steps} />}
        <Card title={t('account.about')}>
          <Facts items={factsOf(props)} />
        </Card>
        <Entries items={nextOf(props)} />
      </Split>
    </AccountFrame>
  )
}

/** The standing notice of an account that depends on one person, or on nobody whom mail reaches. */
function FewAdministrators({ frame, seen, reachable }: PropertiesPageProps) {
  if (reachable === null || reachable >= 2) return null
  const t = words.for(frame.reader)
  const add = may(seen.rights, 'change-people', { kind: 'ACCOUNT' }) && (
    <LinkButton href={accountUsersPath.to(seen.account.identifier)}>{t('account.few-press')}</LinkButton>
  )
  return (
    <Notice
      kind="warning"
      still
      title={t(reachable === 1 ? 'account.few-title' : 'account.none-reachable-title')}
      actions={add === false ? undefined : add}
    >
      {t(reachable === 1 ? 'account.few' : 'account.none-reachable')}
    </Notice>
  )
}

function factsOf({ frame, seen }: PropertiesPageProps): Fact[] {
  const t = words.for(frame.reader)
  const { account } = seen
  const domains = account.verifiedDomains
  return [
    { label: t('properties.name'), value: account.name },
    { label: t('properties.identifier'), value: <Id value={account.identifier} /> },
    { label: t('account.type'), value: t(`type.${account.type}`) },
    {
      label: t('properties.status'),
      value: (
        <Badge tone={account.status === 'ACTIVE' ? 'green' : 'amber'}>{t(`status.${account.status}`)}</Badge>
      ),
    },
    { label: t('account.visibility'), value: t(`account.visibility.${account.visibility}`) },
    { label: t('account.zone'), value: account.timeZone },
    {
      label: t('account.domains'),
      value: (
        <>
          {domains.length === 0 ? t('account.no-domains') : domains.join(', ')}
          {domains.length > 0 && <p class="muted">{t('properties.domains-help')}</p>}
        </>
      ),
    },
    { label: t('properties.contact'), value: contactOf(frame.reader, seen) },
  ]
}

function contactOf(reader: Reader, { account }: SeenAccount) {
  const t = words.for(reader)
  const { contactName, contactAddress, contactConfirmedAt } = account
  if (contactName === '' && contactAddress === '')
    return <span class="muted">{t('properties.no-contact')}</span>
  return (
    <>
      {contactName} {contactAddress !== '' && <Id value={contactAddress} />}
      {contactAddress !== '' && !contactConfirmedAt && (
        <p class="muted">{t('properties.contact-unconfirmed')}</p>
      )}
    </>
  )
}

function nextOf({ frame, seen, waiting }: PropertiesPageProps): Entry[] {
  const t = words.for(frame.reader)
  const { identifier, showAdministrators } = seen.account
  const isWhole = may(seen.rights, 'change-rules', { kind: 'ACCOUNT' })
  return [
    ...(waiting === null || waiting === 0
      ? []
      : [
          {
            icon: 'inbox' as const,
            label: t('account.requests'),
            href: accountRequestsPath.to(identifier),
            help: t('account.requests-help', { n: waiting }),
          },
        ]),
    ...(isWhole && showAdministrators === 'RELAY'
      ? [
          {
            icon: 'mail' as const,
            label: t('account.messages'),
            href: accountMessagesPath.to(identifier),
            help: t('account.messages-help'),
          },
        ]
      : []),
    ...(asks(seen)
      ? [
          {
            icon: 'arrow-right' as const,
            label: t('properties.change'),
            href: accountChangePath.to(identifier),
            help: t('properties.change-help'),
          },
        ]
      : []),
  ]
}

// Whoever may ask for what takes two, and those who are the two.
function asks({ rights, offices }: SeenAccount): boolean {
  return may(rights, 'ask-to-change-account', { kind: 'ACCOUNT' }) || offices.length > 0
}

function Administrators({ frame, seen, administrators }: PropertiesPageProps) {
  const t = words.for(frame.reader)
  const seesAll = opensTab(seen, 'users')
  // Who is disabled is for those who see the account's people; to everybody else they are no administrator.
  const told = administrators.filter(({ isDisabled }) => seesAll || !isDisabled)
  return (
    <Card title={t('account.administrators')}>
      {told.length > 0 && (seesAll || seen.account.showAdministrators === 'NAMES') ? (
        <ul class="plain">
          {told.map((one) => (
            <li>
              {nameOf(seesAll ? one : { ...one, address: '' })}{' '}
              {seesAll && one.isDisabled && <Badge tone="red">{t('users.disabled')}</Badge>}
              {seesAll && one.awayUntil && <Badge tone="amber">{sayAwayUntil(frame.reader, one)}</Badge>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('properties.administrators', { n: told.length })}</p>
      )}
    </Card>
  )
}

// The last day away, as it is where they are.
function sayAwayUntil(reader: Reader, { awayUntil, timeZone }: NamedAdministrator): string {
  const lastMoment = new Date((awayUntil?.getTime() ?? 1) - 1)
  const date = formatDate({ ...reader, timeZone }, lastMoment, 'dayMonth')
  return words.for(reader)('account.away', { date })
}
