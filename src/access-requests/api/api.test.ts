import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, withSession, withToken } from '../../../test/world/api-client.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { examine } from '../../instance/doctor/examine.ts'
import { decidedSchema, requestListSchema, requestSchema } from './request.schema.ts'

let w: World & AsyncDisposable
let raul: ApiClient
let ana: ApiClient
beforeEach(async () => {
  w = await world()
  raul = await withToken(w, 'raul')
  ana = await withToken(w, 'ana')
})
afterEach(() => w.end())

const wish = {
  account: ' HTTPS://ACME.example/ ',
  reason: 'I look after the licences of Paris',
  scope: { kind: 'ACCOUNT' },
  role: 'SU',
}
const approval = { role: 'SU', scope: { kind: 'ACCOUNT' }, end: { kind: 'ASKED' } }
const seen = (version: number) => ({ 'If-Match': `"${version}"` })
const codeOf = (text: string) => String(JSON.parse(text).type).split('#problem-')[1]

async function sent(): Promise<string> {
  const answer = await raul.post('/api/v1/requests', wish)
  expect(answer.status).toBe(201)
  return requestSchema.parse(JSON.parse(answer.text)).id
}

describe('somebody who asks', () => {
  it('sends, finds, reads, amends, and withdraws a request', async () => {
    const id = await sent()
    const list = requestListSchema.parse(JSON.parse((await raul.get('/api/v1/requests')).text))
    expect(list.items[0]?.id).toBe(id)
    const one = await raul.get(`/api/v1/requests/${id}`)
    expect([one.status, one.headers.get('etag')]).toEqual([200, '"1"'])
    const reason = 'I look after the licences of Lyon, too'
    const amended = await raul.post(`/api/v1/requests/${id}/amend`, { reason, role: 'SV' }, seen(1))
    expect(requestSchema.parse(JSON.parse(amended.text))).toMatchObject({
      version: 2,
      reason,
      ask: { role: 'SV' },
    })
    const withdrawn = await raul.post(`/api/v1/requests/${id}/withdraw`)
    expect(requestSchema.parse(JSON.parse(withdrawn.text))).toMatchObject({ status: 'WITHDRAWN', version: 3 })
  })

  it('learns nothing about accounts that are hidden from them', async () => {
    const answers = await Promise.all(
      ['initech.example', 'nobody.example', 'not an identifier', 'acme.example.'.repeat(30)].map((account) =>
        raul.post('/api/v1/requests', { ...wish, account }),
      ),
    )
    for (const { status, text } of answers) expect([status, text]).toEqual([404, answers[0]?.text])
  })

  it('is refused as on the pages', async () => {
    const id = await sent()
    const again = await raul.post('/api/v1/requests', wish)
    expect([again.status, codeOf(again.text), JSON.parse(again.text).current.id]).toEqual([
      409,
      'duplicate-open-request',
      id,
    ])
    const early = await raul.post(`/api/v1/requests/${id}/remind`)
    expect([early.status, codeOf(early.text)]).toEqual([409, 'too-early-to-remind'])
    const same = await raul.post(`/api/v1/requests/${id}/amend`, { ...wish, account: undefined }, seen(1))
    expect([same.status, codeOf(same.text)]).toEqual([422, 'nothing-changed'])
    const own = await raul.post(`/api/v1/requests/${id}/approve`, approval, seen(1))
    expect([own.status, codeOf(own.text)]).toEqual([403, 'own-request'])
    const wrong = await raul.post('/api/v1/requests', { ...wish, role: 'XX', scope: { kind: 'ALL' } })
    const [scope, role] = JSON.parse(wrong.text).errors
    expect([wrong.status, role.pointer, scope.pointer]).toEqual([422, '/role', '/scope/kind'])
    expect(role.detail).toContain('"SU"')
    expect(scope.detail).toContain('"ACCOUNT", "VIRTUAL", "UNSURE"')
    const half = await raul.post('/api/v1/requests', {
      ...wish,
      role: { custom: crypto.randomUUID(), versoin: 1 },
    })
    expect(JSON.parse(half.text).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/role/version',
      '/role/versoin',
    ])
    const short = await raul.post('/api/v1/requests', { ...wish, account: 'globex.example', reason: 'pls' })
    expect([short.status, JSON.parse(short.text).errors[0].pointer]).toEqual([422, '/reason'])
  })

  it('is limited in how many accounts they look up', async () => {
    const answers: number[] = []
    for (let n = 0; n < 21; n++) {
      const answer = await raul.post('/api/v1/requests', { ...wish, account: `n${n}.example` })
      answers.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect([answers.slice(0, 20).every((status) => status === 404), answers[20]]).toEqual([true, 429])
  })
})

