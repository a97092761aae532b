import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { NoExport, verifyLines } from '../../event-log/index.ts'
import { accountEventsPath } from '../../paths/accounts.ts'
import { accountCheckPath, accountChecksPath, accountEventsLinesPath } from '../../paths/event-log.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { checkingChains, startCheck } from './check-chain.ts'

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}

const verified = (lines: string, kept: string | null = null) => verifyLines(linesOf(lines), kept)

describe('the proof that a log was not changed', () => {
  let w: World & AsyncDisposable
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.end())

  it('is taken away as lines from which anybody can compute the chain anew', async () => {
    const { text } = await (await w.as('ana')).get(accountEventsLinesPath.to('acme.example'))
    const [about, ...events] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    let previous = createHash('sha256').update(about.accountId).digest()
    for (const event of events) {
      expect(event.previousHash).toBe(previous.toString('hex'))
      previous = createHash('sha256')
        .update(previous)
        .update(`${event.seq}\n${event.micros}\n${about.accountId}\n${event.body}`)
        .digest()
      expect(event.hash).toBe(previous.toString('hex'))
    }
    const head = { seq: events.length, hash: previous.toString('hex') }
    expect(about).toMatchObject({ account: 'acme.example', whole: true, head })
  })

  it('is verified from such a file without the server', async () => {
    const ana = await w.as('ana')
    const { text } = await ana.get(accountEventsLinesPath.to('acme.example'))
    const lines = text.trim().split('\n')
    const kept = JSON.parse(lines[2] ?? '').hash
    expect(await verified(text, kept)).toMatchObject({ events: lines.length - 1, flaws: [], whole: true })
    const changed = text.replace(/\\"type\\":\\"[a-z.-]+/, '\\"type\\":\\"test.other')
    expect((await verified(changed)).flaws).toMatchObject([{ kind: 'changed' }])
    expect((await verified(lines.slice(0, -1).join('\n'))).flaws).toMatchObject([{ kind: 'head' }])
    const torn = lines.toSpliced(3, 1).join('\n')
    expect((await verified(torn)).flaws).toEqual([{ kind: 'missing', seq: 3, to: 3 }])
    expect((await verified(text, 'a'.repeat(64))).flaws).toMatchObject([{ kind: 'unknown-head' }])
    await expect(verified('{}')).rejects.toThrow(NoExport)
    const part = await ana.get(`${accountEventsLinesPath.to('acme.example')}?kind=access`)
    expect(await verified(part.text)).toMatchObject({ events: 4, flaws: [], whole: false })
  })

  it('is given at the press of a button, to whoever reads all of the log', async () => {
    const checks = accountChecksPath.to('acme.example')
    const ana = await w.as('ana')
    const line = /acme\.example \d+ [0-9a-f]{64}/.exec((await ana.get(checks)).text)?.[0] ?? ''
    const { location } = await ana.post(checks, { kept: `kept: ${line}` })
    const result = (await ana.get(location ?? '')).text
    expect(result).toContain('Nothing was changed')
    expect(result).toContain('is in the log')
    expect((await ana.get(checks)).text).toContain('nothing was changed')
    const foreign = await ana.post(checks, { kept: 'f'.repeat(64) })
    expect((await ana.get(foreign.location ?? '')).text).toContain('Something was changed')
    const wrong = await ana.post(checks, { kept: 'my hash' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('my hash')
    for (const who of ['vera', 'luc', 'zoe'] as const) {
      const visitor = await w.as(who)
      expect((await visitor.get(checks)).status).toBe(404)
      expect((await visitor.post(checks, { kept: '' })).status).toBe(404)
      expect((await visitor.get(location ?? '')).status).toBe(404)
    }
    const elsewhere = (location ?? '').replace('acme.example', 'globex.example')
    expect((await (await w.as('carla')).get(elsewhere)).status).toBe(404)
  })

  it('is read and given, and not taken away, by whoever accepts agreements', async () => {
    await w.owner(
      `insert into grants (account_id, id, person_id, role, source)
       select a.id, gen_random_uuid(), $1, 'AG', 'DIRECT' from accounts a where a.identifier = 'globex.example'`,
      [await w.idOf('zoe')],
    )
    const zoe = await w.as('zoe')
    const checks = accountChecksPath.to('globex.example')
    const { location } = await zoe.post(checks, { kept: '' })
    expect((await zoe.get(location ?? '')).text).toContain('Nothing was changed')
    expect((await zoe.get(accountEventsPath.to('globex.example'))).text).not.toContain('events.jsonl')
    expect((await zoe.get(accountEventsLinesPath.to('globex.example'))).status).toBe(404)
  })

  it('is computed in steps for a long log, and goes on by itself', async () => {
    const [initech] = await w.owner<{ id: string }>(
      `select id from accounts where identifier = 'initech.example'`,
    )
    const account = initech?.id ?? ''
    await w.owner(
      `insert into events (account_id, id, body)
       select $1, gen_random_uuid(), '{"actor":null,"type":"test.counted"}' from generate_series(1, 100)`,
      [account],
    )
    await w.owner('alter table events disable trigger user')
    await w.owner(
      `update events set body = replace(body, 'counted', 'changed') where account_id = $1 and seq = 90`,
      [account],
    )
    await w.owner('alter table events enable trigger user')
    const person = await w.idOf('dmitri')
    const started = await w.db
      .transaction()
      .execute((tx) => startCheck(tx, person, { account, kept: null, atOnce: 20 }))
    const id = started.ok ? started.value : ''
    const result = accountCheckPath.to('initech.example', id)
    const dmitri = await w.as('dmitri')
    expect((await dmitri.get(result)).text).toContain('20 of')
    const [job] = await w.owner<Job>(`select account_id as account, key from jobs where kind = 'check-chain'`)
    const settle = await checkingChains(w.db, 30)(job as Job)
    await w.db.transaction().execute(async (tx) => {
      await tx.deleteFrom('jobs').where('kind', '=', 'check-chain').execute()
      await settle(tx)
    })
    expect((await dmitri.get(result)).text).toContain('50 of')
    await w.settle()
    expect((await dmitri.get(result)).text).toContain('Number 90 is not what was recorded.')
  })
})
