import { isId } from '../../kernel/id.ts'
import { casesPath } from '../../paths/support-cases.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { MyCasesPage } from './my-cases.page.tsx'
import { myCases } from './my-cases.query.ts'

/** The list of the cases one has to do with. */
export function showMyCases(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const bound = { person: viewer.personId, filter: 'cases', now: viewer.now }
      const [id] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
      const after = id !== undefined && isId(id) ? id : null
      const { cases, next } = await myCases(platform.db, viewer, after)
      return html(
        c,
        <MyCasesPage
          frame={frameOf(c, platform, viewer)}
          viewerId={viewer.personId}
          now={viewer.now}
          cases={cases}
          isFirstPage={after === null}
          next={next && casesPath.to({ after: platform.cursors.seal([next], bound) })}
        />,
      )
    },
  })
}