describe('an Idempotency-Key', () => {
  const key = { 'Idempotency-Key': 'the-first-one' }

  it('gives the same answer to the same call, and refuses another', async () => {
    const first = await raul.post('/api/v1/requests', wish, key)
    const second = await raul.post('/api/v1/requests', wish, key)
    expect([second.status, second.text]).toEqual([first.status, first.text])
    const replayed = [first, second].map(({ headers }) => headers.get('idempotency-replayed'))
    expect(replayed).toEqual([null, 'true'])
    const other = await raul.post('/api/v1/requests', { ...wish, reason: 'Quite another reason' }, key)
    expect([other.status, codeOf(other.text)]).toEqual([409, 'key-used'])
    const { id } = JSON.parse(first.text)
    const crossed = await raul.post(`/api/v1/requests/${id}/withdraw`, {}, key)
    expect([crossed.status, codeOf(crossed.text)]).toEqual([409, 'key-used'])
    const mine = { 'Idempotency-Key': 'another' }
    const withdrawn = await raul.post(`/api/v1/requests/${id}/withdraw`, {}, mine)
    const repeated = await raul.post(`/api/v1/requests/${id}/withdraw`, {}, mine)
    expect([repeated.status, repeated.text]).toEqual([200, withdrawn.text])
    expect(repeated.headers.get('idempotency-replayed')).toBe('true')
  })

  it('says of several requests sent again that they were', async () => {
    const body = { accounts: ['acme.example', 'nobody.example'], reason: wish.reason }
    const mine = { 'Idempotency-Key': 'several' }
    await w.owner('delete from limits')
    const first = await raul.post('/api/v1/requests-for-several', body, mine)
    const second = await raul.post('/api/v1/requests-for-several', body, mine)
    expect([first.status, second.text]).toEqual([200, first.text])
    const replayed = [first, second].map(({ headers }) => headers.get('idempotency-replayed'))
    expect(replayed).toEqual([null, 'true'])
  })

  it('sends one request when two calls come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => raul.post('/api/v1/requests', wish, key)),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    const rows = await w.owner(
      `select 1 from access_requests where requester_id = $1 and status = 'PENDING'`,
      [await w.idOf('raul')],
    )
    expect(rows).toHaveLength(1)
  })

  it('decides once when two calls come at once', async () => {
    const id = await sent()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        ana.post(`/api/v1/requests/${id}/approve`, approval, { ...seen(1), ...key }),
      ),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await w.owner('select 1 from decisions where request_id = $1', [id])).toHaveLength(1)
  })

  it('must be short and visible', async () => {
    for (const wrong of ['x'.repeat(101), 'a b']) {
      const answer = await raul.post('/api/v1/requests', wish, { 'Idempotency-Key': wrong })
      expect([answer.status, codeOf(answer.text)]).toEqual([400, 'key-shape'])
    }
  })
})

