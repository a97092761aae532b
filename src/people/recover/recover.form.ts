import { z } from 'zod'
import { addressField, passwordField } from '../form-fields.ts'

/** What the form for a forgotten password sends. */
export const recoverForm = z.strictObject({ address: addressField })

/** What the page behind the link sends. */
export const resetForm = z.strictObject({ password: passwordField })
