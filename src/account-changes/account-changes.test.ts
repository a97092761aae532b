import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountChanges, changeReason } from '../../test/world/account-changes.ts'
import { asks, standing } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'
import { examine } from '../instance/doctor/examine.ts'
import { accountChangePath, askChangePath, oneChangePath, openChangesPath } from '../paths/account-changes.ts'

let w: World
const before = async () => {
  w = await world()
  // A second one who operates, so that two can agree beside the support agent.
  await w.owner(`update people set is_operator = true where address like 'zoe@%'`)
}
const after = async () => {
  await w.settle()
  expect((await examine(w.db)).broken).toEqual([])
  await w.end()
}

const { lastChange, ask, agree, account } = accountChanges(() => w)
const subjects = (who: string) => w.mails.to(who).map(({ subject }) => subject)

describe('asking for a change of an account', () => {
  beforeAll(before)
  afterAll(after)

  it('is for its administrators, support and operators; for others there is no such page', async () => {
    for (const who of ['ana', 'sam', 'olga'] as const)
      expect((await (await w.as(who)).get(accountChangePath.to('acme.example'))).status).toBe(200)
    for (const who of ['raul', 'luc', 'vera', 'carla'] as const) {
      const visitor = await w.as(who)
      expect((await visitor.get(accountChangePath.to('acme.example'))).status).toBe(404)
      expect((await visitor.get(askChangePath.to('acme.example', 'close'))).status).toBe(404)
      expect(
        (await visitor.post(askChangePath.to('acme.example', 'close'), { reason: changeReason })).status,
      ).toBe(404)
      expect((await visitor.get(openChangesPath.to())).status).toBe(404)
    }
    expect((await ask('ana', 'acme.example', 'suspend')).status).toBe(404)
    expect((await ask('sam', 'acme.example', 'suspend')).status).toBe(404)
  })

  it('keeps what was typed and says what is missing', async () => {
    const short = await ask('ana', 'acme.example', 'identifier', { identifier: 'no dots', reason: 'because' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('at least 10 characters')
    expect(short.text).toContain('no dots')
    const unfit = await ask('ana', 'acme.example', 'identifier', { identifier: 'no dots' })
    expect([unfit.status, unfit.text.includes('such as acme.example')]).toEqual([422, true])
    expect((await ask('ana', 'acme.example', 'type', { type: 'CUSTOMER' })).text).toContain('so already')
  })

  it('tells an administrator nothing of accounts that they could not find', async () => {
    const hidden = await ask('ana', 'acme.example', 'merge', { identifier: 'initech.example' })
    const unknown = await ask('ana', 'acme.example', 'merge', { identifier: 'nothing.example' })
    for (const answer of [hidden, unknown]) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('no active account with this identifier that you may see')
    }
    expect((await ask('sam', 'acme.example', 'identifier', { identifier: 'initech.example' })).status).toBe(
      422,
    )
  })

  it('takes two different people of support or operation, and says so to everybody it concerns', async () => {
    expect((await ask('ana', 'acme.example', 'type', { type: 'HOLDING' })).status).toBe(303)
    // A mail that still waits when the change is settled has become pointless.
    await w.settle()
    expect((await ask('ben', 'acme.example', 'close')).status).toBe(409)
    expect((await agree('ana', 'acme.example')).status).toBe(404)
    expect((await agree('sam', 'acme.example')).location).toContain('done=agreed')
    expect((await agree('sam', 'acme.example')).text).toContain('Two different people')
    expect((await agree('olga', 'acme.example', 1)).status).toBe(409)
    expect((await account('acme.example'))?.type).toBe('CUSTOMER')
    const page = await (await w.as('olga')).get(openChangesPath.to())
    expect(page.text).toContain('Change its type')
    expect((await agree('olga', 'acme.example')).location).toContain('done=done')
    expect((await account('acme.example'))?.type).toBe('HOLDING')
    expect((await agree('zoe', 'acme.example')).status).toBe(409)
    await w.settle()
    expect(subjects('ben@acme.example')).toContain('A change of ACME was asked')
    expect(subjects('ben@acme.example')).toContain('ACME has another type')
    expect(subjects('olga@operator.example').some((one) => one?.startsWith('Needs'))).toBe(true)
  })

  it('can be refused, taken back, and lapses after fourteen days', async () => {
    await ask('ana', 'acme.example', 'close')
    const change = await lastChange('acme.example')
    const path = oneChangePath.to('acme.example', change.id)
    const refused = await (await w.as('sam')).post(path, {
      what: 'refuse',
      version: '1',
      answer: 'Not yet, please.',
    })
    expect(refused.location).toContain('done=refused')
    expect((await (await w.as('ana')).get(path)).text).toContain('Not yet, please.')
    await ask('ana', 'acme.example', 'close')
    const again = await lastChange('acme.example')
    const back = await (await w.as('ben')).post(oneChangePath.to('acme.example', again.id), {
      what: 'withdraw',
      version: '1',
    })
    expect(back.location).toContain('done=withdrawn')
    await ask('sam', 'acme.example', 'close')
    await w.pass('15 days')
    expect((await lastChange('acme.example')).outcome).toBe('LAPSED')
    expect((await account('acme.example'))?.status).toBe('ACTIVE')
    await w.setClock('0 seconds')
  })
})

describe('suspending an account', () => {
  beforeAll(before)
  afterAll(after)

  it('stops everything in it, and resuming brings it back as it was', async () => {
    const request = await asks(w, 'raul')
    const ana = await w.as('ana')
    expect((await ana.get(`/requests/${request}`)).status).toBe(200)
    expect((await ask('olga', 'acme.example', 'suspend')).location).toContain('done=suspended')
    expect((await ana.get(`/requests/${request}`)).text).not.toContain(`/requests/${request}/decline`)
    expect((await ana.get('/accounts/acme.example')).status).toBe(404)
    const late = await ana.post(`/requests/${request}/decline`, {
      version: '1',
      code: 'NOT_NEEDED',
      text: 'It is not needed here.',
      private: '',
      block: '',
    })
    expect(late.status).toBe(409)
    expect((await (await w.as('zoe')).post('/requests/new', { identifier: 'acme.example' })).status).toBe(422)
    expect(
      await w.owner('select 1 from clocks where subject_id = $1 and settled_at is null', [request]),
    ).toEqual([])
    await w.settle()
    expect(subjects('ana@acme.example')).toContain('ACME is suspended')
    expect(subjects('raul@acme.example')).toContain('Votre demande pour ACME attend')
    await w.pass('60 days')
    expect((await standing(w, request)).status).toBe('PENDING')
    expect((await (await w.as('raul')).get(`/requests/${request}`)).text).toContain('est suspendu')
    expect((await ask('olga', 'acme.example', 'suspend')).status).toBe(409)
    expect((await ask('olga', 'acme.example', 'resume')).location).toContain('done=resumed')
    const [left] = await w.owner<{ soon: boolean }>(
      `select due_at between app_now() + interval '1 day' and app_now() + interval '12 days'
         and expires_at > app_now() + interval '20 days' as soon from access_requests where id = $1`,
      [request],
    )
    expect(left?.soon).toBe(true)
    expect((await (await w.as('ana')).get(`/requests/${request}`)).status).toBe(200)
    // What is being done at a time that is gone again would look stuck.
    await w.settle()
    await w.setClock('0 seconds')
  })
})

describe('closing an account', () => {
  beforeAll(before)
  afterAll(after)

  it('ends requests, grants and delegations at once, and keeps the identifier', async () => {
    const request = await asks(w, 'raul')
    await ask('ana', 'acme.example', 'close')
    expect(
      (await (await w.as('sam')).get(oneChangePath.to('acme.example', (await lastChange('acme.example')).id)))
        .text,
    ).toMatch(/[1-9] open requests? (is|are) closed/)
    await agree('sam', 'acme.example')
    expect((await agree('olga', 'acme.example')).location).toContain('done=done')
    expect(await account('acme.example')).toMatchObject({ status: 'CLOSED', into: null })
    expect((await standing(w, request)).status).toBe('CLOSED')
    const { id } = (await account('acme.example')) ?? { id: '' }
    expect(
      await w.owner(
        'select 1 from grants where account_id = $1 and revoked_at is null and (ends_at is null or ends_at > app_now())',
        [id],
      ),
    ).toEqual([])
    for (const path of ['/accounts/acme.example', accountChangePath.to('acme.example')])
      expect((await (await w.as('ana')).get(path)).status).toBe(404)
    expect((await (await w.as('olga')).get(accountChangePath.to('acme.example'))).text).toContain('Closed')
    expect((await (await w.as('zoe')).post('/requests/new', { identifier: 'acme.example' })).status).toBe(422)
    await w.settle()
    expect(subjects('vera@acme.example')).toContain('ACME is closed')
    const types = await w.owner<{ type: string; n: number }>(
      `select type, count(*)::int as n from events where account_id = $1 and type in ('grant.revoked', 'account.closed') group by type`,
      [id],
    )
    expect(types.find(({ type }) => type === 'account.closed')?.n).toBe(1)
    expect(types.find(({ type }) => type === 'grant.revoked')?.n).toBeGreaterThan(3)
  })
})

describe('another identifier', () => {
  beforeAll(before)
  afterAll(after)

  it('leaves the old one unknown to strangers, kept from others, and good for those who have rights', async () => {
    await ask('olga', 'acme.example', 'identifier', { identifier: 'acme-group.example' })
    expect((await agree('sam', 'acme.example')).location).toBe(
      `${oneChangePath.to('acme-group.example', (await lastChange('acme-group.example')).id)}?done=done`,
    )
    expect((await (await w.as('zoe')).post('/requests/new', { identifier: 'acme.example' })).status).toBe(422)
    expect(
      (await (await w.as('raul')).post('/requests/new', { identifier: 'acme-group.example' })).status,
    ).toBe(303)
    expect((await (await w.as('ana')).get('/accounts/acme.example/users')).status).toBe(200)
    expect((await (await w.as('raul')).get('/accounts/acme.example/users')).status).toBe(404)
    const taken = await ask('olga', 'globex.example', 'identifier', { identifier: 'acme.example' })
    expect(taken.status).toBe(422)
    await w.setClock('91 days')
    expect((await ask('olga', 'globex.example', 'identifier', { identifier: 'acme.example' })).status).toBe(
      303,
    )
    expect((await (await w.as('ana')).get('/accounts/acme.example/users')).status).toBe(404)
    await w.setClock('0 seconds')
  })
})