describe('somebody who decides', () => {
  it('finds a request in the queue and approves it', async () => {
    const id = await sent()
    const queue = requestListSchema.parse(JSON.parse((await ana.get('/api/v1/queue')).text))
    expect(queue.items.map((item) => item.id)).toContain(id)
    const answer = await ana.post(`/api/v1/requests/${id}/approve`, approval, seen(1))
    expect(decidedSchema.parse(JSON.parse(answer.text))).toMatchObject({
      outcome: 'APPROVED',
      request: { status: 'APPROVED', version: 2 },
    })
    const access = JSON.parse((await raul.get('/api/v1/access')).text)
    expect(access.items).toMatchObject([{ account: { identifier: 'acme.example' }, role: 'SU' }])
  })

  it('says which version they saw, and is told what it is now', async () => {
    const id = await sent()
    const path = `/api/v1/requests/${id}/decline`
    const decline = { code: 'ASK_ELSEWHERE', text: 'Please ask your own team.' }
    expect((await ana.post(path, decline)).status).toBe(428)
    expect((await ana.post(path, decline, { 'If-Match': '1' })).status).toBe(400)
    const stale = await ana.post(path, decline, seen(7))
    expect([stale.status, codeOf(stale.text), JSON.parse(stale.text).current.version]).toEqual([
      409,
      'stale-version',
      1,
    ])
    expect(JSON.parse((await ana.post(path, decline, seen(1))).text).outcome).toBe('DECLINED')
    const late = await ana.post(path, decline, seen(1))
    expect([late.status, codeOf(late.text), JSON.parse(late.text).current.status]).toEqual([
      409,
      'already-settled',
      'DECLINED',
    ])
  })

  it('gives an administrator role only with a password typed just now, which a token never has', async () => {
    const id = await sent()
    const administrator = { ...approval, role: 'SA', note: 'You look after all of it.' }
    const refused = await ana.post(`/api/v1/requests/${id}/approve`, administrator, seen(1))
    expect([refused.status, codeOf(refused.text)]).toEqual([403, 'recent-sign-in-needed'])
    const session = await withSession(w, 'ana')
    const first = await session.post(`/api/v1/requests/${id}/approve`, administrator, seen(1))
    expect(JSON.parse(first.text).outcome).toBe('FIRST_OF_TWO')
  })

  it('who may not decide a request does not see it, or is refused', async () => {
    const id = await sent()
    for (const [who, status] of [
      ['luc', 404],
      ['vera', 404],
      ['carla', 404],
      ['sam', 403],
    ] as const) {
      const client = await withToken(w, who)
      const answer = await client.post(`/api/v1/requests/${id}/approve`, approval, seen(1))
      expect([who, answer.status]).toEqual([who, status])
    }
  })

  it('takes a grant back, but not the last administrator', async () => {
    const id = await sent()
    await ana.post(`/api/v1/requests/${id}/approve`, approval, seen(1))
    const [grant] = JSON.parse((await raul.get('/api/v1/access')).text).items
    const path = `/api/v1/accounts/acme.example/grants/${grant.id}/take-back`
    const key = { 'Idempotency-Key': 'taken' }
    expect((await ana.post(path, {}, key)).status).toBe(200)
    expect((await ana.post(path, {}, key)).status).toBe(200)
    expect(JSON.parse((await raul.get('/api/v1/access')).text).items).toEqual([])
    expect(codeOf((await ana.post(path)).text)).toBe('grant-already-over')
    const carla = await withSession(w, 'carla')
    const [own] = JSON.parse((await carla.get('/api/v1/access')).text).items
    const last = await carla.post(`/api/v1/accounts/globex.example/grants/${own.id}/take-back`)
    expect([last.status, codeOf(last.text)]).toEqual([409, 'last-administrator'])
    const { broken } = await examine(w.db)
    expect(broken).toEqual([])
  })
})

describe('the pages and the API', () => {
  it('refuse the same with the same status', async () => {
    const id = await sent()
    const form = { version: '1', scope: 'ACCOUNT', role: 'SU', end: 'NONE', ends: '', note: '' }
    const decline = { version: '1', code: 'OTHER', text: 'Please ask your own team.', private: '', block: '' }
    const spoken = { code: decline.code, text: decline.text }
    const given = { role: 'SU', scope: { kind: 'ACCOUNT' }, end: { kind: 'NONE' } }
    const path = `/requests/${id}`
    const compare = async (who: CastMember, what: 'approve' | 'decline', version: number) => {
      const page = await (await w.as(who)).post(`${path}/${what}`, {
        ...(what === 'approve' ? form : decline),
        version: String(version),
      })
      const api = await (await withSession(w, who)).post(
        `/api/v1${path}/${what}`,
        what === 'approve' ? given : spoken,
        seen(version),
      )
      expect([who, what, api.status]).toEqual([who, what, page.status])
    }
    for (const who of ['raul', 'luc', 'vera', 'carla', 'zoe', 'sam', 'olga'] as const) {
      await compare(who, 'approve', 1)
      await compare(who, 'decline', 1)
    }
    await compare('ana', 'approve', 9)
    await ana.post(`/api/v1${path}/approve`, given, seen(1))
    await compare('ben', 'approve', 1)
    await compare('ben', 'decline', 1)
  })
})

describe('a cursor', () => {
  it('leads through a list, for the person and filter it was made for only', async () => {
    await w.owner(
      `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, version,
         status_changes, ask_scope, reason, account_name, profile, submitted_at, due_at, expires_at, settled_at)
       select a.id, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'AR-0000-' || lpad(n::text, 4, '0'),
         p.id, p.id, 'WITHDRAWN', 2, 1, 'UNSURE', 'I look after it', a.name, '{}', now(), now(), now(), now()
       from accounts a, people p, generate_series(1, 60) n
       where a.identifier = 'acme.example' and p.address = 'raul@acme.example'`,
    )
    const first = JSON.parse((await raul.get('/api/v1/requests')).text)
    expect(first.items).toHaveLength(50)
    const next = `/api/v1/requests?after=${encodeURIComponent(first.after)}`
    const second = JSON.parse((await raul.get(next)).text)
    expect([second.items.length, second.after]).toEqual([10, null])
    expect((await ana.get(next)).status).toBe(422)
    expect((await raul.get(`${next}&show=open`)).status).toBe(422)
    expect((await raul.get('/api/v1/requests?after=x.y')).status).toBe(422)
    expect((await raul.get('/api/v1/requests?show=all&show=open')).status).toBe(422)
    expect((await raul.get('/api/v1/requests?offset=10')).status).toBe(422)
  })
})
