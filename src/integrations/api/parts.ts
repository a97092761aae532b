import type { ApiDocument, DocumentedOperation } from './document.ts'
import type { JsonSchema } from './schemas.ts'

/** An operation with its address. */
export type Listed = {
  readonly path: string
  readonly method: string
  readonly operation: DocumentedOperation
}

/** The operations of one kind; `slug` stands in the address of their page. */
export type ApiPart = { readonly name: string; readonly slug: string; readonly operations: readonly Listed[] }

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

/** The operations of the document by their kind, in its order. */
export function partsOf(document: ApiDocument): ApiPart[] {
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const byKind = Map.groupBy(listed, ({ operation }) => operation.tags[0] ?? '')
  return [...byKind].map(([name, operations]) => ({ name, slug: slugOf(name), operations }))
}

/** The schemas with a name that these operations speak of, and those that these speak of, by name. */
export function shapesOf(document: ApiDocument, { operations }: ApiPart): [string, JsonSchema][] {
  const { schemas } = document.components
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const name = '$ref' in value ? String(value.$ref).split('/schemas/')[1] : undefined
    if (name !== undefined && !found.has(name)) {
      found.add(name)
      look(schemas[name])
    }
    for (const child of Object.values(value)) look(child)
  }
  look(operations.map(({ operation }) => operation))
  return Object.entries(schemas).filter(([name]) => found.has(name))
}
