import { Hono } from 'hono'
import { managedAccount, type SeenAccount } from '../../accounts/index.ts'
import { isId, type PersonId } from '../../kernel/id.ts'
import { userPath } from '../../paths/members.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { explain } from '../domain/explaining.ts'
import { words } from '../messages/index.ts'
import { mayChangePeople, placesSeen } from '../seeing.ts'
import { type UserRow, usersOf } from '../users/users.query.ts'
import { PersonPage } from './person.page.tsx'

/** One person of an account, for whoever may see them there. */
export function personRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    userPath.pattern,
    page({
      who: signedIn(platform),
      async show(c, viewer: Viewer) {
        const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
        const row = seen && (await findUser(platform.db, seen, c.req.param('id') ?? ''))
        if (!seen || !row) return c.notFound()
        const explained = explain(
          row.grants.filter(({ isSuspended }) => !isSuspended),
          seen.tree.virtualAccounts,
        )
        return html(
          c,
          <PersonPage
            frame={frameOf(c, platform, viewer)}
            seen={seen}
            viewer={viewer.personId}
            row={row}
            explained={explained}
            mayAdd={mayChangePeople(seen)}
            flash={
              c.req.query('done') === 'tagged'
                ? { kind: 'success', text: words.for(viewer.reader)('person.tagged') }
                : undefined
            }
          />,
        )
      },
    }),
  )
}

/** Somebody of an account, as far as the viewer may see them; undefined when that is nothing. */
export async function findUser(db: Database, seen: SeenAccount, id: string): Promise<UserRow | undefined> {
  if (!isId(id)) return undefined
  const [row] = await usersOf(db, {
    account: seen.account.id,
    within: placesSeen(seen),
    find: '',
    role: null,
    place: null,
    outside: false,
    ending: false,
    person: id as PersonId,
    after: null,
    limit: 1,
  })
  return row
}
