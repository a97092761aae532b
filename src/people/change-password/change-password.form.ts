import { z } from 'zod'
import { passwordField } from '../form-fields.ts'

/** What the form for another password sends. */
export const changePasswordForm = z.strictObject({ current: passwordField, password: passwordField })
