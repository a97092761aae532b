import { z } from 'zod'
import { nameField, passwordField } from '../form-fields.ts'

/** What the button sends in the browser that signed up: nothing but the press. */
export const verifyForm = z.strictObject({})

/** What is chosen in another browser. */
export const verifyAnewForm = z.strictObject({
  firstName: nameField('error.first-name.empty'),
  lastName: nameField('error.last-name.empty'),
  password: passwordField,
})
