import { z } from 'zod'
import { type CustomRoleId, isRole } from '../../accounts/domain/roles.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import type { Selection } from '../domain/review.ts'
import type en from '../messages/en/pages.ts'

/** A sentence that says what is wrong with the form. */
export type StartError = Extract<keyof typeof en, `start.error.${string}`>
const says = <Key extends StartError>(key: Key): Key => key

/** A virtual account by its name, where there are too many to choose from. */
export type WrittenPlace = { readonly kind: 'PLACE'; readonly written: string }

/** Whose access is looked at; a role and a place count only with their choice. A place may be written by its name. */
export const startForm = z
  .strictObject({
    what: z.enum(['ALL', 'OUTSIDE', 'ROLE', 'PLACE'], says('start.error.what')),
    role: z.string().default(''),
    place: z.string().max(1_000, says('start.error.place')).default(''),
  })
  .transform(({ what, role, place }, context): Selection | WrittenPlace => {
    if (what === 'ALL' || what === 'OUTSIDE') return { kind: what }
    const selection = what === 'ROLE' ? ofRole(role) : ofPlace(place)
    if (selection) return selection
    const path = what === 'ROLE' ? 'role' : 'place'
    context.addIssue({ code: 'custom', path: [path], message: says(`start.error.${path}`) })
    return z.NEVER
  })

function ofRole(role: string): Selection | undefined {
  if (isRole(role)) return { kind: 'ROLE', role }
  return isId(role) ? { kind: 'ROLE', role: role as CustomRoleId } : undefined
}

function ofPlace(place: string): Selection | WrittenPlace | undefined {
  if (isId(place)) return { kind: 'PLACE', virtualAccountId: place as VirtualAccountId }
  return place.trim() === '' ? undefined : { kind: 'PLACE', written: place }
}
