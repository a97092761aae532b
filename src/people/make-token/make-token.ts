import { createHash, randomBytes } from 'node:crypto'
import { record } from '../../event-log/index.ts'
import { installation, newId, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type TokenScope, writePersonalToken } from '../domain/personal-token.ts'
import { addToken, revokeToken } from '../tokens.store.ts'

/** Makes a personal access token. Gives the token itself, which is kept nowhere. */
export async function makeToken(
  tx: Tx,
  by: PersonId,
  wanted: { name: string; scopes: readonly TokenScope[]; days: number },
): Promise<Outcome<string, never>> {
  const { token, prefix } = writePersonalToken({ name: randomBytes(6), secret: randomBytes(32) })
  const id = newId()
  const hash = createHash('sha256').update(token).digest()
  await addToken(tx, by, { ...wanted, id, prefix, hash })
  const facts = { token: id, scopes: wanted.scopes, days: wanted.days }
  await record(tx, { type: 'token.created', account: installation, actor: by, facts })
  return done(token)
}

/** Takes one of one's own tokens back. */
export async function takeTokenBack(
  tx: Tx,
  by: PersonId,
  id: string,
): Promise<Outcome<null, 'no-such-token'>> {
  if (!(await revokeToken(tx, by, id))) return refuse('no-such-token')
  const event = { type: 'token.revoked', account: installation, actor: by, facts: { token: id } }
  await record(tx, event, { quiet: true })
  return done(null)
}
