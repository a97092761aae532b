import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { bellPath, readBellPath } from '../../paths/instance.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { command, type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { BellPage } from './bell.page.tsx'
import { bellOf } from './bell.query.ts'
import { markRead } from './bell.store.ts'

const perPage = 30
const readForm = z.strictObject({ entry: z.string().max(36) })

/** The bell and its page. */
export function bellRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const back = (c: Ctx) => seeOther(c, bellPath.to())
  return new Hono<Env>()
    .get(bellPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .post(
      readBellPath.pattern,
      command(platform, {
        who,
        form: readForm,
        async run(tx, viewer, { entry }) {
          if (entry === 'all' || isId(entry))
            await markRead(tx, viewer.personId, entry === 'all' ? null : entry)
          return done(viewer.personId)
        },
        invalid: back,
        refused: back,
        done(c, _, person) {
          platform.live.changed([`person:${person}`])
          return seeOther(c, `${bellPath.to()}?done=read`)
        },
      }),
    )
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const bound = { person: viewer.personId, filter: 'bell', now: viewer.now }
  const [before = null] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const found = await bellOf(platform.db, viewer.personId, { before, most: perPage + 1 })
  const last = found.length > perPage ? found[perPage - 1] : undefined
  const text = words.for(viewer.reader)('bell.done')
  return html(
    c,
    <BellPage
      frame={frameOf(c, platform, viewer)}
      entries={found.slice(0, perPage)}
      after={last && platform.cursors.seal([last.id], bound)}
      flash={c.req.query('done') === 'read' ? { kind: 'success', text } : undefined}
    />,
  )
}
