import { z } from 'zod'
import { readEnd } from '../../accounts/domain/end-moment.ts'
import { isVirtualRole, readChoice } from '../../accounts/domain/roles.ts'
import type { Words } from '../messages/index.ts'

/** The sentences that say what is wrong with a field. */
export type ChangeErrorKey = Extract<Parameters<Words>[0], `change.error.${string}`>
const says = <Key extends ChangeErrorKey>(key: Key): Key => key

/** What a grant becomes: a role, a place for those that have one, by its id or as it is written, and an end as typed. */
export const changeForm = z
  .strictObject({
    role: z.string().default(''),
    place: z.string(says('change.error.form')).max(2_000, says('change.error.place')),
    ends: z.string(says('change.error.form')).max(40, says('change.error.ends')),
    endsTime: z.string(says('change.error.form')).max(10, says('change.error.ends')),
  })
  .transform((form, context) => {
    const wrong = (path: string, message: ChangeErrorKey) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const role = readChoice(form.role)
    const end = readEnd({ day: form.ends, time: form.endsTime })
    if (end === undefined) wrong('ends', 'change.error.ends')
    // All that is wrong is said at once.
    if (!role) {
      wrong('role', 'change.error.role')
      return z.NEVER
    }
    // A role of the account's own knows by itself where it is held.
    const isVirtual = typeof role === 'string' ? isVirtualRole(role) : form.place !== ''
    if (isVirtual && form.place === '') wrong('place', 'change.error.place')
    if (!isVirtual && form.place !== '') wrong('place', 'change.error.place-not-wanted')
    return { role, place: form.place === '' ? null : form.place, end: end ?? null }
  })
