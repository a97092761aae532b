import { z } from 'zod'

const choice = { error: 'sight.error.choice' } as const

/** What is shown of administrators, and how many people one takes. */
export const sightForm = z.strictObject({
  version: z.coerce.number().int().min(0),
  show: z.enum(['NAMES', 'RELAY', 'NONE'], choice),
  two: z.enum(['usual', 'yes', 'no'], choice),
})

/** Agreeing to a wish, or not. */
export const settleForm = z.strictObject({ agree: z.enum(['yes', 'no'], choice) })

/** How a choice is stored. */
export const twoOf = { usual: null, yes: true, no: false } as const

/** How what is stored is chosen. */
export function choiceOf(two: boolean | null): keyof typeof twoOf {
  if (two === null) return 'usual'
  return two ? 'yes' : 'no'
}
