import { type CustomRoleId, isRole } from '../../accounts/domain/roles.ts'
import { placesNamed, type SeenAccount } from '../../accounts/index.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import type { Ctx } from '../../platform/http/index.ts'
import { placesSeen } from '../seeing.ts'
import { type Narrowing, placesOffered } from './filter.tsx'
import type { UserFilter } from './users.query.ts'

// Nobody holds anything where there is no virtual account of the name that was written.
const nowhere = '00000000-0000-0000-0000-000000000000' as VirtualAccountId

/** What a narrowed list asks the database for. */
export function filterOf(seen: SeenAccount, narrowing: Narrowing): Omit<UserFilter, 'after' | 'limit'> {
  const { find, role, place, placeTyped, only, tag } = narrowing
  return {
    account: seen.account.id,
    within: placesSeen(seen),
    find,
    role,
    place: place ?? (placeTyped === '' ? null : nowhere),
    outside: only === 'outside',
    ending: only === 'ending',
    tag,
    person: null,
  }
}

// A virtual account is named by its id, or written as “Paris / Paris Lab” where there are many.
function placeOf(c: Ctx, seen: SeenAccount): Pick<Narrowing, 'place' | 'placeTyped'> {
  const placeTyped = textIn(c, 'place', 2_000)
  if (placeTyped === '' || isId(placeTyped))
    return { place: idIn(c, 'place') as VirtualAccountId | null, placeTyped }
  const offered = new Set(placesOffered(seen))
  const { ids } = placesNamed(seen.tree, placeTyped, (id) => offered.has(id))
  return { place: ids[0] ?? null, placeTyped }
}

function textIn(c: Ctx, name: string, longest: number): string {
  return (c.req.query(name) ?? '').slice(0, longest).replaceAll('\u0000', '').trim()
}

/** What an address narrows the list of users to. */
export function narrowingOf(c: Ctx, seen: SeenAccount): Narrowing {
  const { role = '', only } = c.req.query()
  return {
    find: textIn(c, 'find', 100),
    role: isRole(role) ? role : (idIn(c, 'role') as CustomRoleId | null),
    ...placeOf(c, seen),
    only: only === 'outside' || only === 'ending' ? only : null,
    tag: idIn(c, 'tag'),
  }
}

function idIn(c: Ctx, name: string): string | null {
  const text = c.req.query(name)
  return text !== undefined && isId(text) ? text : null
}
