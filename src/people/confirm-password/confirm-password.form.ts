import { z } from 'zod'
import { nextField, passwordField } from '../form-fields.ts'

/** What the page sends that asks for the password again. */
export const confirmPasswordForm = z.strictObject({ password: passwordField, next: nextField })
