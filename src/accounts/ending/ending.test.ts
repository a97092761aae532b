import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { transact } from '../../platform/db/index.ts'
import type { Role } from '../domain/roles.ts'
import { giveGrants, revokeGrant } from '../index.ts'
import { startForgottenEnds } from './start-forgotten-ends.ts'

let w: World
let acme: AccountId
beforeAll(async () => {
  w = await world()
  acme = await accountOf('acme.example')
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.setClock('0')
  await w.settle()
})

async function accountOf(identifier: string): Promise<AccountId> {
  const [row] = await w.owner<{ id: AccountId }>('select id from accounts where identifier = $1', [
    identifier,
  ])
  if (!row) throw new Error(identifier)
  return row.id
}

const dayInMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayInMs)

async function gives(who: CastMember, role: Role, endsAt: Date | null): Promise<GrantId> {
  const personId = await w.idOf(who)
  const given = { role, scope: { kind: 'ACCOUNT' as const }, endsAt }
  const by = await w.idOf('ana')
  const giving = {
    accountId: acme,
    personId,
    given,
    by,
    source: 'DIRECT' as const,
    requestId: null,
    decisionId: null,
  }
  const outcome = await transact(w.db, async (tx) => done(await giveGrants(tx, giving)))
  const [id] = outcome.ok ? outcome.value : []
  if (!id) throw new Error('nothing was given')
  return id
}

// Emil and Vera have rights of the demo that end.
const told = (kind: string) =>
  w.owner<{ person: string }>(
    `select split_part(address, '@', 1) as person from mails where kind = $1
       and split_part(address, '@', 1) not in ('emil', 'vera') order by address`,
    [kind],
  )
const addressOf = async (who: CastMember) => {
  const [row] = await w.owner<{ address: string }>('select address from people where id = $1', [
    await w.idOf(who),
  ])
  return row?.address ?? ''
}
const happened = (id: GrantId) =>
  w.owner<{ type: string; days: number | null }>(
    `select type, (body::jsonb #>> '{facts,days}')::int as days from events
     where account_id = $1 and body::jsonb #>> '{facts,grantId}' = $2 and type <> 'grant.given' order by seq`,
    [acme, id],
  )
const running = (id: GrantId) =>
  w.owner<{ kind: string }>(
    'select kind from clocks where subject_id = $1 and settled_at is null order by due_at',
    [id],
  )

describe('a right that ends', () => {
  it('is warned of twice, ends on its second, and is told once', async () => {
    const id = await gives('luc', 'SV', inDays(20))
    expect(await running(id)).toHaveLength(3)
    await w.pass('21 days')
    expect(await happened(id)).toEqual([
      { type: 'grant.ending', days: 14 },
      { type: 'grant.ending', days: 3 },
      { type: 'grant.expired', days: null },
    ])
    expect(await told('grant.ending.holder')).toEqual([{ person: 'luc' }, { person: 'luc' }])
    expect(await told('grant.expired.holder')).toEqual([{ person: 'luc' }])
    const [warning] = w.mails.to(await addressOf('luc')).filter(({ text }) => /ends on/.test(text ?? ''))
    expect(warning?.text).toContain('/access/smart-accounts/acme.example')
    await w.pass('2 days')
    expect(await happened(id)).toHaveLength(3)
  })

  it('brings administrators one line a day, however many rights end', async () => {
    await gives('luc', 'SU', inDays(16))
    await gives('raul', 'SU', inDays(16.01))
    await w.pass('2 days 1 hour')
    const waiting = await w.owner<{ lines: number }>(
      `select count(*) as lines from mails where kind = 'grant.ending.summary' and state = 'QUEUED'
       group by account_id, person_id`,
    )
    expect(new Set(waiting.map(({ lines }) => lines))).toEqual(new Set([1]))
  })

  it('has no clocks any more when it is taken back, or replaced by a longer one', async () => {
    const by = await w.idOf('ana')
    const short = await gives('zoe', 'SV', inDays(20))
    const long = await gives('zoe', 'SV', inDays(60))
    expect(await running(short)).toEqual([])
    expect((await (await w.as('zoe')).get('/access/smart-accounts/acme.example')).text).not.toContain(
      'was taken back',
    )
    expect(await running(long)).toHaveLength(3)
    await transact(w.db, async (tx) => done(await revokeGrant(tx, { accountId: acme, id: long, by })))
    expect(await running(long)).toEqual([])
  })

  it('is found by the sweep when it came without clocks, or with those of another end', async () => {
    const id = await gives('zoe', 'SU', inDays(20))
    await w.owner('delete from clocks where subject_id = $1', [id])
    expect(await startForgottenEnds(w.db)).toBe(1)
    expect(await running(id)).toHaveLength(3)
    await w.owner(`update grants set ends_at = app_now() + interval '10 days' where id = $1`, [id])
    expect(await startForgottenEnds(w.db)).toBe(1)
    expect(await running(id)).toHaveLength(2)
    expect(await startForgottenEnds(w.db)).toBe(0)
  })

  it('is not warned of after its end, however late the clocks fire', async () => {
    const id = await gives('zoe', 'AG', inDays(16))
    await w.setClock('30 days')
    await w.tick()
    await w.setClock('30 days 2 minutes')
    await w.tick()
    await w.settle()
    expect(await happened(id)).toEqual([{ type: 'grant.expired', days: null }])
    // What ended two weeks ago is no news.
    expect(await told('grant.expired.holder')).not.toContainEqual({ person: 'zoe' })
  })

  it('is warned of once when both warnings come late together', async () => {
    const id = await gives('carla', 'SV', inDays(20))
    await w.setClock('18 days')
    await w.tick()
    await w.settle()
    expect(await happened(id)).toEqual([{ type: 'grant.ending', days: 3 }])
  })
})

