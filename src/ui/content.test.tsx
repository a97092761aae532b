import { describe, expect, it } from 'vitest'
import {
  Badge,
  Breadcrumb,
  Counter,
  Id,
  LinkButton,
  Notice,
  Pager,
  Quote,
  StatusChip,
  Table,
  Tabs,
  Time,
  Timeline,
} from './index.ts'
import { markupOf, sampleFrame } from './sample-frame.ts'
import { Styleguide } from './styleguide.tsx'

const { reader } = sampleFrame
const hostile = `"><img src=x onerror='alert(1)'>&`

describe('words from outside', () => {
  it('are shown literally by every part that takes some', () => {
    const html = markupOf(
      <div>
        <Quote reader={reader} text={hostile} by={hostile} />
        <Badge>{hostile}</Badge>
        <StatusChip kind="pending" label={hostile} />
        <Notice kind="danger" title={hostile}>
          {hostile}
        </Notice>
        <Id value={hostile} />
        <Breadcrumb label={hostile} items={[{ label: hostile, href: '/' }, { label: hostile }]} />
        <Timeline items={[{ what: hostile, who: hostile, when: hostile, note: hostile }]} label={hostile} />
        <LinkButton href="/" label={hostile}>
          {hostile}
        </LinkButton>
      </div>,
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;')
  })

  it('say whose they are and keep their lines', () => {
    expect(markupOf(<Quote reader={reader} text={'one\ntwo'} by="Raul" />)).toBe(
      '<figure class="quote"><blockquote dir="auto">one\ntwo</blockquote><figcaption>Written by Raul</figcaption></figure>',
    )
  })
})

describe('a table', () => {
  const table = markupOf(
    <Table
      reader={reader}
      caption="Requests"
      queue
      rows={[hostile]}
      rowId={() => 'r1'}
      select={{ name: 'request', value: (row) => row, label: (row) => row, form: 'bulk' }}
      columns={[
        {
          label: 'Account',
          heads: true,
          sort: { href: '?sort=account', direction: 'descending' },
          cell: (row) => row,
        },
        { label: 'Sent', cell: () => 'today' },
      ]}
    />,
  )

  it('is a real one: caption, scopes, order, and labels for the cards of a phone', () => {
    expect(table).toContain('<caption class="unseen">Requests</caption>')
    expect(table).toContain('<th scope="col" aria-sort="descending"><a href="?sort=account">')
    expect(table).toContain('<th scope="row">')
    expect(table).toContain('<td data-label="Sent">')
    expect(table).not.toContain('<img')
  })

  it('has rows that the keys find, and boxes that go with their form', () => {
    expect(table).toContain('<tr id="r1" data-row="">')
    expect(table).toContain('form="bulk"')
    expect(table).toContain('<dialog')
  })
})

describe('small parts', () => {
  it('say an instant as people do, with the exact time beside it', () => {
    const html = markupOf(<Time reader={reader} at={new Date('2026-12-04T13:03:22Z')} as="date" />)
    expect(html).toContain('datetime="2026-12-04T13:03:22.000Z"')
    expect(html).toContain('<span aria-hidden="true">Friday 4 December</span>')
    expect(html).toContain('Friday, 4 December 2026 at 14:03:22 CET')
  })

  it('mark the place one is in', () => {
    const items = [
      { label: 'All', href: '?', count: 2, current: true },
      { label: 'Open', href: '?show=open' },
    ]
    expect(markupOf(<Tabs label="Access" items={items} />).match(/aria-current="page"/g)).toHaveLength(1)
  })

  it('show no counter and no pager when there is nothing to say', () => {
    expect(markupOf(<Counter n={0} label="x" />)).toBe('')
    expect(markupOf(<Pager reader={reader} />)).toBe('')
  })

  it('are all in the styleguide, which renders in both languages', () => {
    for (const locale of ['en', 'fr'] as const)
      expect(markupOf(<Styleguide frame={{ ...sampleFrame, reader: { ...reader, locale } }} />)).toContain(
        'Styleguide',
      )
  })
})
