import { z } from 'zod'
import type { Described } from '../../platform/api/index.ts'
import type { Content, DocumentedOperation, Parameter } from './document.ts'
import type { Components, JsonSchema } from './schemas.ts'

/** What stands in the path and after the question mark. */
export function parametersOf(operation: Described, known: Components): Parameter[] {
  const inPath = Object.entries(operation.params ?? {}).map(([name, description]) => ({
    name,
    in: 'path' as const,
    required: true,
    description,
    schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))
  if (operation.method !== 'GET') return inPath
  const { properties = {} } = known.ref(operation.query, 'input') as {
    properties?: Record<string, JsonSchema>
  }
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query' as const,
    required: false,
    ...(description === undefined ? {} : { description: String(description) }),
    schema,
  }))
  return [...inPath, ...inQuery]
}

/** The headers that an operation reads. */
export function headersOf(operation: Described): Parameter[] {
  if (operation.method !== 'POST') return []
  const key: Parameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Names this call: sent again, it gives the same answer and does nothing twice.',
    schema: { type: 'string', minLength: 1, maxLength: 100 },
  }
  const version: Parameter = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version of the thing that you have seen, in quotes.',
    schema: { type: 'string', examples: ['"1"'] },
  }
  return operation.versioned ? [version, key] : [key]
}

/** The body, where there is one. */
export function bodyOf(operation: Described, known: Components): DocumentedOperation['requestBody'] {
  if (operation.method !== 'POST' || operation.body === null) return undefined
  const schema = known.ref(operation.body, 'input')
  return { required: true, content: contentOf(schema, operation.exampleBody) }
}

function contentOf(schema: JsonSchema, example: unknown): Content {
  return { 'application/json': { schema, ...(example === undefined ? {} : { example }) } }
}

const always = [401, 403, 429, 500, 503]
const whenWriting = [400, 409, 413, 415, 422]

const replayed = {
  'Idempotency-Replayed': {
    schema: { type: 'string', const: 'true' },
    description: 'Stands on an answer that was given before, to the same call with the same Idempotency-Key.',
  },
}

/** What an operation answers, for better or worse. */
export function responsesOf(operation: Described, known: Components): Record<string, unknown> {
  const writes = operation.method === 'POST'
  const { answer } = operation
  const statuses = [
    ...always,
    ...operation.problems,
    ...(writes ? whenWriting : []),
    ...(writes && operation.versioned ? [428] : []),
  ]
  const content = contentOf(known.ref(answer.schema, 'output'), answer.example)
  const problems = [...new Set(statuses)].toSorted((a, b) => a - b)
  return {
    [writes ? operation.status : 200]: {
      description: answer.description,
      ...(writes ? { headers: replayed } : {}),
      content,
    },
    ...Object.fromEntries(
      problems.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
    ),
  }
}

const meanings: Readonly<Record<number, string>> = {
  400: 'The body is not JSON, or a header has the wrong shape.',
  401: 'No valid token or session came with the call.',
  403: 'You may not do this, or the token lacks the scope.',
  404: 'There is no such thing, or none that you may see.',
  409: 'This does not fit the present state; current says what it is, where that helps.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body is not application/json.',
  422: 'Something in the call is not right; errors says what and where.',
  428: 'If-Match is missing.',
  429: 'Too many calls; Retry-After says how many seconds to wait.',
  500: 'Something failed here; instance names it in the log.',
  503: 'The database cannot be reached for a moment; Retry-After says how long to wait.',
}

const problem = z.toJSONSchema(
  z.object({
    type: z.string().meta({ description: 'The kind of problem; its end after # is the code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta({ description: 'For a person, in their language.' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'A JSON Pointer into the body, or ?name in the query.' }),
          detail: z.string(),
        }),
      )
      .optional(),
    current: z.unknown().optional().meta({ description: 'The thing as it is now.' }),
    instance: z.string().optional(),
  }),
)
const { $schema: _, ...problemSchema } = problem

/** The answers that several operations share. */
export const sharedResponses: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(meanings).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      ...headersWith(status),
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  ]),
)

function headersWith(status: string) {
  if (status === '401')
    return { headers: { 'WWW-Authenticate': { schema: { type: 'string' }, description: 'Bearer' } } }
  if (status !== '429' && status !== '503') return {}
  return { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } }
}
