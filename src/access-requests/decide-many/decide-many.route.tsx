import { Hono } from 'hono'
import { isId, type RequestId } from '../../kernel/id.ts'
import { decideManyPath, queuePath, selectedPath } from '../../paths/decisions.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Frame } from '../../ui/index.ts'
import { chosenRequests, type InboxRow } from '../inbox/inbox.query.ts'
import { manyForm, mostAtOnce, selectedForm } from './decide-many.form.ts'
import { DecideManyPage } from './decide-many.page.tsx'
import { decideMany } from './decide-many.ts'
import { ResultsPage } from './results.page.tsx'

const lists = ['request'] as const

/** Deciding several requests at once, with a result for each. */
export function decideManyRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const toQueue = page({ who, show: (c) => seeOther(c, queuePath.to()) })
  return new Hono<Env>()
    .get(selectedPath.pattern, toQueue)
    .get(decideManyPath.pattern, toQueue)
    .post(selectedPath.pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(decideManyPath.pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const form = readForm(c, selectedForm, lists)
  const rows = await rowsOf(platform, viewer, form.typed)
  const errors = form.ok ? undefined : form.errors
  const frame = frameOf(c, platform, viewer)
  return html(c, <DecideManyPage frame={frame} rows={rows} errors={errors} />, form.ok ? 200 : 422)
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const form = readForm(c, manyForm, lists)
  const rows = await rowsOf(platform, viewer, form.typed)
  const frame = frameOf(c, platform, viewer)
  if (!form.ok) {
    return html(c, <DecideManyPage frame={frame} rows={rows} typed={form.typed} errors={form.errors} />, 422)
  }
  const results = await decideMany(platform.db, viewer, form.value, rows)
  if (results.some(({ outcome }) => outcome.ok)) platform.wake()
  const decided = results.filter(({ outcome }) => outcome.ok).length
  return html(c, <ResultsPage frame={countedDown(frame, decided)} results={results} />)
}

// The counter was read before these were decided.
function countedDown(frame: Frame, decided: number): Frame {
  const { person } = frame
  return person
    ? { ...frame, person: { ...person, toDecide: Math.max(0, person.toDecide - decided) } }
    : frame
}

function rowsOf({ db }: Platform, viewer: Viewer, typed: Typed): Promise<InboxRow[]> {
  const ticked = typed['request'] ?? []
  const ids = (typeof ticked === 'string' ? [ticked] : ticked)
    .map((one) => one.split(':')[0] ?? '')
    .filter(isId)
    .slice(0, mostAtOnce) as RequestId[]
  return chosenRequests(db, viewer.personId, ids)
}
