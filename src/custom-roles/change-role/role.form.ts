import { z } from 'zod'
import { type Action, actions } from '../../accounts/domain/roles.ts'
import type { Words } from '../messages/index.ts'

/** The sentences that say what is wrong with a field. */
export type RoleErrorKey = Extract<Parameters<Words>[0], `form.error.${string}`>
const says = <Key extends RoleErrorKey>(key: Key): Key => key

/** Fields that come several times. */
export const roleLists = ['action'] as const

const fields = {
  name: z.string(says('form.error.form')).max(400, says('form.error.name')),
  description: z.string(says('form.error.form')).max(2000, says('form.error.description')),
  action: z.array(z.enum(actions as readonly [Action, ...Action[]], says('form.error.actions'))).max(40),
}

/** A role as it is made. */
export const newRoleForm = z.strictObject({
  ...fields,
  reach: z.enum(['ACCOUNT', 'VIRTUAL'], says('form.error.reach')),
})

/** A role as it is changed: the version that was seen, and what was shown of whom it concerns. */
export const changeRoleForm = z.strictObject({
  ...fields,
  version: z.coerce.number(says('form.error.form')).int().min(1),
  mark: z.string().max(40).default(''),
  step: z.enum(['', 'back']).default(''),
})
