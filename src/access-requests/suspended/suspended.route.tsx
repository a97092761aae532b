import { isId, type RequestId } from '../../kernel/id.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import { type Ctx, html } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { namedTree, placesEver } from '../places.query.ts'
import { SuspendedPage } from './suspended.page.tsx'
import { findSuspended } from './suspended.query.ts'

/**
 * What a request is whose account is suspended, for whoever would decide it otherwise; for everybody else there is
 * none. `unsent`: what was typed and could not be sent.
 */
export async function elseSuspended(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  unsent?: string,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const request = isId(id) ? await findSuspended(platform.db, viewer.personId, id as RequestId) : undefined
  if (!request) return c.notFound()
  const tree = namedTree(viewer.reader, await placesEver(platform.db, request.accountId), true)
  const props = { frame: frameOf(c, platform, viewer), request, tree, now: viewer.now, unsent }
  return html(c, <SuspendedPage {...props} />, c.req.method === 'POST' ? 409 : 200)
}
