import { z } from 'zod'
import { isTimeZone } from '../../kernel/time-zones.ts'
import { addressField, nameField, passwordField } from '../form-fields.ts'

/** What the sign-up form sends. */
export const signUpForm = z.strictObject({
  firstName: nameField('error.first-name.empty'),
  lastName: nameField('error.last-name.empty'),
  address: addressField,
  password: passwordField,
  /** The browser's, where scripts run. */
  timeZone: z
    .string()
    .default('')
    .transform((zone) => (isTimeZone(zone) ? zone : null)),
})
