import { z } from 'zod'
import { namesItsPlace, readsItsEnd, wishFields } from '../submit/submit.form.ts'

/** What is asked and why, anew, and the version it replaces. */
export const amendForm = z
  .strictObject({ version: z.string().regex(/^[1-9][0-9]{0,8}$/), ...wishFields })
  .refine(namesItsPlace.check, namesItsPlace.says)
  .refine(readsItsEnd.check, readsItsEnd.says)
