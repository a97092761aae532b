import { z } from 'zod'
import { addressField, nameField, passwordField } from '../form-fields.ts'

/** What the sign-up form sends. */
export const signUpForm = z.strictObject({
  firstName: nameField('error.first-name.empty'),
  lastName: nameField('error.last-name.empty'),
  address: addressField,
  password: passwordField,
})
