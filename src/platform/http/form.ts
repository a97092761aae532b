import type { z } from 'zod'
import type { Ctx } from './context.ts'

/** What was typed, field by field, as text; it is shown again when something is wrong. */
export type Typed = Readonly<Record<string, string | readonly string[]>>
/** What is wrong, field by field; `form` is for what belongs to no field. Values are keys of the slice's sentences. */
export type FieldErrors = Readonly<Record<string, string>>

export type ReadForm<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed }

/** The body does not come from one of our forms: a field twice, a name nobody has, not a form at all. */
export class MalformedForm extends Error {}

// No browser sends it from a field, and no database keeps it.
const unkept = '\u0000'
// No writing puts so many marks on one letter, and to put them in order takes their number squared.
const heap = /(\p{M}{30})\p{M}+/gu

/** The fields of a form body. A field named twice is refused, unless it is named in `lists`. */
export function fieldsOf(c: Ctx, lists: readonly string[] = []): Typed {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const body = c.get('body')
  if (type !== 'application/x-www-form-urlencoded' && body.length > 0) throw new MalformedForm('type')
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const list of lists) fields[list] = []
  for (const [name, typed] of new URLSearchParams(body.toString('utf8'))) {
    const value = typed.replaceAll(unkept, '').replace(heap, '$1')
    const known = fields[name]
    if (Array.isArray(known)) known.push(value)
    else if (known === undefined) fields[name] = value
    else throw new MalformedForm('repeated')
  }
  return fields
}

/** Reads a form with its schema; unknown fields are refused by strict schemas. Messages of the schema are keys of sentences. */
export function readForm<Schema extends z.ZodType>(
  c: Ctx,
  schema: Schema,
  lists: readonly string[] = [],
): ReadForm<z.output<Schema>> {
  const typed = fieldsOf(c, lists)
  const parsed = schema.safeParse({ ...typed })
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') throw new MalformedForm('unknown field')
    errors[String(issue.path[0] ?? 'form')] ??= issue.message
  }
  return { ok: false, errors, typed }
}
