import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { directoryPath } from '../../paths/directory.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { DirectoryPage } from './list.page.tsx'
import { directoryOf } from './list.query.ts'
import { whoseDirectory } from './whose.ts'

const rowsAPage = 50

/** Somebody's own directory. */
export function showDirectory(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({ who: signedIn(platform), show: (c, viewer) => show(c, platform, viewer) })
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { db, cursors } = platform
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').toWellFormed().trim()
  const bound = { person: viewer.personId, filter: `directory:${find}`, now: viewer.now }
  const entries = await directoryOf(db, {
    ...whoseDirectory(viewer),
    find,
    after: keyAndId(cursors.open(c.req.query('after') ?? '', bound)) ?? null,
    limit: rowsAPage + 1,
  })
  const last = entries.length > rowsAPage ? entries[rowsAPage - 1] : undefined
  const after = last && cursors.seal([last.key, last.identifier], bound)
  return html(
    c,
    <DirectoryPage
      frame={frameOf(c, platform, viewer)}
      entries={entries.slice(0, rowsAPage)}
      now={viewer.now}
      find={find}
      exact={exactIn(find)}
      next={after && directoryPath.to({ find: find === '' ? undefined : find, after })}
    />,
  )
}

function exactIn(find: string): string | undefined {
  const read = readIdentifier(find)
  return find !== '' && read.ok ? read.value : undefined
}
