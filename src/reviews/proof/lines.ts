import { accountWords, placeName, sayRole, type SeenAccount } from '../../accounts/index.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import type { ItemRow } from '../review/items.query.ts'
import { holderOf } from '../review/rows.tsx'

const heads = [
  'person',
  'address',
  'role',
  'place',
  'source',
  'given-by',
  'since',
  'until',
  'outside',
  'answer',
  'by',
  'at',
  'outcome',
  'settled',
] as const

/** The proof of a review as a table: its headings, then a line for each grant, with times in UTC. */
export function proofTable(reader: Reader, tree: SeenAccount['tree'], rows: readonly ItemRow[]): string[][] {
  const t = words.for(reader)
  return [heads.map((head) => t(`proof.${head}`)), ...rows.map((row) => lineOf(reader, tree, row))]
}

function lineOf(reader: Reader, tree: SeenAccount['tree'], row: ItemRow): string[] {
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const time = (at: Date | null) => at?.toISOString() ?? ''
  const place = row.virtualAccountId === null ? t('review.whole') : placeName(tree, row.virtualAccountId)
  const source = a(`source.${row.source}`)
  return [
    holderOf(reader, row),
    row.isErased ? '' : row.address,
    sayRole(reader, row.role),
    place,
    row.reference === null ? source : `${source} ${row.reference}`,
    row.giver ? nameOf(row.giver) : '',
    time(row.since),
    time(row.endsAt),
    row.isOutside ? t('proof.yes') : t('proof.no'),
    answerOf(reader, row),
    row.answer === null ? '' : answererOf(reader, row),
    time(row.answeredAt),
    row.outcome === null ? '' : t(`review.outcome.${row.outcome}`),
    time(row.settledAt),
  ]
}

/** What was answered about a grant, in a word or two. */
export function answerOf(reader: Reader, row: ItemRow): string {
  const t = words.for(reader)
  return row.answer === null ? t('proof.none') : t(`review.answer.${row.answer}`)
}

/** Who answered. */
export function answererOf(reader: Reader, row: ItemRow): string {
  return row.answerer ? nameOf(row.answerer) : words.for(reader)('review.erased')
}
