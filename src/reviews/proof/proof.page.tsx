import { AccountFrame, accountWords } from '../../accounts/index.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { reviewCsvPath, reviewPath } from '../../paths/reviews.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Column, type Fact, Facts, type Frame, Id, LinkButton, Muted, Table } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { ItemRow } from '../review/items.query.ts'
import { holderOf } from '../review/rows.tsx'
import type { StoredReview } from '../reviews.store.ts'
import { sayCame, sayItem, sayReview, saySelection } from '../say.ts'
import type { Reviewing } from '../sight.ts'
import type { Head } from './proof.query.ts'
import { answererOf, answerOf } from './lines.ts'
import type { ItemOutcome } from '../domain/review.ts'

/** What the proof of a review shows. */
export type ProofPageProps = Reviewing & {
  readonly frame: Frame
  readonly review: StoredReview
  readonly rows: readonly ItemRow[]
  readonly head: Head | null
  /** How many lines came to what, also those that are not listed. */
  readonly came: Readonly<Partial<Record<ItemOutcome, number>>>
  /** Who started it; nobody when the calendar did. */
  readonly starter: string | null
  readonly now: Date
  /** More rows than the page shows. */
  readonly hasMore: boolean
}

/** The proof of a review, to be read, printed, or saved as PDF: who answered what, when, and what came of it. */
export function ProofPage(props: ProofPageProps) {
  const { frame, seen, review, rows, hasMore } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = sayReview(reader, seen.tree, review)
  const { identifier } = seen.account
  const csv = (
    <LinkButton download href={reviewCsvPath.to(identifier, review.id)}>
      {t('proof.csv')}
    </LinkButton>
  )
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={t('proof.title')}
      under={[{ label: name, href: reviewPath.to(identifier, review.id) }, { label: t('proof.title') }]}
      lead={t('proof.lead')}
      actions={csv}
    >
      <div class="no-print">
        <Muted>{t('proof.print')}</Muted>
      </div>
      <Facts items={factsOf(props)} />
      <Table
        reader={reader}
        caption={name}
        dense
        columns={columnsOf(props)}
        rows={rows}
        rowId={({ position }) => `item-${position}`}
      />
      {hasMore && <Muted>{t('proof.more', { n: rows.length })}</Muted>}
      <p>{t('proof.verify', { command: 'vestibule audit verify' })}</p>
    </AccountFrame>
  )
}

function factsOf(props: ProofPageProps): Fact[] {
  const { frame, seen, review, head, now, within } = props
  const { reader } = frame
  const t = words.for(reader)
  const day = (at: Date) => formatDate(reader, at, 'dateTime')
  const from = day(review.openedAt ?? review.opensAt)
  const period = review.closedAt
    ? t('proof.period-text', { from, to: day(review.closedAt) })
    : t('proof.period-open', { from })
  return [
    {
      label: t('proof.account'),
      value: (
        <>
          {seen.account.name} <Id value={seen.account.identifier} />
        </>
      ),
    },
    { label: t('proof.period'), value: period },
    {
      label: t('proof.selection'),
      value: saySelection(reader, seen.tree, review),
      ...(within === null ? {} : { help: t('proof.part') }),
    },
    { label: t('proof.started'), value: props.starter ?? t('proof.calendar') },
    { label: t('proof.result'), value: sayCame(reader, props.came) || t('proof.none') },
    ...(head
      ? [
          {
            label: t('proof.head'),
            value: (
              <span class="hash">{t('proof.head-text', { seq: String(head.seq), hash: head.hash })}</span>
            ),
          },
        ]
      : []),
    { label: t('proof.made'), value: day(now) },
  ]
}

function columnsOf({ frame, seen }: ProofPageProps): Column<ItemRow>[] {
  const { reader } = frame
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const day = (at: Date | null) => (at ? formatDate(reader, at, 'dateTime') : '–')
  return [
    {
      label: t('proof.person'),
      heads: true,
      cell: (row) => (
        <>
          {holderOf(reader, row)}
          {row.isOutside && <Muted> {t('review.outside')}</Muted>}
          {!row.isErased && (
            <p class="muted">
              <Id value={row.address} />
            </p>
          )}
        </>
      ),
    },
    { label: t('proof.role'), cell: (row) => sayItem(reader, seen.tree, row, row.endsAt) },
    {
      label: t('proof.source'),
      cell: (row) => (
        <>
          {a(`source.${row.source}`)} {row.reference}
          {row.giver && <p class="muted">{t('review.given-by', { name: nameOf(row.giver) })}</p>}
        </>
      ),
    },
    { label: t('proof.since'), fit: true, cell: ({ since }) => formatDate(reader, since) },
    { label: t('proof.answer'), cell: (row) => answerOf(reader, row) },
    {
      label: t('proof.by'),
      cell: (row) => (row.answer === null ? '–' : `${answererOf(reader, row)}, ${day(row.answeredAt)}`),
    },
    {
      label: t('proof.outcome'),
      cell: (row) => sayOutcome(reader, row),
    },
  ]
}

function sayOutcome(reader: Reader, { outcome, settledAt }: ItemRow): string {
  if (outcome === null || settledAt === null) return '–'
  return `${words.for(reader)(`review.outcome.${outcome}`)}, ${formatDate(reader, settledAt)}`
}
