import { isTimeZone } from '../../kernel/time-zones.ts'
import { z } from 'zod'
import { accountTypes, visibilities } from '../../accounts/domain/account.ts'
import { locales } from '../../platform/i18n/reader.ts'
import type en from '../messages/en.ts'

type Key = Extract<keyof typeof en, `operator.error.${string}`>
const text = (error: Key, longest = 300) =>
  z.string({ error }).trim().min(1, { error }).max(longest, { error })
const choice = { error: 'operator.error.choice' satisfies Key } as const
const ticked = z.literal('yes', choice).optional()
const zone = z.string(choice).refine(isTimeZone, { error: 'operator.error.zone' satisfies Key })

/** A new account. */
export const accountForm = z.strictObject({
  identifier: text('operator.error.identifier'),
  name: text('operator.error.name', 80),
  type: z.enum(accountTypes, choice),
  visibility: z.enum(visibilities, choice),
  timeZone: zone,
  verifiedDomains: z.string(choice).max(2_000, { error: 'operator.error.domain' satisfies Key }),
  administrator: text('operator.error.administrator'),
})

/** A new virtual account of the account in the address. */
export const virtualAccountForm = z.strictObject({
  name: text('operator.error.name', 80),
  parent: z.string(choice).max(1_000, { error: 'operator.error.parent' satisfies Key }),
})

/** Only its own people find the account any more; that everybody does takes two people. */
export const visibilityForm = z.strictObject({ visibility: z.literal('RESTRICTED', choice) })

/** Somebody new. */
export const personForm = z.strictObject({
  address: text('operator.error.address'),
  firstName: text('operator.error.first-name', 60),
  lastName: text('operator.error.last-name', 60),
  locale: z.enum(locales, choice),
  timeZone: zone,
  operator: ticked,
  support: ticked,
})

/** Shutting somebody out; the reason is asked for where an account loses its last administrator. */
export const disableForm = z.strictObject({ reason: z.string().max(1_000).default('') })

/** Which offices somebody has from now on, and which they had when the form was shown. */
export const officesForm = z.strictObject({
  seen: z.enum(['none', 'support', 'operator', 'both'], choice),
  office: z.array(z.enum(['support', 'operator'], choice)).max(2),
})

/** A button that needs nothing but to be pressed. */
export const pressForm = z.strictObject({})
