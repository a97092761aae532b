import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmptyWorld, emptyWorld } from '../../../test/world/empty.ts'
import { type AccountId, newId, type PersonId } from '../../kernel/id.ts'
import { record } from '../record.store.ts'
import { verify } from './verify.ts'

const events = 12

async function write(world: EmptyWorld, account: AccountId): Promise<void> {
  const actor = newId<'person'>()
  for (let n = 1; n <= events; n++) {
    const details = { person: actor as PersonId, content: { reason: `reason ${n}` } }
    await world.db
      .transaction()
      .execute((tx) => record(tx, { type: 'test.done', account, actor, facts: { n } }, { details }))
  }
}

describe('the verifier of the event log', () => {
  let world: EmptyWorld
  beforeAll(async () => {
    world = await emptyWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  /** A chain of its own; whoever has the database's keys and switches its guards off does `harm` to it. */
  async function chain(harm?: string, head: string | null = null) {
    const account = newId() as string as AccountId
    await write(world, account)
    if (harm) {
      await world.owner('alter table events disable trigger user')
      for (const statement of harm.split(';')) {
        const values = statement.includes('$1') ? [account] : []
        await world.owner(statement, values)
      }
      await world.owner('alter table events enable trigger user')
    }
    const [found] = await verify(world.db, { account, head })
    return found
  }

  it('finds nothing in a chain that was left alone, and gives its head', async () => {
    const found = await chain()
    expect(found).toMatchObject({ events, erased: 0, flaws: [] })
    const head = await world.owner(
      `select encode(hash, 'hex') as hash from chain_heads where account_id = $1`,
      [found?.account],
    )
    expect(head).toEqual([{ hash: found?.head.hash }])
  })

  it.each([
    [
      'what an event says was changed',
      `update events set body = replace(body, '"n":7', '"n":8') where account_id = $1 and seq = 7`,
      [{ kind: 'changed', seq: 7 }],
    ],
    [
      'what it is found by was changed',
      `update events set type = 'access-request.withdrawn' where account_id = $1 and seq = 7`,
      [{ kind: 'changed', seq: 7 }],
    ],
    [
      'whom it is found under was changed',
      `update events set actor_id = gen_random_uuid() where account_id = $1 and seq = 7`,
      [{ kind: 'changed', seq: 7 }],
    ],
    [
      'its time was changed',
      `update events set occurred_at = occurred_at - interval '1 microsecond' where account_id = $1 and seq = 3`,
      [{ kind: 'changed', seq: 3 }],
    ],
    [
      'it was changed with a fitting hash',
      `update events set body = replace(body, '"n":5', '"n":6') where account_id = $1 and seq = 5;
       update events set hash = event_hash(previous_hash, seq, occurred_at, account_id, body) where account_id = $1 and seq = 5`,
      [{ kind: 'unlinked', seq: 6 }],
    ],
    [
      'events were deleted',
      'delete from events where account_id = $1 and seq in (4, 5)',
      [{ kind: 'missing', seq: 4, to: 5 }],
    ],
    [
      'the first event was deleted',
      'delete from events where account_id = $1 and seq = 1',
      [{ kind: 'missing', seq: 1, to: 1 }],
    ],
    [
      'the end was cut off',
      'delete from events where account_id = $1 and seq > 10',
      [{ kind: 'head', seq: 10 }],
    ],
    [
      'two events changed places',
      `update events set seq = 1000 where account_id = $1 and seq = 8;
       update events set seq = 8 where account_id = $1 and seq = 9;
       update events set seq = 9 where account_id = $1 and seq = 1000`,
      [
        { kind: 'moved', seq: 8, from: 9 },
        { kind: 'moved', seq: 9, from: 8 },
      ],
    ],
    [
      'sealed words were changed',
      `update event_details set content = '{"reason": "other"}' where event_id =
         (select id from events where account_id = $1 and seq = 2)`,
      [{ kind: 'words', seq: 2 }],
    ],
  ])('says exactly where %s', async (_, harm, flaws) => {
    expect((await chain(harm))?.flaws).toEqual(flaws)
  })

  it('is not misled by events that are recorded while it looks', async () => {
    const account = newId() as string as AccountId
    await write(world, account)
    const writing = Promise.all(Array.from({ length: 12 }, () => write(world, account)))
    for (let n = 0; n < 15; n++) {
      const [found] = await verify(world.db, { account, head: null })
      expect(found?.flaws).toEqual([])
    }
    await writing
  })

  it('takes erased words for what they are', async () => {
    const found = await chain('delete from event_details where account_id = $1')
    expect(found).toMatchObject({ flaws: [], erased: events })
  })

  it('finds a chain that was written anew, by a head that was kept elsewhere', async () => {
    const before = await chain()
    const account = before?.account ?? ''
    const kept = before?.head.hash ?? ''
    expect(await verify(world.db, { account, head: kept })).toMatchObject([{ flaws: [] }])
    await write(world, account as AccountId)
    expect(await verify(world.db, { account, head: kept })).toMatchObject([{ flaws: [] }])
    await world.owner('alter table events disable trigger user')
    await world.owner('delete from events where account_id = $1', [account])
    await world.owner('delete from chain_heads where account_id = $1', [account])
    await world.owner('alter table events enable trigger user')
    await write(world, account as AccountId)
    expect(await verify(world.db, { account, head: null })).toMatchObject([{ flaws: [] }])
    expect(await verify(world.db, { account, head: kept })).toMatchObject([
      { flaws: [{ kind: 'unknown-head', seq: events }] },
    ])
  })
})