describe('the last administrator who can be reached', () => {
  it('goes on by a week, again and again, until another one is there', async () => {
    const all = await w.owner<{ id: GrantId; person: string }>(
      `select g.id, split_part(p.address, '@', 1) as person from grants g join people p on p.id = g.person_id
       where g.account_id = $1 and g.role = 'SA' and g.revoked_at is null order by p.address`,
      [acme],
    )
    const [ana, ...others] = all
    if (!ana) throw new Error('no administrator')
    const bounced = async (at: string | null) => {
      for (const { person } of others)
        await w.owner(`update people set mail_bounced_at = ${at ?? 'null'} where address like $1`, [
          `${person}@%`,
        ])
    }
    await w.owner(`update grants set ends_at = app_now() + interval '5 days' where id = $1`, [ana.id])
    await startForgottenEnds(w.db)
    await bounced('app_now()')
    await w.pass('6 days')
    expect((await happened(ana.id)).map(({ type }) => type)).toEqual(['grant.ending', 'grant.end-moved'])
    expect(await told('grant.end-moved.holder')).toHaveLength(1)
    expect((await told('grant.end-moved.operator')).length).toBeGreaterThan(0)
    await w.pass('7 days')
    expect((await happened(ana.id)).filter(({ type }) => type === 'grant.end-moved')).toHaveLength(2)
    await bounced(null)
    await w.pass('8 days')
    expect((await happened(ana.id)).at(-1)?.type).toBe('grant.expired')
  })
})

it('a right that ends is named in the mail to administrators, and not offered more time while a request waits', async () => {
  await w.end()
  w = await world()
  acme = await accountOf('globex.example')
  await gives('zoe', 'SV', inDays(16))
  await w.pass('3 days 1 hour')
  const summary = w.mails
    .to('carla@globex.example')
    .findLast(({ subject }) => /ends? soon/.test(subject ?? ''))
  expect(summary?.text).toContain('Zoé Martin: Smart Account Viewer for the entire Smart Account, until')
  await asks(w, 'zoe', { account: 'globex.example', role: 'SU', scope: 'account' })
  await w.pass('11 days')
  const warnings = w.mails.to('zoe@elsewhere.example').filter(({ subject }) => subject?.includes(' ends on '))
  expect(warnings.at(-1)?.text).toMatch(/Your request AR-\S+ for this account waits[^]*Open the request/)
  expect(warnings.at(-1)?.text).not.toContain('Ask for more time')
  await w.pass('3 days')
  const over = w.mails.to('zoe@elsewhere.example').findLast(({ subject }) => subject?.includes('has ended'))
  expect(over?.text).toMatch(/still waits for a decision[^]*Open the request/)
})
