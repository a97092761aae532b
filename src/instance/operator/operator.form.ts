import { z } from 'zod'
import { accountTypes, visibilities } from '../../accounts/domain/account.ts'
import { locales } from '../../platform/i18n/reader.ts'
import type en from '../messages/en.ts'

type Key = Extract<keyof typeof en, `operator.error.${string}`>
const text = (error: Key, longest = 300) =>
  z.string({ error }).trim().min(1, { error }).max(longest, { error })
const ticked = z.literal('yes').optional()
const zone = z
  .string()
  .refine((name) => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name), {
    error: 'operator.error.zone' satisfies Key,
  })

/** A new account. */
export const accountForm = z.strictObject({
  identifier: text('operator.error.identifier'),
  name: text('operator.error.name', 80),
  type: z.enum(accountTypes),
  visibility: z.enum(visibilities),
  timeZone: zone,
  verifiedDomains: z.string().max(2_000),
  administrator: text('operator.error.administrator'),
})

/** A new virtual account of the account in the address. */
export const virtualAccountForm = z.strictObject({
  name: text('operator.error.name', 80),
  parent: z.string().max(80),
})

/** Who finds the account. */
export const visibilityForm = z.strictObject({ visibility: z.enum(visibilities) })

/** Somebody new. */
export const personForm = z.strictObject({
  address: text('operator.error.address'),
  firstName: text('operator.error.first-name', 60),
  lastName: text('operator.error.last-name', 60),
  locale: z.enum(locales),
  timeZone: zone,
  operator: ticked,
  support: ticked,
})

/** A button that needs nothing but to be pressed. */
export const pressForm = z.strictObject({})
