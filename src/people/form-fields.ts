import { z } from 'zod'
import type { Outcome } from '../kernel/outcome.ts'
import type { FieldErrors, Typed } from '../platform/http/index.ts'
import type { FormError } from '../ui/index.ts'
import { readAddress } from './domain/address.ts'
import { readName } from './domain/name.ts'
import type { words } from './messages/index.ts'

type Say = ReturnType<typeof words.for>
/** The sentences that say what is wrong with a field. */
type ErrorKey = Extract<Parameters<Say>[0], `error.${string}`>

/** A text field; `missing` is the key of the sentence for when it is not there at all. */
export const text = (missing: ErrorKey) => z.string({ error: missing })

/** A field that `read` understands; its refusal, behind `prefix`, is the key of the sentence at the field. */
export function reads<Value, Refusal extends string, const Prefix extends string>(
  read: (input: string) => Outcome<Value, Refusal>,
  prefix: Prefix & (`${Prefix}.${Refusal}` extends ErrorKey ? unknown : never),
) {
  return z
    .string({ error: 'error.form.incomplete' satisfies ErrorKey })
    .transform((input, context): Value => {
      const outcome = read(input)
      if (outcome.ok) return outcome.value
      context.addIssue({ code: 'custom', message: `${prefix}.${outcome.refusal}` })
      return z.NEVER
    })
}

/** The mail address of a person. */
export const addressField = reads(readAddress, 'error.address')

/** A name that must be given; `empty` is the sentence for when it is not. */
export function nameField(empty: ErrorKey) {
  return reads((input: string) => readName(input), 'error.name').refine((name) => name !== '', {
    error: empty,
  })
}

/** A password as it was typed; whether it is good enough is decided with what is known of the person. */
export const passwordField = text('error.password.empty')
  .min(1, { error: 'error.password.empty' satisfies ErrorKey })
  .max(1_000, { error: 'error.password.too-long' satisfies ErrorKey })

/** Where to go on to; checked again before it is used, and forgotten when it is longer than any of our addresses. */
export const nextField = z.string().max(2_000).optional().catch(undefined)

/** What was typed into a field, as one text. */
export function typedIn(typed: Typed | null | undefined, name: string): string | undefined {
  const value = typed?.[name]
  return typeof value === 'string' ? value : undefined
}

/** What a form shows again after a mistake: nothing typed and no errors at first. */
export type Again = { readonly typed?: Typed | null | undefined; readonly errors?: FieldErrors | undefined }

/** What a form needs for its fields: the sentence at a field, the value in it, and all mistakes for the top. */
export function again(t: Say, { typed, errors = {} }: Again) {
  const said = (name: string): string | undefined => {
    const key = errors[name]
    return key === undefined ? undefined : t(key as ErrorKey)
  }
  return {
    error: said,
    value: (name: string, otherwise = ''): string => typedIn(typed, name) ?? otherwise,
    failed: Object.keys(errors).length > 0,
    summary: Object.keys(errors).map(
      (name): FormError => ({ field: name === 'form' ? undefined : name, message: said(name) ?? '' }),
    ),
  }
}
