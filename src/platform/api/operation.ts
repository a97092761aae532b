import type { z } from 'zod'
import type { PersonId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Reader } from '../i18n/reader.ts'
import type { Problem } from './problem.ts'

/** Whoever calls the API: with a token and its scopes, or from our own pages with everything (`scopes` null). */
export type Caller = {
  readonly personId: PersonId
  readonly reader: Reader
  readonly now: Date
  readonly scopes: readonly string[] | null
}

/** What a call carries, read and checked. */
export type Call<Visitor, Query, Body> = {
  readonly caller: Visitor
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Body
  /** The version of `If-Match`; 0 where the operation asks for none. */
  readonly version: number
  readonly idempotencyKey: string | undefined
  readonly clientNetwork: string
  /** Nobody reads the answer: only its head is asked for, or a browser guesses what comes next. */
  readonly isGuess: boolean
}

/** What a call gives: JSON, and the version of the thing as its entity tag. */
export type Given = {
  readonly body: unknown
  readonly version?: number | undefined
  /** What the call made or changed: kept with the Idempotency-Key. */
  readonly object?: { readonly accountId: string; readonly id: string } | undefined
}

/** What the document says of an operation. */
export type About = {
  /** The name of the operation for generated clients: `submitRequest`. */
  readonly id: string
  readonly tag: string
  /** The address with Hono's names: `/api/v1/requests/:id`. */
  readonly path: string
  /** The scope that a token needs. */
  readonly scope: string
  readonly summary: string
  readonly description: string
  readonly params?: Readonly<Record<string, string>>
  readonly answer: { readonly description: string; readonly schema: z.ZodType; readonly example: unknown }
  /** Codes of problems beyond those that every operation can have, by status. */
  readonly problems: readonly number[]
}

type Read = { readonly method: 'GET'; readonly query: z.ZodObject }
type Write = {
  readonly method: 'POST'
  readonly body: z.ZodObject | null
  readonly exampleBody?: unknown
  readonly status: 200 | 201
  /** Whether it takes the version that the caller has seen. */
  readonly versioned: boolean
}

/** An operation without what it does: all that the document is made of. */
export type Described = About & (Read | Write)

/** Reads, and changes nothing. */
export type Reading<Visitor> = About &
  Read & {
    readonly run: (db: Database, call: Call<Visitor, never, undefined>) => Promise<Outcome<Given, Problem>>
  }

/** Changes something, in one transaction together with its Idempotency-Key. */
export type Writing<Visitor> = About &
  Write & {
    readonly run: (tx: Tx, call: Call<Visitor, undefined, never>) => Promise<Outcome<Given, Problem>>
    /** What counts whatever becomes of the call, outside its transaction; a problem ends it. */
    readonly before?: (db: Database, call: Call<Visitor, undefined, never>) => Promise<Problem | undefined>
    /** What is left to do in a transaction of its own after a refusal. */
    readonly refused?: (tx: Tx, call: Call<Visitor, undefined, never>, problem: Problem) => Promise<void>
  }

/** Changes something by a use case that keeps its Idempotency-Key itself, in its one statement. */
export type Sending<Visitor> = Omit<Writing<Visitor>, 'run' | 'before' | 'refused'> & {
  readonly send: (
    db: Database,
    call: Call<Visitor, undefined, never>,
  ) => Promise<Outcome<Given & { readonly repeated: boolean }, Problem>>
}

export type Operation<Visitor> = Reading<Visitor> | Writing<Visitor> | Sending<Visitor>

/** Declares an operation whose use case keeps its key; `send` gets the body as its schema reads it. */
export function sending<Visitor, Body extends z.ZodObject>(
  parts: Omit<Sending<Visitor>, 'method' | 'body' | 'send'> & {
    body: Body
    send: (
      db: Database,
      call: Call<Visitor, undefined, z.output<Body>>,
    ) => Promise<Outcome<Given & { readonly repeated: boolean }, Problem>>
  },
): Sending<Visitor> {
  return { ...parts, method: 'POST', send: parts.send as Sending<Visitor>['send'] }
}

/** Declares an operation that reads; `run` gets the query as its schema reads it. */
export function reading<Visitor, Query extends z.ZodObject>(
  parts: Omit<Reading<Visitor>, 'method' | 'query' | 'run'> & {
    query: Query
    run: (db: Database, call: Call<Visitor, z.output<Query>, undefined>) => Promise<Outcome<Given, Problem>>
  },
): Reading<Visitor> {
  return { ...parts, method: 'GET', run: parts.run as Reading<Visitor>['run'] }
}

/** Declares an operation that changes something; `run` gets the body as its schema reads it. */
export function writing<Visitor, Body extends z.ZodObject>(
  parts: Omit<Writing<Visitor>, 'method' | 'body' | 'run' | 'before' | 'refused'> & {
    body: Body | null
    run: (tx: Tx, call: Call<Visitor, undefined, z.output<Body>>) => Promise<Outcome<Given, Problem>>
    before?: (db: Database, call: Call<Visitor, undefined, z.output<Body>>) => Promise<Problem | undefined>
    refused?: (tx: Tx, call: Call<Visitor, undefined, z.output<Body>>, problem: Problem) => Promise<void>
  },
): Writing<Visitor> {
  const { before, refused, ...rest } = parts
  return {
    ...rest,
    method: 'POST',
    run: parts.run as Writing<Visitor>['run'],
    ...(before ? { before: before as NonNullable<Writing<Visitor>['before']> } : {}),
    ...(refused ? { refused: refused as NonNullable<Writing<Visitor>['refused']> } : {}),
  }
}
