import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Button,
  type Column,
  Entries,
  FilterLinks,
  Id,
  Items,
  Link,
  LinkButton,
  Pager,
  Section,
  StatusChip,
  type StatusKind,
  Table,
  Tabs,
} from '../index.ts'

type Sample = {
  id: string
  account: string
  identifier: string
  asked: string
  sent: string
  kind: StatusKind
  word: string
  line: string
}

const samples: Sample[] = [
  {
    id: '1',
    account: 'ACME',
    identifier: 'acme.example',
    asked: 'User, entire account',
    sent: '24 Nov 2026',
    kind: 'pending',
    word: 'Pending',
    line: 'With 3 administrators, answer expected by Thu 4 Dec',
  },
  {
    id: '2',
    account: 'Globex Partners',
    identifier: 'globex.example',
    asked: 'Not sure',
    sent: '12 Nov 2026',
    kind: 'overdue',
    word: 'Overdue',
    line: 'You can ask the support desk to step in',
  },
  {
    id: '3',
    account: 'Initech',
    identifier: 'initech.example',
    asked: 'Viewer for Paris, until 31 March',
    sent: '2 Oct 2026',
    kind: 'declined',
    word: 'Declined',
    line: 'Dmitri Volkov wrote why',
  },
]

const columns: Column<Sample>[] = [
  {
    label: 'Account',
    heads: true,
    sort: { href: '?sort=account', direction: 'ascending' },
    cell: (row) => (
      <>
        <Link href={`/requests/${row.id}`}>{row.account}</Link>
        <p class="muted">
          <Id value={row.identifier} />
        </p>
      </>
    ),
  },
  { label: 'Asked for', cell: (row) => row.asked },
  { label: 'Sent', fit: true, sort: { href: '?sort=sent' }, cell: (row) => row.sent },
  {
    label: 'Status',
    cell: (row) => (
      <>
        <StatusChip kind={row.kind} label={row.word} />
        <p class="muted">{row.line}</p>
      </>
    ),
  },
  {
    label: 'Actions',
    actions: true,
    cell: (row) =>
      row.kind === 'pending' && (
        <Button small icon="bell" label={`Send Reminder for ${row.account}`}>
          Send Reminder
        </Button>
      ),
  },
]

const queue: Column<Sample>[] = [
  {
    label: 'Who asks',
    heads: true,
    cell: (row) => (
      <>
        <Link href={`/requests/${row.id}`}>Raul Ortiz</Link> <Badge tone="rust">Outside</Badge>
      </>
    ),
  },
  { label: 'Asks for', cell: (row) => row.asked },
  { label: 'Account', cell: (row) => row.account },
  { label: 'Due', fit: true, cell: () => 'Tomorrow' },
  {
    label: 'Decide',
    actions: true,
    cell: (row) => (
      <>
        <LinkButton small href={`/requests/${row.id}/approve`} shortcut="a" label={`Approve ${row.account}`}>
          Approve
        </LinkButton>{' '}
        <LinkButton
          small
          href={`/requests/${row.id}/decline`}
          shortcut="d"
          variant="quiet"
          label={`Decline ${row.account}`}
        >
          Decline
        </LinkButton>
      </>
    ),
  },
]

/** Tabs, filters, tables, lists and ways to go on. */
export function ListParts({ reader }: { reader: Reader }) {
  return (
    <>
      <Tabs
        label="Access"
        items={[
          { label: 'Services & Support', href: '/access/services-and-support', current: true },
          { label: 'Smart Accounts', href: '/access/smart-accounts' },
        ]}
      />
      <Section
        title="Your Access Requests"
        action={
          <LinkButton href="/new" variant="primary">
            Request access
          </LinkButton>
        }
      >
        <FilterLinks
          label="Filter"
          items={[
            { label: 'All', href: '?', count: 12, current: true },
            { label: 'Open', href: '?show=open', count: 2 },
            { label: 'Settled', href: '?show=settled', count: 10 },
          ]}
        />
        <Table reader={reader} caption="Your Access Requests" columns={columns} rows={samples} />
        <Pager reader={reader} next="?after=3" summary="1 to 3 of 12" />
      </Section>
      <Waiting reader={reader} />
      <Ways />
    </>
  )
}

function Ways() {
  return (
    <Section title="View Your Access Requests">
      <Entries
        items={[
          {
            icon: 'building-2',
            label: 'Request a Smart Account',
            href: '/accounts/new',
            help: 'For your organisation or for someone else.',
          },
          {
            icon: 'key-round',
            label: 'Request Access to an Existing Smart Account',
            href: '/requests/new',
            help: 'Your organisation has one already; its administrators decide.',
          },
          {
            icon: 'settings',
            label: 'Manage Smart Account',
            href: '/manage',
            help: 'Decide requests, see who has access.',
          },
          {
            icon: 'book-open',
            label: 'Learn About Smart Accounts',
            href: '/learn',
            help: 'Short pages, one task each.',
          },
        ]}
      />
    </Section>
  )
}

function Waiting({ reader }: { reader: Reader }) {
  return (
    <>
      <Section title="Requests to decide" count={3}>
        <Table
          reader={reader}
          caption="Requests to decide"
          dense
          queue
          columns={queue}
          rows={samples}
          select={{ name: 'request', value: (row) => row.id, label: (row) => `Select ${row.account}` }}
        />
      </Section>
      <Section title="Waiting for others">
        <Items
          items={samples.map((row) => ({
            title: <Link href={`/requests/${row.id}`}>{row.account}</Link>,
            state: <StatusChip kind={row.kind} label={row.word} />,
            text: row.line,
            meta: row.sent,
          }))}
        />
      </Section>
    </>
  )
}
