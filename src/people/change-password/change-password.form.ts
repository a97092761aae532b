import { z } from 'zod'
import { passwordField } from '../form-fields.ts'

/** What the form for another password sends. */
export const changePasswordForm = z.strictObject({ currentPassword: passwordField, password: passwordField })
