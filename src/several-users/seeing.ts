import { managedAccount, type SeenAccount } from '../accounts/index.ts'
import { mayChangePeople } from '../members/index.ts'
import { signedIn, type Viewer } from '../people/index.ts'
import { type Ctx, page } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

type Then = (c: Ctx, viewer: Viewer, seen: SeenAccount) => Response | Promise<Response>

/** Lets in whoever may change people of the account, in it or in a part; for others there is no such page. */
export function changingSeveral(platform: Platform, then: Then): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
      return seen && mayChangePeople(seen) ? then(c, viewer, seen) : c.notFound()
    },
  })
}
