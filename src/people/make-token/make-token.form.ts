import { z } from 'zod'
import { tokenScopes } from '../domain/personal-token.ts'
import { readName } from '../domain/name.ts'
import { reads } from '../form-fields.ts'

/** How long a token may last, in days. */
export const tokenDays = [7, 30, 90, 365] as const

/** What the form for a new token sends. */
export const makeTokenForm = z.strictObject({
  name: reads((input: string) => readName(input), 'error.name').refine((name) => name !== '', {
    error: 'error.token-name.empty',
  }),
  scopes: z
    .array(z.enum(tokenScopes, { error: 'error.token-scopes.empty' }))
    .min(1, { error: 'error.token-scopes.empty' }),
  days: z
    .string({ error: 'error.token-days.wrong' })
    .refine((days) => tokenDays.some((known) => String(known) === days), { error: 'error.token-days.wrong' })
    .transform(Number),
})
