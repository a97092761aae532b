import { isId } from '../../kernel/id.ts'
import { myRequestsPath, requestPath } from '../../paths/access-requests.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { readReference } from '../domain/reference.ts'
import { words } from '../messages/index.ts'
import { MyRequestsPage, type MyRequestsPageProps } from './my-requests.page.tsx'
import { type Filter, filters, idOf, myRequests } from './my-requests.query.ts'

/** The list of one's own requests. */
export function showMyRequests(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    show: async (c, viewer) => html(c, <MyRequestsPage {...(await propsOf(c, platform, viewer))} />),
  })
}

/** Leads to the request with a reference; says when there is none that the viewer may see. */
export function findByReference(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const typed = (c.req.query('reference') ?? '').slice(0, 64)
      const read = readReference(typed)
      const id = read.ok ? await idOf(platform.lane, viewer, read.value) : undefined
      if (id !== undefined) return seeOther(c, requestPath.to(id))
      const t = words.for(viewer.reader)
      const error = typed.trim() === '' ? t('mine.find.empty') : t('mine.find.none')
      const props = await propsOf(c, platform, viewer)
      return html(c, <MyRequestsPage {...props} search={{ typed, error }} />, 422)
    },
  })
}

async function propsOf(c: Ctx, platform: Platform, viewer: Viewer): Promise<MyRequestsPageProps> {
  const asked = c.req.query('show')
  const filter: Filter = filters.find((name) => name === asked) ?? 'all'
  const bound = { person: viewer.personId, filter: `my-requests:${filter}`, now: viewer.now }
  const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const shown = { filter, after: after !== undefined && isId(after) ? after : undefined }
  const { requests, next, counts, accounts } = await myRequests(platform.lane, viewer.personId, shown)
  const show = filter === 'all' ? undefined : filter
  return {
    frame: frameOf(c, platform, viewer),
    tabs: platform.settings.tabs,
    requests,
    counts,
    accounts,
    filter,
    now: viewer.now,
    next: next && myRequestsPath.to({ show, after: platform.cursors.seal([next], bound) }),
  }
}
