import { z } from 'zod'
import { isVirtualRole, readChoice } from '../../accounts/domain/roles.ts'
import type { Scope } from '../../accounts/domain/rights.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { type NamedTree, placesNamed } from '../../accounts/index.ts'
import { type ChosenGroup, isFitName } from '../domain/groups.ts'
import type { Words } from '../messages/index.ts'

/** The sentences that say what is wrong with a field. */
export type GroupErrorKey = Extract<Parameters<Words>[0], `groups.error.${string}`>
const says = <Key extends GroupErrorKey>(key: Key): Key => key

/** Fields that come several times. */
export const groupLists = ['place'] as const

const fields = {
  name: z.string(says('groups.error.form')).max(400, says('groups.error.name')),
  role: z.string().default(''),
  place: z.array(z.string().refine(isId, says('groups.error.places'))).max(200, says('groups.error.places')),
  places: z.string(says('groups.error.form')).max(20_000, says('groups.error.places')).default(''),
}

/** A group as it is made, and as it is changed: then with the version that was seen. */
export const groupForm = z
  .strictObject({ ...fields, version: z.coerce.number().int().min(1).default(1) })
  .transform((form, context) => {
    // Looked at together, so that all that is wrong is said at once.
    const wrongAt = (path: 'name' | 'role' | 'place', message: GroupErrorKey) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const wrong = (message: GroupErrorKey) => wrongAt('place', message)
    if (!isFitName(form.name)) wrongAt('name', 'groups.error.name')
    const role = readChoice(form.role)
    if (!role) {
      wrongAt('role', 'groups.error.role')
      return z.NEVER
    }
    const named = form.place.length > 0 || form.places.trim() !== ''
    // A role of the account’s own knows by itself where it is held.
    const isVirtual = typeof role === 'string' ? isVirtualRole(role) : named
    if (isVirtual && !named) wrong('groups.error.places')
    if (!isVirtual && named) wrong('groups.error.places-not-wanted')
    return { ...form, role, place: form.place as VirtualAccountId[] }
  })

/** What the form wants, in an account: its virtual accounts ticked, or written by their names. */
export function wantedFrom(
  { name, role, place, places, version }: z.output<typeof groupForm>,
  tree: NamedTree,
  mayGiveIn: (id: VirtualAccountId) => boolean,
): ChosenGroup & { readonly version: number } {
  const { ids } = placesNamed(tree, places, mayGiveIn)
  const all = [...new Set([...place, ...ids])]
  const scope: Scope =
    all.length > 0 || (typeof role === 'string' && isVirtualRole(role))
      ? { kind: 'VIRTUAL', virtualAccountIds: all }
      : { kind: 'ACCOUNT' }
  return { name, role, scope, version }
}

/** Addresses that are put into a group. */
export const peopleForm = z.strictObject({ addresses: z.string(says('groups.error.form')).max(20_000) })
