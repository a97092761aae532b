import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asNobody, tokenOf, withSession, withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'
import { operations as instanceOperations } from '../../instance/operations.ts'
import { tokenScopes } from '../../people/domain/personal-token.ts'
import { cursors } from '../../platform/http/index.ts'
import { operations as ownOperations } from '../operations.ts'

const sealed = { cursors: cursors(Buffer.alloc(32)) }
const parts = {
  settings: { newAccountsNeedProof: true } as never,
  key: Buffer.alloc(32),
  config: {} as never,
}
const operations = [...ownOperations({ ...sealed, ...parts }), ...instanceOperations(sealed)]
const nowhere = '01900000-0000-7000-8000-000000000000'
const pathOf = (path: string, id = nowhere, identifier = 'acme.example') =>
  path.replace(':id', id).replace(':identifier', identifier)
const codeOf = (text: string) => String(JSON.parse(text).type).split('#problem-')[1]

let w: World & AsyncDisposable
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

function call(client: ReturnType<typeof asNobody>, operation: (typeof operations)[number], id = nowhere) {
  const path = pathOf(operation.path, id)
  if (operation.method === 'GET') return client.get(path)
  const body = 'exampleBody' in operation ? operation.exampleBody : {}
  return client.post(path, body ?? {}, { 'If-Match': '"1"', 'Idempotency-Key': randomUUID() })
}

describe('a token', () => {
  it('does only what its scope says, for every operation and every scope', async () => {
    for (const scope of tokenScopes) {
      const luc = await withToken(w, 'luc', [scope])
      // So many calls in a minute are refused, whatever they ask for.
      await w.owner('delete from limits')
      const refusedBy = async (operation: (typeof operations)[number]) => {
        const answer = await call(luc, operation)
        return answer.status === 403 && codeOf(answer.text) === 'scope'
      }
      const foreign = operations.filter((operation) => operation.scope !== scope)
      expect([scope, (await Promise.all(foreign.map(refusedBy))).every(Boolean)]).toEqual([scope, true])
      for (const operation of operations.filter((one) => one.scope === scope))
        expect([operation.id, scope, await refusedBy(operation)]).toEqual([operation.id, scope, false])
    }
  })

  it('that reads never writes', () => {
    const writes = operations.filter(({ method }) => method === 'POST').map(({ scope }) => scope)
    expect(writes.every((scope) => scope.endsWith(':write'))).toBe(true)
    const reads = operations.filter(({ method }) => method === 'GET').map(({ scope }) => scope)
    expect(reads.every((scope) => scope.endsWith(':read'))).toBe(true)
  })

  it('that is unknown, misspelt or missing is answered 401, also beside a session that would do', async () => {
    const raul = await withSession(w, 'raul')
    for (const operation of operations) {
      const answer = await call(asNobody(w), operation)
      expect([operation.id, answer.status]).toEqual([operation.id, 401])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
    const token = await tokenOf(w, 'raul')
    for (const wrong of ['x', token.slice(0, -1), `${token}x`, token.toLowerCase(), '']) {
      const answer = await raul.get('/api/v1/requests', { Authorization: `Bearer ${wrong}` })
      expect(answer.status).toBe(401)
    }
  })

  it('dies with its person, and gives what they may do at the moment of the call', async () => {
    const vera = await withToken(w, 'vera')
    expect((await vera.get('/api/v1/accounts/acme.example/events')).status).toBe(200)
    const id = await w.idOf('vera')
    await w.owner('update grants set revoked_at = now() where person_id = $1', [id])
    expect((await vera.get('/api/v1/accounts/acme.example/events')).status).toBe(404)
    await w.owner(`update people set status = 'DISABLED' where id = $1`, [id])
    expect((await vera.get('/api/v1/requests')).status).toBe(401)
  })
})

describe('a session', () => {
  it('changes nothing from a foreign page, and reads for its own', async () => {
    const raul = await withSession(w, 'raul')
    expect((await raul.get('/api/v1/requests')).status).toBe(200)
    const body = { account: 'acme.example', reason: 'I look after the licences' }
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
    ]) {
      const answer = await raul.post('/api/v1/requests', body, headers)
      expect(answer.status).toBe(403)
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    }
  })
})

