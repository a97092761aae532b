import { may, type Rights } from '../../accounts/domain/rights.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { usersAmong } from '../../members/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { recordTag, rightsIn, type Tagger } from '../change-tag/change-tag.ts'
import { mayMakeTags, placesAfter, type TagId, type TagRefusal } from '../domain/tags.ts'
import {
  changePlaces,
  isUserWithin,
  lockTag,
  placesOfTag,
  tagThem,
  untagOne,
  type WhichTag,
} from '../tags.store.ts'

/** Puts a tag on exactly these virtual accounts, as far as they are somebody's to change. */
export async function tagPlaces(
  tx: Tx,
  tagger: Tagger,
  { chosen, ...which }: WhichTag & { readonly chosen: readonly VirtualAccountId[] },
): Promise<Outcome<TagId, TagRefusal>> {
  const tag = await lockTag(tx, which)
  if (!tag) return refuse({ code: 'not-found' })
  const rights = await rightsIn(tx, tagger, which.accountId)
  const changed = placesAfter(rights, await placesOfTag(tx, which), chosen)
  if (!changed.ok) return changed
  const { add, remove } = changed.value
  if (add.length + remove.length === 0) return done(tag.id)
  await changePlaces(tx, which, changed.value)
  await recordTag(tx, tagger, 'tag.places-changed', { ...which, places: add.length + remove.length })
  return done(tag.id)
}

/** The virtual accounts whose people somebody may tag; null for everybody of the account. */
export function peopleWithin(rights: Rights): VirtualAccountId[] | null {
  if (may(rights, 'change-groups', { kind: 'ACCOUNT' })) return null
  return [...rights.places].filter((id) =>
    may(rights, 'change-groups', { kind: 'VIRTUAL', virtualAccountIds: [id] }),
  )
}

/** What became of addresses that were to carry a tag. */
export type TaggedPeople = { readonly tagged: number; readonly unknown: readonly string[] }

/** Puts a tag on users of the account, by their addresses. */
export async function tagPeople(
  tx: Tx,
  tagger: Tagger,
  { addresses, ...which }: WhichTag & { readonly addresses: readonly string[] },
): Promise<Outcome<TaggedPeople, TagRefusal>> {
  const tag = await lockTag(tx, which)
  if (!tag) return refuse({ code: 'not-found' })
  const rights = await rightsIn(tx, tagger, which.accountId)
  if (!mayMakeTags(rights)) return refuse({ code: 'not-yours' })
  const users = await usersAmong(tx, { accountId: which.accountId, addresses, within: peopleWithin(rights) })
  const tagged = await tagThem(
    tx,
    which,
    users.map(({ personId }) => personId),
  )
  const known = new Set(users.map(({ address }) => address))
  if (tagged > 0) await recordTag(tx, tagger, 'tag.people-changed', { ...which, people: tagged })
  return done({ tagged, unknown: addresses.filter((one) => !known.has(one)) })
}

/** Takes a tag off somebody. */
export async function untagPerson(
  tx: Tx,
  tagger: Tagger,
  { person, ...which }: WhichTag & { readonly person: PersonId },
): Promise<Outcome<TagId, TagRefusal>> {
  const tag = await lockTag(tx, which)
  if (!tag) return refuse({ code: 'not-found' })
  const rights = await rightsIn(tx, tagger, which.accountId)
  const places = peopleWithin(rights)
  const mine = places === null || (await isUserWithin(tx, which.accountId, { person, places }))
  if (!mayMakeTags(rights) || !mine) return refuse({ code: 'not-yours' })
  if (await untagOne(tx, which, person))
    await recordTag(tx, tagger, 'tag.people-changed', { ...which, people: 1, carrier: { person }, off: true })
  return done(tag.id)
}
