import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyWorld } from '../../test/world/empty.ts'
import { type AccountId, newId, type PersonId } from '../kernel/id.ts'
import { canonical } from './domain/canonical.ts'
import { record } from './record.store.ts'

describe('canonical JSON', () => {
  it('has one spelling', () => {
    expect(canonical({ b: 1, a: [true, null, 'é\n'], c: { z: 0.1, y: '' } })).toBe(
      '{"a":[true,null,"é\\n"],"b":1,"c":{"y":"","z":0.1}}',
    )
  })
  it('means the same, in whatever order it was made', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(reversed)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('the event log', () => {
  const account = newId() as string as AccountId
  const actor = newId() as string as PersonId

  it('numbers and chains the events of an account, also when many come at once', async () => {
    await using w = await emptyWorld()
    await Promise.all(
      Array.from({ length: 40 }, () =>
        w.db.transaction().execute((tx) => record(tx, { type: 'test.done', account, actor })),
      ),
    )
    const rows = await w.owner<{
      seq: number
      hash: Buffer
      previous_hash: Buffer
      at: string
      body: string
    }>(
      `select seq, hash, previous_hash, (extract(epoch from occurred_at) * 1000000)::bigint::text as at, body from events order by seq`,
    )
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    let previous = createHash('sha256').update(account).digest()
    for (const row of rows) {
      expect(row.previous_hash).toEqual(previous)
      previous = createHash('sha256')
        .update(previous)
        .update(`${row.seq}\n${row.at}\n${account}\n${row.body}`)
        .digest()
      expect(row.hash).toEqual(previous)
    }
  })

  it('keeps what people typed beside the chain, which covers its salted hash', async () => {
    await using w = await emptyWorld()
    const details = { person: actor, content: { reason: 'I need <it>' } }
    const id = await w.db
      .transaction()
      .execute((tx) => record(tx, { type: 'test.done', account, actor }, { details }))
    const [kept] = await w.owner<{ salt: string; content: object; body: string }>(
      'select salt, content, body from events e join event_details d on d.event_id = e.id where e.id = $1',
      [id],
    )
    const sealed = createHash('sha256').update(`${kept?.salt}\n{"reason":"I need <it>"}`).digest('hex')
    expect(kept?.body).toContain(sealed)
    expect(kept?.body).not.toContain('I need')
  })

  it('announces an event by a job of the same transaction, unless it is quiet', async () => {
    await using w = await emptyWorld()
    const id = await w.db.transaction().execute((tx) => record(tx, { type: 'test.done', account, actor }))
    await w.db
      .transaction()
      .execute((tx) => record(tx, { type: 'test.done', account, actor }, { quiet: true }))
    expect(await w.owner('select kind, key from jobs')).toEqual([{ kind: 'announce', key: id }])
  })

  it.each([
    ["update events set body = '{}'"],
    ['delete from events'],
    ['truncate events'],
    ["insert into events (account_id, id, body, seq) values (gen_random_uuid(), gen_random_uuid(), '{}', 9)"],
    ['update chain_heads set seq = 0'],
    ['alter table events disable trigger all'],
    ['drop table events'],
    ["set session_replication_role = 'replica'"],
  ])('cannot be changed by the application: %s', async (attempt) => {
    await using w = await emptyWorld()
    await w.db.transaction().execute((tx) => record(tx, { type: 'test.done', account, actor }))
    const { sql } = await import('kysely')
    await expect(sql.raw(attempt).execute(w.db)).rejects.toThrow(/permission denied|must be owner/)
  })
})
