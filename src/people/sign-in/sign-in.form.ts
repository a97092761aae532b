import { z } from 'zod'
import { addressField, nextField, passwordField } from '../form-fields.ts'

/** What the sign-in form sends; `next` is where one was going. */
export const signInForm = z.strictObject({ address: addressField, password: passwordField, next: nextField })
