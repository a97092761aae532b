import { frameOf, type Viewer } from '../../people/index.ts'
import type { Ctx } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'

const rowsAPage = 50

/** Where a list goes on, what is looked for in it, and how to cut it to one page. */
export function pageOf(c: Ctx, { cursors }: Platform, viewer: Viewer, list: string) {
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').trim()
  const bound = { person: viewer.personId, filter: `${list}:${find}`, now: viewer.now }
  const [after = ''] = cursors.open(c.req.query('after') ?? '', bound) ?? []
  return {
    find,
    after,
    most: rowsAPage + 1,
    cut<Row>(found: readonly Row[], keyOf: (row: Row) => string) {
      const last = found.length > rowsAPage ? found[rowsAPage - 1] : undefined
      return { rows: found.slice(0, rowsAPage), after: last && cursors.seal([keyOf(last)], bound) }
    },
  }
}

type Paging = ReturnType<typeof pageOf>

/** One page of an operator's list: its rows, what was looked for, and the sealed way to the next page. */
export async function listed<Row>(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  of: {
    /** Names the list, so that no cursor of another counts. */
    readonly name: string
    readonly read: (db: Platform['db'], paging: Paging) => Promise<readonly Row[]>
    readonly keyOf: (row: Row) => string
  },
) {
  const paging = pageOf(c, platform, viewer, of.name)
  const { rows, after } = paging.cut(await of.read(platform.db, paging), of.keyOf)
  return { frame: frameOf(c, platform, viewer), rows, find: paging.find, after }
}
