import { z } from 'zod'

const version = z.coerce.number().int().min(0)
const time = z.string().trim().max(5)

/** The week of an account, as it is typed. */
export const weekForm = z.strictObject({
  version,
  timeZone: z.string().max(64),
  weekend: z.array(z.coerce.number().int().min(1).max(7)).max(7),
  country: z.string().regex(/^([A-Z]{2})?$/),
  region: z.string().max(16).default(''),
  quietFrom: time,
  quietTo: time,
})

/** Closed days, one a line. */
export const closedDaysForm = z.strictObject({ days: z.string().max(20_000) })

/** A button that needs nothing but to be pressed. */
export const openDayForm = z.strictObject({})
