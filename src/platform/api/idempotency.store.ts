import { prepare, type Tx } from '../db/index.ts'
import { sql } from 'kysely'

/** What was answered to a call with this key; the JSON as its text, so that a repeated answer has the same bytes. */
export type Kept = { readonly status: number; readonly text: string; readonly version: number | null }

type Key = { person: string; key: string; fingerprint: Buffer }

const claim = prepare<Key, { key: string }>(
  (p) => sql<{ key: string }>`
    insert into idempotency_keys (person_id, key, fingerprint, answer)
    values (${p.person}::uuid, ${p.key}, ${p.fingerprint}, 'null')
    on conflict do nothing
    returning key`,
)
const find = prepare<Pick<Key, 'person' | 'key'>, { fingerprint: Buffer; answer: Kept }>(
  (p) => sql<{ fingerprint: Buffer; answer: Kept }>`
    select fingerprint, answer from idempotency_keys
    where person_id = ${p.person}::uuid and key = ${p.key}`,
)

/**
 * Takes a key for the call with this fingerprint, until the transaction ends; somebody with the same key at the same
 * moment waits. Taken before: what was answered then, or that it was another call.
 */
export async function claimKey(
  tx: Tx,
  key: Key,
): Promise<{ state: 'free' } | { state: 'other' } | { state: 'kept'; answer: Kept }> {
  if ((await claim(tx, key)).length === 1) return { state: 'free' }
  const [row] = await find(tx, { person: key.person, key: key.key })
  if (!row?.fingerprint.equals(key.fingerprint)) return { state: 'other' }
  return { state: 'kept', answer: row.answer }
}

type Answered = Pick<Key, 'person' | 'key'> & {
  answer: string
  account: string | null
  object: string | null
}

const keep = prepare<Answered, never>(
  (p) => sql<never>`
    update idempotency_keys set answer = ${p.answer}::jsonb, account_id = ${p.account}::uuid,
      object_id = ${p.object}::uuid
    where person_id = ${p.person}::uuid and key = ${p.key}`,
)

/** Keeps the answer that a repeated call will get, and what the call made. */
export async function keepAnswer(
  tx: Tx,
  key: Pick<Key, 'person' | 'key'>,
  kept: Kept & { readonly object: { readonly accountId: string; readonly id: string } | undefined },
): Promise<void> {
  const { object, ...answer } = kept
  await keep(tx, {
    person: key.person,
    key: key.key,
    answer: JSON.stringify(answer),
    account: object?.accountId ?? null,
    object: object?.id ?? null,
  })
}
