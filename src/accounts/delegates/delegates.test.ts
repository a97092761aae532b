import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { toldAmong } from '../../access-requests/domain/telling.ts'
import { approversOf } from '../../access-requests/requests.store.ts'
import { standInsFor } from '../domain/delegation.ts'
import { administratorsOf } from '../grants.store.ts'
import { chooseDelegate } from './choose-delegate.ts'

let w: World
let acme: AccountId
const who = {} as Record<CastMember, PersonId>

beforeAll(async () => {
  w = await world()
  const [row] = await w.owner<{ id: AccountId }>(`select id from accounts where identifier = 'acme.example'`)
  acme = row?.id as AccountId
  for (const name of ['ana', 'ben', 'vera', 'raul', 'zoe', 'carla'] as const) who[name] = await w.idOf(name)
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.owner('delete from delegates')
  await w.owner(
    `update people set away_from = null, away_until = null, away_note = '', mail_bounced_at = null`,
  )
  await w.setClock('0 seconds')
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const absent = (name: CastMember, until = `app_now() + interval '3 days'`) =>
  w.owner(`update people set away_until = ${until} where id = $1`, [who[name]])
const link = (from: CastMember, to: CastMember) =>
  w.owner('insert into delegates (account_id, person_id, delegate_id) values ($1, $2, $3)', [
    acme,
    who[from],
    who[to],
  ])
const choose = (visitor: Visitor, delegate: CastMember | '') =>
  visitor.post('/profile/away/delegate', {
    account: acme,
    delegate: delegate === '' ? '' : who[delegate],
  })

function approvers(requester: CastMember = 'raul', places: readonly string[] = []) {
  const scope =
    places.length === 0
      ? ({ kind: 'ACCOUNT' } as const)
      : ({ kind: 'VIRTUAL', virtualAccountIds: places as never } as const)
  const asked = { accountId: acme, scope, requesterId: who[requester], beneficiaryId: who[requester] }
  return approversOf(w.db, asked)
}

const standIns = async (requester?: CastMember) =>
  Object.fromEntries((await approvers(requester)).map((one) => [one.firstName, one.standIn]))

describe('the page about being away', () => {
  it('keeps days of the person’s own time zone, tells the delegate, and ends with a press', async () => {
    const ana = await w.as('ana')
    expect((await ana.get('/profile/settings')).text).toContain('href="/profile/away"')
    expect((await choose(ana, 'ben')).location).toBe('/profile/away?done=chosen')
    const set = await ana.post('/profile/away', { from: '', until: inDays(2), note: 'In the mountains' })
    expect(set.location).toBe('/profile/away?done=set')
    const [row] = await w.owner<{ local: string; note: string }>(
      `select to_char(away_until at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as local, away_note as note
       from people where id = $1`,
      [who.ana],
    )
    expect(row).toEqual({ local: `${inDays(3)} 00:00`, note: 'In the mountains' })
    await w.settle()
    const subjects = w.mails.to('ben@acme.example').map(({ subject }) => subject)
    expect(subjects).toContainEqual('Ana Costa asks you to decide in the meantime: ACME')
    expect(subjects).toContainEqual(expect.stringMatching(/^Ana Costa is away until .*: you decide in ACME$/))
    expect((await (await w.as('ben')).get('/profile/away')).text).toContain('Ana Costa, in ACME: away until')
    expect((await ana.get('/profile/away')).text).toContain('You are away until')
    await ana.post('/profile/away/back')
    expect((await ana.get('/profile/away')).text).not.toContain('You are away until')
  })

  it.each([
    [{ from: '', until: '' }, 'Write the day as'],
    [{ from: '', until: '2026-02-30' }, 'Write the day as'],
    [{ from: '', until: '2020-01-01' }, 'This day is over'],
    [{ from: inDays(5), until: inDays(3) }, 'The last day comes before the first'],
    [{ from: '', until: inDays(500) }, 'within the next 400 days'],
  ])('says at the field what is wrong with %o', async (days, words) => {
    const answer = await (await w.as('ana')).post('/profile/away', { ...days, note: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
  })

  it('refuses whoever may not decide as much, and those who decide nothing', async () => {
    const answer = await choose(await w.as('ana'), 'vera')
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('may not decide all that you may decide')
    expect((await choose(await w.as('zoe'), 'ana')).status).toBe(404)
    expect((await choose(await w.as('vera'), 'ben')).status).toBe(303)
  })

  it('lets the delegate stop, and the absent one choose nobody; the other is told', async () => {
    await w.owner(`update people set locale = 'en' where id = any($1)`, [[who.ana, who.ben]])
    await choose(await w.as('ana'), 'ben')
    const ben = await w.as('ben')
    const stopped = await ben.post('/profile/away/stop', { account: acme, person: who.ana })
    expect(stopped.location).toBe('/profile/away?done=ended')
    expect((await ben.post('/profile/away/stop', { account: acme, person: who.ana })).status).toBe(404)
    await w.settle()
    const told = w.mails.to('ana@acme.example').at(-1)
    expect(told?.subject).toBe('Ben Okafor no longer decides for you: ACME')
    expect(told?.text).toContain('You can choose somebody else.')
    const bell = (await (await w.as('ana')).get('/notifications')).text
    expect(bell).toContain('no longer stands in for the other')
    await choose(await w.as('ana'), 'ben')
    await choose(await w.as('ana'), '')
    expect(await w.owner('select from delegates')).toHaveLength(0)
    await w.settle()
    expect(w.mails.to('ben@acme.example').at(-1)?.subject).toBe('You no longer decide for Ana Costa: ACME')
  })
})

describe('who stands in', () => {
  it('is the delegate of who is away, to the second', async () => {
    await link('ana', 'ben')
    expect(await standIns()).toEqual({ Ana: null, Ben: null })
    await absent('ana', `app_now() + interval '1 hour'`)
    expect(await standIns()).toEqual({ Ana: who.ben, Ben: null })
    expect(toldAmong(await approvers(), { late: false }).map(({ firstName }) => firstName)).toEqual(['Ben'])
    await w.owner(`update people set away_from = app_now() + interval '1 minute' where id = $1`, [who.ana])
    expect(await standIns()).toEqual({ Ana: null, Ben: null })
    await w.owner(`update people set away_from = null where id = $1`, [who.ana])
    await w.setClock('1 hour')
    expect(await standIns()).toEqual({ Ana: null, Ben: null })
  })

  it('is never the requester, and then the absent one is not reachable', async () => {
    await link('ana', 'ben')
    await absent('ana')
    expect(await standIns('ben')).toEqual({ Ana: null })
    expect((await approvers('ben'))[0]?.reachable).toBe(false)
    expect((await approvers('raul')).every(({ reachable }) => reachable)).toBe(true)
  })

  it('is nobody once the delegate holds less, is disabled, away or cut off from mail', async () => {
    await link('ana', 'ben')
    await absent('ana')
    await absent('ben')
    expect(await standIns()).toEqual({ Ana: null, Ben: null })
    await w.owner('update people set away_until = null, mail_bounced_at = app_now() where id = $1', [who.ben])
    expect((await standIns())['Ana']).toBe(null)
    await w.owner('update people set mail_bounced_at = null where id = $1', [who.ben])
    expect((await standIns())['Ana']).toBe(who.ben)
    await w.owner(
      `update grants set ends_at = app_now() + interval '1 second' where person_id = $1 and role = 'SA'`,
      [who.ben],
    )
    await w.setClock('2 seconds')
    expect((await standIns())['Ana']).toBe(null)
    await w.owner(`update grants set ends_at = null where person_id = $1 and role = 'SA'`, [who.ben])
  })

  it('follows two delegates and no third, as far as each could decide', async () => {
    const [cleo] = await w.owner<{ id: PersonId }>(
      `select id from people where address = 'emil@acme.example'`,
    )
    await w.owner(
      `insert into grants (account_id, id, person_id, role, source) values ($1, $2, $3, 'SA', 'DIRECT')`,
      [acme, newId(), cleo?.id],
    )
    await link('ana', 'ben')
    await w.owner('insert into delegates values ($1, $2, $3)', [acme, who.ben, cleo?.id])
    await absent('ana')
    await absent('ben')
    expect((await standIns())['Ana']).toBe(cleo?.id)
    await w.owner('update people set away_until = $2 where id = $1', [cleo?.id, new Date(Date.now() + 9e7)])
    await w.owner('insert into delegates values ($1, $2, $3)', [acme, cleo?.id, who.ana])
    expect((await standIns())['Ana']).toBe(null)
    await w.owner(`update grants set revoked_at = app_now() where person_id = $1`, [cleo?.id])
  })

  it('counts for the guard of the last administrator only while they remain', async () => {
    await link('ana', 'ben')
    await absent('ana')
    const [ana] = await administratorsOf(w.db, acme)
    expect(ana).toMatchObject({ isAwayWithoutDelegate: false, standIns: [who.ben] })
    const [grant] = await w.owner<{ id: string }>(
      `select id from grants where person_id = $1 and role = 'SA' and revoked_at is null`,
      [who.ben],
    )
    const answer = await (await w.as('ben')).post(
      `/accounts/acme.example/grants/${grant?.id ?? ''}/take-back`,
      {},
    )
    expect(answer.status).toBe(409)
  })
})

it('a request for an account whose only administrator is away goes to support, and says so before it is sent', async () => {
  await absent('carla')
  const zoe = await w.as('zoe')
  await zoe.post('/requests/new', { identifier: 'globex.example' })
  const form = await zoe.get('/requests/new/reason')
  expect(form.text).toContain('No administrator can be reached at the moment')
  expect(form.text).toContain('Carla Reyes is away until')
  const id = await asks(w, 'zoe', { account: 'globex.example' })
  const [row] = await w.owner<{ stage: string }>('select stage from access_requests where id = $1', [id])
  expect(row?.stage).toBe('WITH_SUPPORT')
})

it('a reminder goes to the delegate in place of who is away, and says to how many it went', async () => {
  await link('ana', 'ben')
  await absent('ana')
  const id = await asks(w, 'raul', { role: 'SV', scope: 'account' })
  await w.settle()
  const [before] = [w.mails.to('ana@acme.example').length]
  await w.setClock('49 hours')
  const raul = await w.as('raul')
  expect((await raul.post(`/requests/${id}/remind`)).location).toContain('notice=reminded')
  await w.settle()
  const sent = await w.owner<{ recipients: number }>(
    `select recipients from reminders where request_id = $1 and kind = 'BY_HAND'`,
    [id],
  )
  expect(sent).toEqual([{ recipients: 1 }])
  expect(w.mails.to('ana@acme.example')).toHaveLength(before ?? 0)
  await w.owner(`update people set locale = 'en' where id = $1`, [who.raul])
  const page = await (await w.as('raul')).get(`/requests/${id}`)
  expect(page.text).toMatch(/Ana Costa is away until [^<]*; Ben Okafor decides in the meantime\./)
  const account = await (await w.as('ben')).get('/accounts/acme.example')
  expect(account.text).toContain('Away until')
})

it('two who choose each other at the same moment make no circle', async () => {
  for (let round = 0; round < 50; round++) {
    await w.owner('delete from delegates')
    const by = (name: CastMember) => ({ personId: who[name], now: new Date() })
    const chosen = await Promise.all([
      transact(w.db, (tx) => chooseDelegate(tx, by('ana'), { accountId: acme, delegateId: who.ben })),
      transact(w.db, (tx) => chooseDelegate(tx, by('ben'), { accountId: acme, delegateId: who.ana })),
    ])
    expect(chosen.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

it('the database finds whom the rule finds, whoever is away, cut off, disabled or asks', async () => {
  const names = ['ana', 'ben', 'carla', 'zoe'] as const
  const id = (n: number) => who[names[n % names.length] ?? 'ana']
  await w.owner(
    `insert into grants (account_id, id, person_id, role, source)
     select $1, gen_random_uuid(), p, 'SA', 'DIRECT' from unnest($2::uuid[]) p`,
    [acme, [who.carla, who.zoe]],
  )
  // A small generator of its own, so that a failure can be repeated.
  let seed = 7
  const dice = (sides: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % sides
  }
  for (let round = 0; round < 150; round++) {
    await w.owner('delete from delegates')
    const links = names.flatMap((_, n) => {
      const to = dice(names.length + 1)
      return to === n || to === names.length ? [] : [{ personId: id(n), delegateId: id(to) }]
    })
    for (const { personId, delegateId } of links)
      await w.owner('insert into delegates values ($1, $2, $3)', [acme, personId, delegateId])
    const state = names.map(() => ({
      isAway: dice(2) === 0,
      hasHardBounced: dice(5) === 0,
      isGone: dice(6) === 0,
    }))
    for (const [n, { isAway, hasHardBounced, isGone }] of state.entries()) {
      await w.owner(
        `update people set status = $2, mail_bounced_at = case when $3 then app_now() end,
           away_until = case when $4 then app_now() + interval '1 day' end where id = $1`,
        [id(n), isGone ? 'DISABLED' : 'ACTIVE', hasHardBounced, isAway],
      )
    }
    const requester = names[dice(names.length)] ?? 'ana'
    const able = (person: PersonId) => {
      const n = names.findIndex((name) => who[name] === person)
      const one = state[n]
      return one && !one.isGone && names[n] !== requester ? one : undefined
    }
    for (const { personId, awayUntil, standIn, reachable, bounced } of await approvers(requester)) {
      const expected = awayUntil === null ? null : (standInsFor(personId, links, able).at(-1) ?? null)
      expect(standIn, `round ${round}`).toBe(expected)
      expect(reachable).toBe(awayUntil === null ? !bounced : expected !== null)
    }
  }
  await w.owner(`update people set status = 'ACTIVE' where id = any($1::uuid[])`, [
    names.map((name) => who[name]),
  ])
  await w.owner(
    `update grants set revoked_at = app_now() where account_id = $1 and person_id = any($2::uuid[])`,
    [acme, [who.carla, who.zoe]],
  )
})
