import { z } from 'zod'
import { isRole } from '../../accounts/domain/roles.ts'
import { isId } from '../../kernel/id.ts'
import type en from '../messages/en/pages.ts'

/** A sentence that says what is wrong with a change. */
export type ChangeError = Extract<keyof typeof en, `change.error.${string}`>
const says = <Key extends ChangeError>(key: Key): Key => key

const text = z.string(says('change.error.day')).max(40, says('change.error.day')).default('')

/** What somebody is left with: a role, and until when; `seen` is the version of the answer that was looked at. */
export const changeForm = z.strictObject({
  role: z
    .string(says('change.error.role'))
    .refine((one) => isRole(one) || isId(one), says('change.error.role')),
  ends: text,
  endsTime: text,
  seen: z.string(says('change.error.role')).regex(/^\d{1,6}$/, says('change.error.role')),
})
