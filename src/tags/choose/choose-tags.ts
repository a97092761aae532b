import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type Carrier, makeTag, recordTag, rightsIn, type Tagger } from '../change-tag/change-tag.ts'
import { mayMakeTags, mayTagPlace, type TagRefusal } from '../domain/tags.ts'
import { peopleWithin } from '../put/put-tag.ts'
import { changePlaces, lockTag, tagThem, untagOne, userWithTags, type WhichTag } from '../tags.store.ts'

/** Which tags something is to carry: what was ticked when the form was drawn, what is ticked now, and a new one. */
export type ChosenTags = {
  readonly accountId: AccountId
  readonly carrier: Carrier
  readonly before: readonly string[]
  readonly chosen: readonly string[]
  /** The name of a tag that there is not yet; empty for none. */
  readonly name: string
}

/** Puts tags on one virtual account or user, and takes others off; what somebody else changed meanwhile stays. */
export async function chooseTags(
  tx: Tx,
  tagger: Tagger,
  { accountId, carrier, before, chosen, name }: ChosenTags,
): Promise<Outcome<null, TagRefusal>> {
  const made = name === '' ? undefined : await makeTag(tx, tagger, { accountId, name })
  if (made && !made.ok) return made
  const add = [...chosen.filter((id) => !before.includes(id)), ...(made ? [made.value] : [])]
  const remove = before.filter((id) => !chosen.includes(id))
  if (!(await mayTag(tx, tagger, accountId, carrier))) return refuse({ code: 'not-yours' })
  // Always in one order, so that two who choose at once do not wait for each other.
  for (const id of [...add, ...remove].toSorted()) {
    const which = { accountId, id }
    if (!(await lockTag(tx, which))) return refuse({ code: 'not-found' })
    await (add.includes(id) ? put(tx, tagger, which, carrier) : takeOff(tx, tagger, which, carrier))
  }
  return done(null)
}

async function mayTag(tx: Tx, tagger: Tagger, accountId: AccountId, carrier: Carrier): Promise<boolean> {
  const rights = await rightsIn(tx, tagger, accountId)
  if ('place' in carrier) return mayTagPlace(rights, carrier.place)
  if (!mayMakeTags(rights)) return false
  const places = peopleWithin(rights)
  return (await userWithTags(tx, accountId, { person: carrier.person, places })) !== undefined
}

async function put(tx: Tx, tagger: Tagger, which: WhichTag, carrier: Carrier): Promise<void> {
  if ('place' in carrier) {
    await changePlaces(tx, which, { add: [carrier.place], remove: [] })
    await recordTag(tx, tagger, 'tag.places-changed', { ...which, places: 1, carrier, off: false })
  } else if ((await tagThem(tx, which, [carrier.person])) > 0)
    await recordTag(tx, tagger, 'tag.people-changed', { ...which, people: 1, carrier, off: false })
}

async function takeOff(tx: Tx, tagger: Tagger, which: WhichTag, carrier: Carrier): Promise<void> {
  if ('place' in carrier) {
    await changePlaces(tx, which, { add: [], remove: [carrier.place] })
    await recordTag(tx, tagger, 'tag.places-changed', { ...which, places: 1, carrier, off: true })
  } else if (await untagOne(tx, which, carrier.person))
    await recordTag(tx, tagger, 'tag.people-changed', { ...which, people: 1, carrier, off: true })
}
