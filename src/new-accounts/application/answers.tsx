import type { Viewer } from '../../people/index.ts'
import { type Ctx, type FieldErrors, html, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { applicationPath } from '../../paths/new-accounts.ts'
import type { Flash } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { sayStepRefusal } from './say-refusal.ts'
import type { StepRefusal } from './step-refusal.ts'
import { ApplicationPage } from './application.page.tsx'
import { loadApplication } from './load.route.ts'

const said = [
  'sent',
  'already',
  'proven',
  'absent',
  'no-answer',
  'mailed',
  'nominated',
  'reminded',
  'accepted',
  'held',
  'approved',
  'asked',
  'declined',
  'resubmitted',
  'withdrawn',
] as const
/** What was done a moment ago. */
export type Said = (typeof said)[number]
const notices: readonly Said[] = ['absent', 'no-answer', 'held', 'already']

/** What the page says about what was done a moment ago. */
export function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = said.find((name) => name === c.req.query('done'))
  if (!what) return undefined
  const kind = notices.includes(what) ? 'warning' : 'success'
  return { kind, text: words.for(viewer.reader)(`application.done.${what}`) }
}

/** Back to the application's page, which says what was done. */
export const back = (c: Ctx, what: Said) =>
  seeOther(c, `${applicationPath.to(c.req.param('id') ?? '')}?done=${what}`)

/** The page of an application, for whoever may see it. */
export async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  again: {
    readonly status?: 200 | 409 | 422 | 429
    readonly flash?: Flash | undefined
    readonly typed?: Typed
    readonly errors?: FieldErrors
  } = {},
): Promise<Response> {
  const view = await loadApplication(c, platform, viewer)
  if (!view) return c.notFound()
  const { status = 200, ...shown } = again
  return html(c, <ApplicationPage {...view} {...shown} />, status)
}

/** The page as it stands, with why nothing was done. */
export function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  refusal: StepRefusal,
): Response | Promise<Response> {
  if (refusal.code === 'not-found' || refusal.code === 'not-nominee') return c.notFound()
  const t = words.for(viewer.reader)
  const text = sayStepRefusal(viewer.reader, refusal)
  const flash = { kind: 'danger', title: t('application.refused'), text } as const
  return show(c, platform, viewer, { flash, status: refusal.code === 'too-often' ? 429 : 409 })
}
