import { randomUUID } from 'node:crypto'
import { type ApiClient, withToken } from './api-client.ts'
import type { CastMember, World } from './world.ts'

/** An answer of the API as a program reads it; `code` is the kind of its problem, empty when it is none. */
export type Told = {
  status: number
  body: Record<string, unknown>
  /** Of what was made; empty when nothing was. */
  id: string
  etag: string
  code: string
}

/** Programs of people of the cast, each with a token of theirs. */
export type Programs = {
  get(who: CastMember, path: string): Promise<Told>
  /** Sends JSON under a key of its own, with the version that was seen. */
  post(who: CastMember | ApiClient, path: string, body: unknown, version?: number): Promise<Told>
  as(who: CastMember): ApiClient
}

/** Makes tokens for these people. */
export async function programsOf(world: World, people: readonly CastMember[]): Promise<Programs> {
  const clients = new Map<CastMember, ApiClient>()
  for (const who of people) clients.set(who, await withToken(world, who))
  const as = (who: CastMember) => clients.get(who) as ApiClient
  return {
    as,
    get: async (who, path) => told(await as(who).get(path)),
    async post(who, path, body, version) {
      const client = typeof who === 'string' ? as(who) : who
      const match = version === undefined ? {} : { 'If-Match': `"${version}"` }
      return told(await client.post(path, body, { 'Idempotency-Key': randomUUID(), ...match }))
    },
  }
}

/** Reads an answer. */
export function told({ status, text, headers }: Awaited<ReturnType<ApiClient['get']>>): Told {
  const body = JSON.parse(text) as Record<string, unknown>
  const { id = '', type = '' } = body as { id?: string; type?: string }
  const code = type.split('#problem-')[1] ?? ''
  return { status, body, id, etag: headers.get('etag') ?? '', code }
}

/** The entries of a list. */
export function items({ body }: Told): Record<string, unknown>[] {
  return body['items'] as Record<string, unknown>[]
}

/** The status and the kind of a problem. */
export function saidOf({ status, code }: Told): [number, string] {
  return [status, code]
}
