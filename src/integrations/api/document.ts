import type { Described } from '../../platform/api/index.ts'
import { bodyOf, headersOf, parametersOf, responsesOf, sharedResponses } from './document-parts.ts'
import { type Components, components, type JsonSchema } from './schemas.ts'

/** An operation as the document shows it. */
export type DocumentedOperation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly unknown[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content; readonly required: boolean }
  readonly responses: Readonly<Record<string, unknown>>
}
/** One parameter in the path, the query or a header. */
export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}
/** A body of JSON, with an example. */
export type Content = {
  readonly 'application/json': { readonly schema: JsonSchema; readonly example?: unknown }
}

/** The whole document (OpenAPI 3.1). */
export type ApiDocument = {
  readonly openapi: '3.1.0'
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Record<string, unknown>
} & Readonly<Record<string, unknown>>

const description = `Ask for access to an account, decide requests, look after an account and the people in it: the same acts, with the same rules and refusals, as on the pages.

Authenticate with a personal access token from your profile. It gives at most what you may do at the moment of the call, in the scopes that you chose. Calls from pages of this installation may use the session instead.

Every POST takes an Idempotency-Key: sent again with the same body it gives the same answer and does nothing twice. What can change under your eyes needs If-Match with the version that you have seen.

Problems are told as RFC 9457 says. A thing that you may not see looks like one that does not exist.`

/** Makes the document of these operations. */
export function documentOf(
  operations: readonly Described[],
  about: { readonly url: string; readonly version: string },
): ApiDocument {
  const known = components()
  const paths: Record<string, Record<string, DocumentedOperation>> = {}
  for (const operation of operations) {
    const path = operation.path.replace(/:([a-z]+)/gi, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: documented(operation, known) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vestibule',
      version: about.version,
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: about.url }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: known.schemas, responses: sharedResponses, securitySchemes },
  }
}

function documented(operation: Described, known: Components): DocumentedOperation {
  const parameters = [...parametersOf(operation, known), ...headersOf(operation)]
  const body = bodyOf(operation, known)
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    security: [{ token: [operation.scope] }, { session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(operation, known),
  }
}

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'vst_…',
    description: 'A personal access token, made on the profile.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-vestibule-session',
    description: 'The session of somebody signed in, for calls from pages of this installation only.',
  },
}
