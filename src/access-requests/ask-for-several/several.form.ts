import { z } from 'zod'
import { isId, newId } from '../../kernel/id.ts'
import { namesItsPlace, readsItsEnd, wishFields } from '../submit/submit.form.ts'

/** How many accounts can be asked for at once: as many requests as somebody may have open. */
export const mostAtOnce = 10

/** Asking for several accounts: their identifiers, one a line, and one wish for all. */
export const severalForm = z
  .strictObject({
    accounts: z
      .string()
      .max(4096, 'several.accounts.many')
      .transform((text) => identifiersIn(text))
      .refine((names) => names.length > 0, 'several.accounts.empty')
      .refine((names) => names.length <= mostAtOnce, 'several.accounts.many'),
    key: z.string().transform((text) => (isId(text) ? text : newId<'form'>())),
    ...wishFields,
  })
  .refine(namesItsPlace.check, namesItsPlace.says)
  .refine(readsItsEnd.check, readsItsEnd.says)

/** Each identifier once, as it was typed. */
export function identifiersIn(text: string): string[] {
  const names = text.split(/[\s,;]+/u).filter((name) => name !== '')
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}
