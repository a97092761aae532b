import { Hono } from 'hono'
import { learnPath } from '../../paths/accounts.ts'
import { guidePath, taskPath } from '../../paths/learn.ts'
import { anyone, frameOf } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Guide, guides } from './guides.ts'
import { GuidePage, LearnPage, TaskPage } from './learn.page.tsx'

/** Learn About Smart Accounts: an index, each guide whole, and a page for each task. Open to everybody. */
export function learnRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  const guideOf = (c: Ctx, all: readonly Guide[]) => all.find(({ name }) => name === c.req.param('guide'))
  return new Hono<Env>()
    .get(
      learnPath.pattern,
      page({
        who,
        show(c, viewer) {
          const frame = frameOf(c, platform, viewer)
          return html(c, <LearnPage frame={frame} guides={guides(frame.reader.locale)} />)
        },
      }),
    )
    .get(
      guidePath.pattern,
      page({
        who,
        show(c, viewer) {
          const frame = frameOf(c, platform, viewer)
          const guide = guideOf(c, guides(frame.reader.locale))
          return guide ? html(c, <GuidePage frame={frame} guide={guide} />) : c.notFound()
        },
      }),
    )
    .get(
      taskPath.pattern,
      page({
        who,
        show(c, viewer) {
          const frame = frameOf(c, platform, viewer)
          const guide = guideOf(c, guides(frame.reader.locale))
          const task = guide?.tasks.find(({ slug }) => slug === c.req.param('task'))
          return guide && task ? html(c, <TaskPage frame={frame} guide={guide} task={task} />) : c.notFound()
        },
      }),
    )
}
