import { deskPath } from '../../paths/support-cases.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { answersCases } from '../case.store.ts'
import { causes } from '../domain/case.ts'
import { DeskPage } from './desk.page.tsx'
import { deskCases, shownCases } from './desk.query.ts'

const rowsAPage = 40

/** The support desk; for others there is no such page. */
export function showDesk(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    show: (c, viewer) => (answersCases(viewer) ? show(c, platform, viewer) : c.notFound()),
  })
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { personId, now } = viewer
  const shown = shownCases.find((name) => name === c.req.query('show')) ?? 'open'
  const cause = causes.find((name) => name === c.req.query('cause')) ?? null
  const bound = { person: personId, filter: `desk:${shown}:${cause ?? ''}`, now }
  const after = keyAndId(platform.cursors.open(c.req.query('after') ?? '', bound)) ?? null
  const rows = await deskCases(platform.db, shown, { agent: personId, cause, after, limit: rowsAPage + 1 })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  const sealed = last && platform.cursors.seal([last.key, last.id], bound)
  const next = sealed && deskPath.to({ show: shown, cause: cause ?? undefined, after: sealed })
  const frame = frameOf(c, platform, viewer)
  const props = { frame, viewerId: personId, now, shown, cause, cases: rows.slice(0, rowsAPage), next }
  return html(c, <DeskPage {...props} />)
}
