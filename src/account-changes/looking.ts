import { may } from '../accounts/domain/rights.ts'
import { seenAccount, type SeenAccount } from '../accounts/index.ts'
import { typedPasswordRecently, type Viewer } from '../people/index.ts'
import type { Database, Tx } from '../platform/db/index.ts'
import type { Ctx } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Flash } from '../ui/index.ts'
import { identitiesOf } from './changes.store.ts'
import { type Actor, type ChangeKind, isPossible, mayPause, takesTwo, type Wish } from './domain/change.ts'
import { words } from './messages/index.ts'

/** The account for whoever may ask for a change of it, by office or as its administrator. */
export async function changeable(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
): Promise<SeenAccount | undefined> {
  return changeableBy(platform.db, viewer, c.req.param('identifier') ?? '')
}

/** The same, of the account with this identifier. */
export async function changeableBy(
  db: Database | Tx,
  viewer: Viewer,
  identifier: string,
): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, viewer, identifier)
  const asks = seen && may(seen.rights, 'ask-to-change-account', { kind: 'ACCOUNT' })
  return seen && (seen.byOffice || asks) ? seen : undefined
}

/** The viewer as the rules of changes see them. */
export async function actorOf(platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Actor> {
  return {
    personId: viewer.personId,
    countsAs: await identitiesOf(platform.db, viewer.personId),
    isOffice: viewer.isSupport || viewer.isOperator,
    isOperator: viewer.isOperator,
    isAdministrator: may(seen.rights, 'ask-to-change-account', { kind: 'ACCOUNT' }),
    typedPasswordLately: typedPasswordRecently(viewer),
  }
}

/** Whether the account, as it is, can be changed like this by the viewer. */
export function isOffered(kind: ChangeKind, { account }: SeenAccount, actor: Actor): boolean {
  const able = { ...actor, typedPasswordLately: true }
  if (!takesTwo(kind)) return mayPause(account, able, kind).ok
  // Whether it is so already shows only once it is known what is wanted.
  const open = isPossible(account, { kind } as Wish)
  return open.ok || (open.refusal.code === 'as-it-is' && kind !== 'LIST')
}

/** What was just done, by the word in the address. */
export const flashes = ['asked', 'agreed', 'done', 'refused', 'withdrawn', 'suspended', 'resumed'] as const

/** What is said above the page about what was just done. */
export function flashOf(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = flashes.find((one) => one === c.req.query('done'))
  return what && { kind: 'success', text: words.for(viewer.reader)(`flash.${what}`) }
}
