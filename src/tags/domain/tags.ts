import { may, type Rights } from '../../accounts/domain/rights.ts'
import { reachOf } from '../../accounts/domain/roles.ts'
import type { Id, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { clean, lengthOf } from '../../kernel/written.ts'

export type TagId = Id<'custom-tag'>

export const longestName = 40
/** How many tags an account has. */
export const mostTags = 200

/** Why a tag was not made, changed or put somewhere. */
export type TagRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'name-unfit' }
  | { readonly code: 'name-taken' }
  | { readonly code: 'too-many'; readonly max: number }
  | { readonly code: 'not-yours' }

/** The name of a tag, from what somebody typed. */
export function readTagName(typed: string): Outcome<string, TagRefusal> {
  const name = clean(typed).replace(/\s+/gu, ' ')
  return lengthOf(name) >= 1 && lengthOf(name) <= longestName ? done(name) : refuse({ code: 'name-unfit' })
}

/** Whether somebody may make tags of the account: all of its words are shared, so a part is enough. */
export function mayMakeTags({ held }: Pick<Rights, 'held'>): boolean {
  return held.some(({ role }) => reachOf(role, 'change-groups') !== 'nowhere')
}

/** Whether somebody may rename or delete tags: that changes them for the whole account. */
export function mayChangeTags(rights: Rights): boolean {
  return may(rights, 'change-groups', { kind: 'ACCOUNT' })
}

/** Whether somebody may put tags on a virtual account, and take them off. */
export function mayTagPlace(rights: Rights, id: VirtualAccountId): boolean {
  return may(rights, 'change-groups', { kind: 'VIRTUAL', virtualAccountIds: [id] })
}

/** The tags of a place after somebody chose some: those they may not touch stay as they are. */
export function placesAfter(
  rights: Rights,
  before: readonly VirtualAccountId[],
  chosen: readonly VirtualAccountId[],
): Outcome<{ readonly add: VirtualAccountId[]; readonly remove: VirtualAccountId[] }, TagRefusal> {
  const mine = (id: VirtualAccountId) => mayTagPlace(rights, id)
  const add = chosen.filter((id) => !before.includes(id))
  if (!add.every(mine)) return refuse({ code: 'not-yours' })
  return done({ add, remove: before.filter((id) => mine(id) && !chosen.includes(id)) })
}
