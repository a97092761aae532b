import type { Reader } from '../../platform/i18n/reader.ts'
import { sayRole } from '../held.ts'
import { words } from '../messages/index.ts'
import type { HeldRole } from './existing-access.query.ts'

/** The columns that the table can be sorted by. */
export const sortKeys = ['domain', 'name', 'virtual', 'role', 'since', 'until'] as const
export type SortKey = (typeof sortKeys)[number]

/** What somebody wants to see of the table, and in which order. */
export type Arrangement = { readonly find: string; readonly sort: SortKey; readonly descending: boolean }

/** The words of a role held, as they stand in the table's columns. */
export function columnsOf(reader: Reader, held: HeldRole) {
  const t = words.for(reader)
  return {
    domain: held.identifier,
    name: held.accountName,
    virtual: held.place.length === 0 ? t('existing.whole') : held.place.join(' / '),
    role: sayRole(reader, held.role),
    source:
      held.givenBy !== null && held.source === 'DIRECT'
        ? t('source.by', { name: held.givenBy })
        : t(`source.${held.source}`),
  }
}

/** The roles that contain what is looked for, in the order that was chosen. */
export function arrange(
  reader: Reader,
  roles: readonly HeldRole[],
  { find, sort, descending }: Arrangement,
): HeldRole[] {
  const wanted = folded(find)
  const collator = new Intl.Collator(reader.locale, { numeric: true, sensitivity: 'base' })
  const key = (held: HeldRole): string => {
    if (sort === 'since') return held.since.toISOString()
    return sort === 'until' ? untilKey(held) : columnsOf(reader, held)[sort]
  }
  const found = roles.filter((held) =>
    folded(Object.values(columnsOf(reader, held)).join('\n')).includes(wanted),
  )
  const sorted = found.toSorted((one, other) => collator.compare(key(one), key(other)))
  return descending ? sorted.reverse() : sorted
}

// What never ends comes last.
function untilKey({ endsAt }: HeldRole): string {
  return endsAt?.toISOString() ?? '9999'
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
