import { z } from 'zod'

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [key: string]: unknown }

/** The schemas with a name that the others refer to; `ref` adds to them. */
export type Components = {
  readonly schemas: Record<string, JsonSchema>
  ref(schema: z.ZodType, side: 'input' | 'output'): JsonSchema
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// A format says it shorter than its pattern does.
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(
    ([key]) =>
      !(['$schema', '$defs', 'id'].includes(key) && typeof value[key] !== 'object') && key !== '$defs',
  )
  return Object.fromEntries(
    entries
      .filter(([key]) => key !== 'pattern' || value.format === undefined)
      .map(([key, child]) => [key, key === '$ref' ? refTo(String(child)) : moved(child)]),
  )
}

function refTo(ref: string): string {
  return ref.replace('#/$defs/', '#/components/schemas/')
}

/** Starts an empty set of components. */
export function components(): Components {
  const schemas: Record<string, JsonSchema> = {}
  return {
    schemas,
    ref(schema, side) {
      const { $defs = {}, ...own } = z.toJSONSchema(schema, { io: side }) as {
        $defs?: Record<string, unknown>
      }
      for (const [name, definition] of Object.entries($defs)) schemas[name] = moved(definition) as JsonSchema
      return moved(own) as JsonSchema
    },
  }
}
