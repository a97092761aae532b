import { isId } from '../../kernel/id.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { MinePage } from './mine.page.tsx'
import { applicationsOf, nominationsOf } from './mine.query.ts'

/** The accounts one asked for, and those one is nominated to administer. */
export function showMine(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const bound = { person: viewer.personId, filter: 'applications', now: viewer.now }
      const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
      const [{ applications, next }, nominations] = await Promise.all([
        applicationsOf(platform.db, viewer.personId, after !== undefined && isId(after) ? after : null),
        viewer.verified ? nominationsOf(platform.db, viewer) : [],
      ])
      const shown = { applications, nominations, next: next && platform.cursors.seal([next], bound) }
      const flash =
        c.req.query('done') === 'refused'
          ? ({ kind: 'success', text: words.for(viewer.reader)('application.done.refused') } as const)
          : undefined
      return html(c, <MinePage frame={frameOf(c, platform, viewer)} {...shown} flash={flash} />)
    },
  })
}
