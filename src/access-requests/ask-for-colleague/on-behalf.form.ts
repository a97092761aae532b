import { z } from 'zod'
import { readAddress } from '../../people/index.ts'
import { namesItsPlace, readsItsEnd, wishFields } from '../submit/submit.form.ts'

/** Asking for a colleague: who, which account, what and why. */
export const forColleagueForm = z
  .strictObject({
    colleague: z.string().transform((text, context) => {
      const address = readAddress(text)
      if (address.ok) return address.value
      context.addIssue({ code: 'custom', message: 'behalf.colleague.wrong' })
      return z.NEVER
    }),
    account: z
      .string()
      .max(2048, 'ask.identifier.unknown')
      .refine((text) => text.trim() !== '', 'ask.identifier.empty'),
    ...wishFields,
  })
  .refine(namesItsPlace.check, namesItsPlace.says)
  .refine(readsItsEnd.check, readsItsEnd.says)
