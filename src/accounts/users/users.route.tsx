import { Hono } from 'hono'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { may } from '../domain/rights.ts'
import { isRole } from '../domain/roles.ts'
import { managedAccount, type SeenAccount } from '../sight.ts'
import { type UsersDone, UsersPage } from './users.page.tsx'
import { usersOf } from './users.query.ts'

const rowsAPage = 50

/** The users of an account, for whoever may see them. */
export function usersRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    accountUsersPath.pattern,
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
        return seen ? show(c, platform, viewer, seen) : c.notFound()
      },
    }),
  )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const { db, cursors } = platform
  const { find, role } = narrowingOf(c)
  const bound = {
    person: viewer.personId,
    filter: `users:${seen.account.id}:${role ?? ''}:${find}`,
    now: viewer.now,
  }
  const rows = await usersOf(db, {
    account: seen.account.id,
    within: placesSeen(seen),
    find,
    role,
    after: keysOf(cursors.open(c.req.query('after') ?? '', bound)),
    limit: rowsAPage + 1,
  })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  return html(
    c,
    <UsersPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      viewer={viewer.personId}
      rows={rows.slice(0, rowsAPage)}
      find={find}
      role={role}
      after={last && cursors.seal([last.key, last.id], bound)}
      done={doneIn(c.req.query('done'))}
    />,
  )
}

const dones: readonly UsersDone[] = ['taken-back', 'removal-refused', 'removal-withdrawn']

function doneIn(text: string | undefined): UsersDone | null {
  return dones.find((done) => done === text) ?? null
}

function narrowingOf(c: Ctx) {
  const asked = c.req.query('role') ?? ''
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').trim()
  return { find, role: isRole(asked) ? asked : null }
}

function keysOf(keys: string[] | undefined): readonly [string, string] | null {
  const [key, id] = keys ?? []
  return key !== undefined && id !== undefined && isId(id) ? [key, id] : null
}

/** The virtual accounts whose people are seen; null when it is everybody of the account. */
function placesSeen({ rights, tree, byOffice }: SeenAccount): VirtualAccountId[] | null {
  if (byOffice || may(rights, 'see-people', { kind: 'ACCOUNT' })) return null
  return tree.virtualAccounts
    .map(({ id }) => id)
    .filter((id) => may(rights, 'see-people', { kind: 'VIRTUAL', virtualAccountIds: [id] }))
}
