import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { type CursorBinding, type Cursors, keyAndId } from '../http/index.ts'
import type { Reader } from '../i18n/reader.ts'
import { words } from './messages/index.ts'
import type { Problem } from './problem.ts'

/** The field of a list's query that says where it goes on. */
export const pageFields = {
  after: z.string().max(1000).optional().meta({
    description: 'Where the page before ended: its `after`. It holds for an hour, for you and this filter.',
  }),
}

/** The field of a list's answer that says where it goes on. */
export const nextPage = z
  .string()
  .nullable()
  .meta({ description: 'Send it as `after` for the next page; null on the last.' })

/** The query of a list that is narrowed by nothing. */
export const pageQuery = z.strictObject(pageFields)

/** What is answered to a cursor that is forged, somebody else's, of another filter, or too old. */
export function cursorRefused({ reader }: { readonly reader: Reader }): Outcome<never, Problem> {
  const detail = words.for(reader)('detail.cursor')
  return refuse({ status: 422, code: 'cursor', errors: [{ pointer: '?after', detail }] })
}

/** The cursors, and for whom and which list they hold. */
export type Paging = { readonly cursors: Cursors; readonly bound: CursorBinding }

/** The id that a list goes on after; null at its beginning, undefined when the cursor does not hold. */
export function afterId({ cursors, bound }: Paging, cursor: string | undefined): string | null | undefined {
  if (cursor === undefined) return null
  const [id = ''] = cursors.open(cursor, bound) ?? []
  return isId(id) ? id : undefined
}

/** The key and the id that a list goes on after; null at its beginning, undefined when the cursor does not hold. */
export function afterKey(
  { cursors, bound }: Paging,
  cursor: string | undefined,
): readonly [key: string, id: string] | null | undefined {
  return cursor === undefined ? null : keyAndId(cursors.open(cursor, bound))
}

/** The rows of a page, of which one more was read than it shows, and where the next one begins. */
export function pageOf<Row>(
  { cursors, bound }: Paging,
  rows: readonly Row[],
  { size, keys }: { readonly size: number; readonly keys: (row: Row) => readonly string[] },
): { readonly rows: readonly Row[]; readonly after: string | null } {
  const last = rows.length > size ? rows[size - 1] : undefined
  return { rows: rows.slice(0, size), after: last === undefined ? null : cursors.seal(keys(last), bound) }
}
