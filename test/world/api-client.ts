import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type TokenScope, tokenScopes, writePersonalToken } from '../../src/people/domain/personal-token.ts'
import type { Answered, Visitor } from './visitor.ts'
import type { CastMember, World } from './world.ts'

/** Somebody who calls the API, with a token of their own or as a page of ours would. */
export type ApiClient = {
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  /** Sends JSON; a string is sent as it is. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
}

function clientOf(world: World, visitor: Visitor, own: Record<string, string>): ApiClient {
  return {
    get: (path, headers = {}) => visitor.get(path, { ...own, ...headers }),
    post: (path, body, headers = {}) =>
      visitor.send(path, {
        method: 'POST',
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: { Origin: world.base, 'Content-Type': 'application/json', ...own, ...headers },
      }),
  }
}

/** A new token of somebody, as its text. */
export async function tokenOf(
  world: World,
  who: CastMember,
  scopes: readonly TokenScope[] = tokenScopes,
): Promise<string> {
  const { token, prefix } = writePersonalToken({ name: randomBytes(6), secret: randomBytes(32) })
  await world.db
    .insertInto('personal_tokens')
    .values({
      person_id: await world.idOf(who),
      id: randomUUID(),
      name: 'test',
      prefix,
      hash: createHash('sha256').update(token).digest(),
      scopes: [...scopes],
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute()
  return token
}

/** Somebody of the cast with a new token. */
export async function withToken(
  world: World,
  who: CastMember,
  scopes: readonly TokenScope[] = tokenScopes,
): Promise<ApiClient> {
  const token = await tokenOf(world, who, scopes)
  return clientOf(world, world.stranger(), { Authorization: `Bearer ${token}` })
}

/** Somebody of the cast with a session whose password was typed just now. */
export async function withSession(world: World, who: CastMember): Promise<ApiClient> {
  return clientOf(world, await world.as(who), {})
}

/** Somebody who says nothing about who they are. */
export function asNobody(world: World, headers: Record<string, string> = {}): ApiClient {
  return clientOf(world, world.stranger(), headers)
}
