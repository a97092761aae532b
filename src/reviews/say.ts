import { placeName, type SeenAccount, sayHeld, sayRole } from '../accounts/index.ts'
import type { GrantedRole } from '../accounts/domain/roles.ts'
import type { VirtualAccountId } from '../kernel/id.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { ItemOutcome, SelectionKind } from './domain/review.ts'
import { outcomes } from './domain/review.ts'
import { words } from './messages/index.ts'

type Tree = SeenAccount['tree']

/** What a review looks at, as its name. */
export function saySelection(
  reader: Reader,
  tree: Tree,
  what: {
    readonly selection: SelectionKind
    readonly role: GrantedRole | null
    readonly virtualAccountId: VirtualAccountId | null
  },
): string {
  const t = words.for(reader)
  const { selection, role, virtualAccountId } = what
  if (selection === 'ROLE' && role) return t('what.ROLE', { role: sayRole(reader, role) })
  if (selection === 'PLACE' && virtualAccountId)
    return t('what.PLACE', { place: placeName(tree, virtualAccountId) || '–' })
  return t(selection === 'ALL' || selection === 'OUTSIDE' ? `what.${selection}` : 'what.DUE')
}

/** A review by its name and the day it opened: "Yearly review, 2 November 2026". */
export function sayReview(
  reader: Reader,
  tree: Tree,
  review: Parameters<typeof saySelection>[2] & { readonly openedAt: Date | null; readonly opensAt: Date },
): string {
  const date = formatDate(reader, review.openedAt ?? review.opensAt, 'dateWithYear')
  return words.for(reader)('review.name', { what: saySelection(reader, tree, review), date })
}

/** What came of a review, as one line: "38 kept, 2 removed". */
export function sayCame(reader: Reader, came: Readonly<Partial<Record<ItemOutcome, number>>>): string {
  const t = words.for(reader)
  return outcomes
    .filter((outcome) => (came[outcome] ?? 0) > 0)
    .map((outcome) => t(`came.${outcome.toLowerCase() as Lowercase<ItemOutcome>}`, { n: came[outcome] ?? 0 }))
    .join(', ')
}

/** A grant of a review as one phrase: "Virtual Account User for Paris". */
export function sayItem(
  reader: Reader,
  tree: Tree,
  item: { readonly role: GrantedRole; readonly virtualAccountId: VirtualAccountId | null },
  endsAt: Date | null = null,
): string {
  const { role, virtualAccountId } = item
  const places = virtualAccountId === null ? [] : [placeName(tree, virtualAccountId) || '–']
  return sayHeld(reader, { role, places, endsAt })
}
