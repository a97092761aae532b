import type { ApiDocument } from './document.ts'
import type { JsonSchema } from './schemas.ts'

/** One field of a body or one parameter, for a table. */
export type SchemaField = {
  readonly name: string
  readonly type: string
  readonly needed: boolean
  readonly description: string
}

/** What a value may be, in one phrase: `string (uuid)`, `Role or null`, `"NONE"`. */
export function typeOf(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return choices.map(typeOf).join(' | ')
  if (schema.type === 'array') return `${typeOf(schema.items as JsonSchema)}[]`
  return schema.type === 'object' ? objectOf(schema) : plainTypeOf(schema)
}

function plainTypeOf({ type = '', format }: { readonly type?: unknown; readonly format?: unknown }): string {
  const name = Array.isArray(type) ? type.join(' | ') : String(type)
  return typeof format === 'string' ? `${name} (${format})` : name
}

function objectOf({ properties = {} }: { readonly properties?: unknown }): string {
  const fields = Object.entries(properties as Record<string, JsonSchema>)
  return `{ ${fields.map(([name, schema]) => `${name}: ${typeOf(schema)}`).join(', ')} }`
}

/** The fields of an object's schema. */
export function fieldsOf(schema: JsonSchema, document: ApiDocument): readonly SchemaField[] {
  const own =
    typeof schema.$ref === 'string'
      ? document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
      : schema
  const required = (own?.required ?? []) as readonly string[]
  return Object.entries((own?.properties ?? {}) as Record<string, JsonSchema>).map(([name, field]) => ({
    name,
    type: typeOf(field),
    needed: required.includes(name),
    description: String(field.description ?? ''),
  }))
}
