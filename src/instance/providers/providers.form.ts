import { z } from 'zod'

const text = z.string().max(3_000)

/** An identity provider as it is typed; what is wrong with it is said by whoever writes it. */
export const providerForm = z.strictObject({
  id: text.default(''),
  version: z.coerce.number().int().min(0).max(2_000_000_000),
  name: text,
  issuer: text,
  clientId: text,
  clientSecret: text,
  domains: text,
  on: z.enum(['yes', 'no']).default('no'),
})

/** Removing one; the box says that it is meant. */
export const removeProviderForm = z.strictObject({
  version: z.coerce.number().int().min(0).max(2_000_000_000),
  sure: z.literal('yes').optional(),
})

/** A button that needs nothing but to be pressed. */
export const pressForm = z.strictObject({})
