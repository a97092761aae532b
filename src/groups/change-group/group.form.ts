import { z } from 'zod'
import { isVirtualRole, type NamedRole, readChoice } from '../../accounts/domain/roles.ts'
import type { Scope } from '../../accounts/domain/rights.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { type NamedTree, placesNamed } from '../../accounts/index.ts'
import type { ChosenGroup } from '../domain/groups.ts'
import type { Words } from '../messages/index.ts'

/** The sentences that say what is wrong with a field. */
export type GroupErrorKey = Extract<Parameters<Words>[0], `groups.error.${string}`>
const says = <Key extends GroupErrorKey>(key: Key): Key => key

/** Fields that come several times. */
export const groupLists = ['place'] as const

const fields = {
  name: z.string(says('groups.error.form')).max(400, says('groups.error.form')),
  role: z.string(says('groups.error.role')).refine((text) => readChoice(text), says('groups.error.role')),
  place: z.array(z.string().refine(isId, says('groups.error.places'))).max(200, says('groups.error.places')),
  places: z.string(says('groups.error.form')).max(20_000, says('groups.error.places')).default(''),
}

/** A group as it is made, and as it is changed: then with the version that was seen. */
export const groupForm = z
  .strictObject({ ...fields, version: z.coerce.number().int().min(1).default(1) })
  .transform((form, context) => {
    const wrong = (message: GroupErrorKey) => context.addIssue({ code: 'custom', path: ['place'], message })
    const role = readChoice(form.role) as NamedRole
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
): { readonly wanted: ChosenGroup & { readonly version: number }; readonly unknown: readonly string[] } {
  const { ids, unknown } = placesNamed(tree, places, mayGiveIn)
  const all = [...new Set([...place, ...ids])]
  const scope: Scope =
    all.length > 0 || (typeof role === 'string' && isVirtualRole(role))
      ? { kind: 'VIRTUAL', virtualAccountIds: all }
      : { kind: 'ACCOUNT' }
  return { wanted: { name, role, scope, version }, unknown }
}

/** Addresses that are put into a group. */
export const peopleForm = z.strictObject({ addresses: z.string(says('groups.error.form')).max(20_000) })
