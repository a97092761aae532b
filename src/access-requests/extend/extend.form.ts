import { z } from 'zod'
import { isId, newId } from '../../kernel/id.ts'
import { readReason } from '../domain/reason.ts'
import { readsItsEnd } from '../submit/submit.form.ts'

/** Asking for a role to go on: by the press alone, or with another end and other words than the proposed ones. */
export const extendForm = z
  .strictObject({
    key: z.string().transform((text) => (isId(text) ? text : newId<'form'>())),
    ends: z.string().default(''),
    endsTime: z.string().default(''),
    reason: z
      .string()
      .default('')
      .refine((text) => text.trim() === '' || readReason(text).ok, 'reason-unfit'),
  })
  .refine(readsItsEnd.check, readsItsEnd.says)
