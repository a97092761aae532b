import { seenAccount, type SeenAccount } from '../../accounts/index.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changesAll, type OfRules, ownPlaces } from './frame.page.tsx'

/** What every route about an account's rules goes by. */
export type Here = {
  readonly c: Ctx
  readonly platform: Platform
  readonly viewer: Viewer
  readonly seen: SeenAccount
}

/** The route of a page for whoever may change rules of the account in the address, or of a part of it. */
export function ruledPage(
  platform: Platform,
  show: (here: Here) => Response | Promise<Response>,
): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const seen = await seenAccount(platform.db, viewer, c.req.param('identifier') ?? '')
      if (!seen || !(changesAll(seen) || ownPlaces(seen).length > 0)) return c.notFound()
      return show({ c, platform, viewer, seen })
    },
  })
}

/** What its page is given. */
export function ofRules({ c, platform, viewer, seen }: Here): OfRules {
  return { frame: frameOf(c, platform, viewer), seen }
}
