import { z } from 'zod'
import { readEnd } from '../../accounts/domain/end-moment.ts'
import { isRole, isVirtualRole, readChoice } from '../../accounts/domain/roles.ts'
import { isId } from '../../kernel/id.ts'
import type { Line } from '../domain/adding.ts'
import { addressesIn, mostLines } from '../domain/sheet.ts'
import type { Words } from '../messages/index.ts'

/** The sentences that say what is wrong with a field. */
export type AddErrorKey = Extract<Parameters<Words>[0], `add.error.${string}`>
const says = <Key extends AddErrorKey>(key: Key): Key => key

/** A line with its number, as it was typed. */
export type TypedLine = Line & { readonly line: number }

/** Addresses that get one role at the same places until the same end; read as lines. */
export const addForm = z
  .strictObject({
    addresses: z.string(says('add.error.form')),
    role: z.string().default(''),
    place: z.array(z.string().refine(isId, says('add.error.places'))).max(5000, says('add.error.places')),
    places: z.string(says('add.error.form')).max(4000, says('add.error.places')).default(''),
    ends: z.string(says('add.error.form')).max(40, says('add.error.ends')).default(''),
    endsTime: z.string(says('add.error.form')).max(10, says('add.error.ends')).default(''),
  })
  .transform((form, context): TypedLine[] => {
    const wrong = (path: string, message: AddErrorKey) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const addresses = addressesIn(form.addresses)
    if (addresses.length === 0) wrong('addresses', 'add.error.addresses')
    if (addresses.length > mostLines) wrong('addresses', 'add.error.too-many')
    if (!readChoice(form.role)) wrong('role', 'add.error.role')
    const ends = readEnd({ day: form.ends, time: form.endsTime })
    if (ends === undefined) wrong('ends', 'add.error.ends')
    const place = [...form.place, ...form.places.split(';').map((name) => name.trim())].filter(Boolean)
    const problem = placesProblem(form.role, place.length > 0)
    if (problem) wrong('place', problem)
    return addresses.map(({ address }, index) => ({
      address,
      line: index + 1,
      role: form.role,
      place: place.join(';'),
      ends: ends ?? '',
    }))
  })

// Whether a role of the account's own goes with the places is said at its line.
function placesProblem(role: string, hasPlaces: boolean): AddErrorKey | undefined {
  if (!isRole(role) || isVirtualRole(role) === hasPlaces) return undefined
  return hasPlaces ? 'add.error.places-not-wanted' : 'add.error.places'
}

/** Lines of a sheet, pasted. */
export const linesForm = z.strictObject({
  lines: z.string(says('add.error.form')).min(1, says('add.error.file-empty')),
})
