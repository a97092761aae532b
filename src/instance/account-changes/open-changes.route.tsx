import { Hono } from 'hono'
import { OpenChanges, OpenChangesPage, openChanges } from '../../account-changes/index.ts'
import { openChangesPath } from '../../paths/account-changes.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Muted } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'

const mostShown = 50

/** The changes of accounts that wait for a second person: among the operator's pages, or beside the support desk. */
export function openChangesRoutes(platform: Platform): Hono<Env> {
  const show = (c: Ctx, viewer: Viewer) => list(c, platform, viewer)
  return new Hono<Env>().get(openChangesPath.pattern, page({ who: signedIn(platform), show }))
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (!viewer.isSupport && !viewer.isOperator) return c.notFound()
  const bound = { person: viewer.personId, filter: 'account-changes', now: viewer.now }
  const [after = null] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const rows = await openChanges(platform.db, after, mostShown + 1)
  const last = rows.length > mostShown ? rows[mostShown - 1] : undefined
  const next = last && platform.cursors.seal([last.id], bound)
  const frame = frameOf(c, platform, viewer)
  const shown = { frame, rows: rows.slice(0, mostShown), after: next }
  if (!viewer.isOperator) return html(c, <OpenChangesPage {...shown} />)
  return html(
    c,
    <OperatorPage frame={frame} current="changes">
      <Muted>{words.for(viewer.reader)('operator.changes.lead')}</Muted>
      <OpenChanges {...shown} />
    </OperatorPage>,
  )
}
