import { z } from 'zod'
import { addressField } from '../form-fields.ts'

/** What the form for another address sends. */
export const changeAddressForm = z.strictObject({ address: addressField })
