import { z } from 'zod'
import { isCountry } from '../domain/countries.ts'
import { readLine, readName, readPhone } from '../domain/name.ts'
import { nameField, nextField, reads } from '../form-fields.ts'

const line = reads((input: string) => readLine(input), 'error.line')

/** What "Your Personal Details" sends; `next` is where one came from. A field kept elsewhere is not sent. */
export const personalForm = z.strictObject({
  firstName: nameField('error.first-name.empty').optional(),
  lastName: nameField('error.last-name.empty').optional(),
  preferredFirstName: reads((input: string) => readName(input), 'error.name').optional(),
  next: nextField,
})

/** What "Your Company Details" sends. */
export const companyForm = z.strictObject({
  company: line.optional(),
  country: z
    .string({ error: 'error.country.wrong' })
    .refine((code) => code === '' || isCountry(code), { error: 'error.country.wrong' })
    .optional(),
  siteAddress: reads((input: string) => readLine(input, 200), 'error.line').optional(),
  companyPhone: reads(readPhone, 'error.phone').optional(),
  next: nextField,
})
