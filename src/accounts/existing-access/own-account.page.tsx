import type { Child } from '#jsx'
import { sayRole } from '../held.ts'
import { askPath, requestPath } from '../../paths/access-requests.ts'
import { leavePath } from '../../paths/access.ts'
import { accountPath, smartAccountsPath } from '../../paths/accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Column,
  Facts,
  type Flash,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Prose,
  Section,
  Table,
  Time,
  Timeline,
  type TimelineItem,
} from '../../ui/index.ts'
import { shownIdentifier } from '../domain/identifier.ts'
import type { Identifier as AccountIdentifier } from '../domain/identifier.ts'
import { words } from '../messages/index.ts'
import { columnsOf } from './arrange.ts'
import type { AccountContact } from './contacts.query.ts'
import { Contacts } from './contacts.tsx'
import type { HeldRole } from './existing-access.query.ts'
import { Acts, Source, Until } from './held-columns.tsx'
import type { Past } from './history.query.ts'
import { type Allowed, allowedBy } from './own-rights.ts'

/** What the page of one's own access to an account shows. */
export type OwnAccountProps = {
  readonly frame: Frame
  /** What is held there, at least one role. */
  readonly roles: readonly HeldRole[]
  readonly past: readonly Past[]
  readonly contacts: readonly AccountContact[]
  readonly now: Date
  readonly manages: boolean
  readonly flash?: Flash | undefined
}

/** Your access to one account: all that is held, what it allows, what was before, whom to ask, and leaving. */
export function OwnAccountPage(props: OwnAccountProps) {
  const { frame, roles, contacts } = props
  const { reader } = frame
  const t = words.for(reader)
  const [first] = roles
  if (!first) return null
  const { accountName, identifier } = first
  const title = t('own.title', { account: accountName })
  return (
    <Page
      frame={frame}
      title={title}
      wide
      flash={props.flash}
      breadcrumb={[{ label: t('access.title'), href: smartAccountsPath.to() }, { label: accountName }]}
    >
      <PageHeading
        over={<Identifier value={shownIdentifier(identifier as AccountIdentifier).shown} />}
        title={title}
        actions={<Actions {...props} identifier={identifier} />}
      />
      <Held {...props} />
      <Rights reader={reader} roles={roles} />
      <Contacts reader={reader} contacts={contacts} title={t('own.contacts')} />
      <History {...props} />
      <Section title={t('own.leave')}>
        <Prose>
          <p>{t('own.leave.text', { account: accountName })}</p>
        </Prose>
        <LinkButton href={leavePath.to(identifier)}>{t('own.leave.do')}</LinkButton>
      </Section>
    </Page>
  )
}

function Actions({ frame, manages, identifier }: OwnAccountProps & { identifier: string }) {
  const t = words.for(frame.reader)
  return (
    <>
      <LinkButton href={askPath.to(identifier)}>{t('own.ask')}</LinkButton>
      {manages && <LinkButton href={accountPath.to(identifier)}>{t('own.manage')}</LinkButton>}
    </>
  )
}

function Held({ frame, roles, now }: OwnAccountProps) {
  const { reader } = frame
  const t = words.for(reader)
  const columns: Column<HeldRole>[] = [
    { label: t('existing.role'), heads: true, cell: (held) => columnsOf(reader, held).role },
    { label: t('existing.virtual'), cell: (held) => columnsOf(reader, held).virtual },
    { label: t('existing.source'), cell: (held) => <Source reader={reader} held={held} /> },
    { label: t('existing.until'), cell: (held) => <Until reader={reader} held={held} now={now} /> },
    { label: t('existing.acts'), actions: true, cell: (held) => <Acts reader={reader} held={held} /> },
  ]
  return (
    <Section title={t('own.held')}>
      <Table reader={reader} caption={t('own.held')} columns={columns} rows={roles} />
    </Section>
  )
}

function Rights({ reader, roles }: { reader: Reader; roles: readonly HeldRole[] }) {
  const t = words.for(reader)
  const places = allowedBy(roles)
  if (places.length === 0) return null
  return (
    <Section title={t('own.rights')}>
      <Facts
        items={places.map(({ place, allowed }) => ({
          label:
            place.length === 0 ? t('own.rights.whole') : t('own.rights.place', { place: place.join(' / ') }),
          value: <Allowances reader={reader} allowed={allowed} />,
        }))}
      />
    </Section>
  )
}

function Allowances({ reader, allowed }: { reader: Reader; allowed: readonly Allowed[] }) {
  const t = words.for(reader)
  return (
    <ul>
      {allowed.map((action) => (
        <li>{t(`may.${action}`)}</li>
      ))}
    </ul>
  )
}

function History({ frame, past }: OwnAccountProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section title={t('own.past')}>
      {past.length === 0 ? (
        <Muted>{t('own.past.none-text')}</Muted>
      ) : (
        <Timeline label={t('own.past')} items={past.map((one) => itemOf(reader, one))} />
      )}
    </Section>
  )
}

function itemOf(reader: Reader, past: Past): TimelineItem {
  const when = <Time reader={reader} at={past.at} />
  return { ...saidOf(reader, past), when }
}

type Said = Pick<TimelineItem, 'what' | 'icon' | 'tone'> & { readonly what: Child }

function saidOf(reader: Reader, past: Past): Said {
  const t = words.for(reader)
  if (past.kind === 'REQUEST') {
    const link = <Link href={requestPath.to(past.requestId)}>{past.reference}</Link>
    return {
      what: (
        <>
          {t(`own.past.REQUEST.${past.status}`)} {link}
        </>
      ),
      icon: 'send',
    }
  }
  if (past.kind === 'AGREED') return { what: t('own.past.AGREED', past), icon: 'check' }
  const ended = { role: sayRole(reader, past.role), place: past.place || t('existing.whole') }
  if (!past.wasRevoked) return { what: t('own.past.ENDED', ended), icon: 'timer-off' }
  return {
    what: past.byHolder ? t('own.past.GIVEN-BACK', ended) : t('own.past.TAKEN', ended),
    icon: 'undo-2',
  }
}
