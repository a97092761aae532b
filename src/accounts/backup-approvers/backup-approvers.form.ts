import { z } from 'zod'
import { isId } from '../../kernel/id.ts'

/** Who is mailed only once a request is late: those who are ticked, and those whose addresses are typed. */
export const backupApproversForm = z.strictObject({
  version: z.coerce.number().int().min(0),
  people: z.array(z.string().refine(isId)).max(2_000),
  others: z.string().max(20_000).default(''),
})

/** The addresses in what was typed, each once. */
export function addressesTyped(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))]
}