describe('every address of the API', () => {
  it('looks the same for what is not there and for what one may not see', async () => {
    const rows = await w.owner<{ id: string }>(
      `select r.id from access_requests r join accounts a on a.id = r.account_id
       where a.identifier <> 'globex.example' limit 2`,
    )
    const grants = await w.owner<{ id: string }>(
      `select g.id from grants g join accounts a on a.id = g.account_id where a.identifier <> 'globex.example' limit 2`,
    )
    const zoe = await withToken(w, 'zoe')
    const carla = await withToken(w, 'carla')
    for (const operation of operations.filter(({ path }) => path.includes(':id'))) {
      // So many calls in a minute are refused, whatever they ask for.
      await w.owner('delete from limits')
      const absent = await call(zoe, operation)
      expect([operation.id, absent.status]).toEqual([operation.id, 404])
      const ids = operation.path.includes('/grants/') ? grants : rows
      const tries = ids.flatMap(({ id }) => [zoe, carla].map((client) => call(client, operation, id)))
      for (const answer of await Promise.all(tries))
        expect([operation.id, answer.status, answer.text]).toEqual([operation.id, 404, absent.text])
    }
    const events = await zoe.get('/api/v1/accounts/initech.example/events')
    const unknown = await zoe.get('/api/v1/accounts/nobody.example/events')
    expect([events.status, events.text]).toEqual([404, unknown.text])
  })

  it('says which methods it has, and is a problem when it is none', async () => {
    const raul = await withToken(w, 'raul')
    const wrong = await raul.post('/api/v1/queue', {})
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const none = await raul.get('/api/v1/nothing')
    expect([none.status, codeOf(none.text)]).toEqual([404, 'not-found'])
  })
})

describe('a body', () => {
  const good = { account: 'nobody.example', reason: 'I look after the licences' }
  const hostile: [what: string, body: string, status: number][] = [
    ['is not JSON', '{"account":', 400],
    ['is not UTF-8', 'x', 400],
    ['is an array', '[]', 422],
    ['is null', 'null', 422],
    ['is a number', '7', 422],
    ['has a name twice', '{"account":"a.example","account":"b.example","reason":"I look after it"}', 422],
    [
      'hides a name twice',
      '{"account":"a.example","\\u0061ccount":"b.example","reason":"I look after it"}',
      422,
    ],
    ['has __proto__', '{"account":"a.example","reason":"I look after it","__proto__":{"role":"SA"}}', 422],
    ['has constructor', '{"account":"a.example","reason":"I look after it","constructor":{}}', 422],
    ['is too deep', `{"account":${'['.repeat(6)}${']'.repeat(6)}}`, 422],
    ['has a number for a text', '{"account":1,"reason":"I look after it"}', 422],
    ['has a text for null', '{"account":"a.example","reason":"I look after it","role":"null"}', 422],
    ['has a list for a text', '{"account":["a.example"],"reason":"I look after it"}', 422],
    ...['status', 'version', 'accountId', 'requesterId', 'decidedBy', 'stage'].map(
      (name): [string, string, number] => [
        `sets ${name}`,
        JSON.stringify({ ...good, [name]: name === 'version' ? 9 : 'APPROVED' }),
        422,
      ],
    ),
  ]

  it.each(hostile)('that %s is refused', async (_, body, status) => {
    const raul = await withToken(w, 'raul')
    const answer = await raul.post('/api/v1/requests', body)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
  })

  it('says field by field what is wrong, in the language of the caller', async () => {
    const raul = await withToken(w, 'raul')
    const answer = await raul.post('/api/v1/requests', { account: 1, extra: true })
    const { errors, title } = JSON.parse(answer.text)
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/account',
      '/reason',
      '/extra',
    ])
    expect(title).toBe('Quelque chose ne convient pas dans la requête')
  })

  it('must be JSON by its type, and small', async () => {
    const raul = await withToken(w, 'raul')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const answer = await raul.post('/api/v1/requests', good, { 'Content-Type': type })
      expect([type, answer.status]).toEqual([type, 415])
    }
    const large = await raul
      .post('/api/v1/requests', 'x'.repeat(10 * 1024 * 1024))
      .catch(() => ({ status: 413, text: '{"type":"#problem-too-large"}' }))
    expect([large.status, codeOf(large.text)]).toEqual([413, 'too-large'])
  })
})
