import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withSession } from '../../../test/world/api-client.ts'
import { placeId } from '../../../test/world/acts.ts'
import { items, type Programs, programsOf, saidOf, told } from '../../../test/world/programs.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let get: Programs['get']
let post: Programs['post']
let as: Programs['as']
beforeAll(async () => {
  w = await world()
  const programs = await programsOf(w, ['ana', 'ben', 'vera', 'raul', 'zoe', 'sam', 'luc'])
  get = programs.get
  post = programs.post
  as = programs.as
})
afterAll(() => w.end())
beforeEach(() => w.owner('delete from limits'))

const acme = '/api/v1/accounts/acme.example'

describe('a program that asks for others, or for much', () => {
  const reason = 'They look after the licences of our house from next week on.'

  it('asks for a colleague, who confirms; a stranger’s look-up counts', async () => {
    const asked = await post('luc', '/api/v1/requests-for-colleagues', {
      colleague: 'raul@acme.example',
      account: 'acme.example',
      reason,
      role: 'SV',
    })
    expect(asked.status).toBe(201)
    const one = `/api/v1/requests-for-colleagues/${asked.id}`
    expect((await get('zoe', one)).status).toBe(404)
    expect((await get('raul', one)).body).toMatchObject({ isForYou: true, status: 'WAITING', role: 'SV' })
    expect((await post('luc', `${one}/confirm`, {})).status).toBe(404)
    const confirmed = await post('raul', `${one}/confirm`, {})
    expect([confirmed.status, confirmed.body['status']]).toEqual([200, 'CONFIRMED'])
    expect((await get('raul', `/api/v1/requests/${String(confirmed.body['requestId'])}`)).status).toBe(200)
    expect(saidOf(await post('luc', `${one}/withdraw`, {}))).toEqual([409, 'answered'])
    await post('raul', `/api/v1/requests/${String(confirmed.body['requestId'])}/withdraw`, {})
    const before = (await w.owner(`select 1 from look_ups`)).length
    const missed = await post('luc', '/api/v1/requests-for-colleagues', {
      colleague: 'raul@acme.example',
      account: 'no-such.example',
      reason,
    })
    expect([missed.status, (await w.owner(`select 1 from look_ups`)).length]).toEqual([404, before + 1])
    const stranger = { colleague: 'zoe@elsewhere.example', account: 'acme.example', reason }
    expect(saidOf(await post('luc', '/api/v1/requests-for-colleagues', stranger))).toEqual([
      422,
      'not-a-colleague',
    ])
    expect(items(await get('luc', '/api/v1/requests-for-colleagues'))).toHaveLength(1)
  })

  it('asks several accounts at once, and nothing twice', async () => {
    const body = { accounts: ['https://globex.example/', 'no-such.example'], reason }
    const key = { 'Idempotency-Key': randomUUID() }
    const first = told(await as('zoe').post('/api/v1/requests-for-several', body, key))
    expect(first.body).toMatchObject({
      items: [{ problem: null }, { requestId: null, problem: { code: 'not-found' } }],
    })
    const again = told(await as('zoe').post('/api/v1/requests-for-several', body, key))
    expect(again.body).toEqual(first.body)
    expect(items(await get('zoe', '/api/v1/directory?find=globex'))[0]).toMatchObject({
      identifier: 'globex.example',
      roles: [],
      request: { status: 'PENDING' },
    })
    expect(items(await get('zoe', '/api/v1/directory?find=initech'))).toEqual([])
    await post('zoe', `/api/v1/requests/${String(items(first)[0]?.['requestId'])}/withdraw`, {})
  })
})

describe('a program that stands in, invites, reviews and changes', () => {
  it('chooses who stands in, and is told why not', async () => {
    const { body } = await get('ana', '/api/v1/away/delegates')
    expect(body['deciding']).toMatchObject([{ account: 'acme.example' }])
    const personId = await w.idOf('ben')
    const chosen = await post('ana', '/api/v1/away/delegates', { account: 'acme.example', personId })
    expect(chosen.body).toMatchObject({ deciding: [{ chosen: personId }] })
    const back = { account: 'acme.example', personId: await w.idOf('ana') }
    expect(saidOf(await post('ben', '/api/v1/away/delegates', back))).toEqual([409, 'cycle'])
    expect((await post('ben', '/api/v1/away/delegates/stop', back)).status).toBe(200)
    expect((await post('raul', '/api/v1/away/delegates', back)).status).toBe(404)
  })

  it('sends an invitation again only once a day, takes it back; the invited answer for themselves', async () => {
    const people = [
      { address: 'nora@fresh.example', role: 'SV' },
      { address: 'zoe@elsewhere.example', role: 'SV' },
    ]
    expect(items(await post('ana', `${acme}/users`, { people })).map(({ outcome }) => outcome)).toEqual([
      'INVITED',
      'INVITED',
    ])
    const sent = items(await get('ana', `${acme}/invitations`))
    const nora = sent.find(({ to }) => to === 'nora@fresh.example')?.['id']
    expect(saidOf(await post('ana', `${acme}/invitations/${String(nora)}/send-again`, {}))).toEqual([
      429,
      'invited-too-often',
    ])
    expect((await post('ana', `${acme}/invitations/${String(nora)}/withdraw`, {})).body['outcome']).toBe(
      'WITHDRAWN',
    )
    const [own] = items(await get('zoe', '/api/v1/invitations'))
    expect((await post('raul', `/api/v1/invitations/${String(own?.['id'])}/accept`, {})).status).toBe(404)
    expect((await post('zoe', `/api/v1/invitations/${String(own?.['id'])}/accept`, {})).body['outcome']).toBe(
      'GIVEN',
    )
    expect((await post('zoe', `${acme}/leave`, {})).status).toBe(200)
    expect((await post('zoe', `${acme}/leave`, {})).status).toBe(404)
  })

  it('starts a review, and never one of what it does not administer', async () => {
    const paris = await placeId(w, 'acme.example', 'Paris')
    const of = (virtualAccountId: string) => ({ selection: { kind: 'PLACE', virtualAccountId } })
    expect((await post('vera', `${acme}/reviews`, { selection: { kind: 'ALL' } })).code).toBe(
      'above-own-rights',
    )
    expect((await post('vera', `${acme}/reviews`, of(paris))).status).toBe(201)
    expect((await post('vera', `${acme}/reviews`, of(randomUUID()))).status).toBe(422)
    expect((await post('luc', `${acme}/reviews`, of(paris))).status).toBe(404)
  })

  it('asks for a change of the whole account with a password only, and agrees as two people', async () => {
    const body = { kind: 'TYPE', type: 'HOLDING', reason: 'The group was founded in November.' }
    expect(saidOf(await post('ana', `${acme}/changes`, body))).toEqual([403, 'recent-sign-in-needed'])
    const session = await withSession(w, 'ana')
    const asked = await post(session, `${acme}/changes`, body)
    expect([asked.status, asked.body['firstBy']]).toEqual([201, null])
    const change = `${acme}/changes/${asked.id}`
    expect((await get('raul', change)).status).toBe(404)
    expect((await get('ana', '/api/v1/account-changes')).status).toBe(404)
    expect(items(await get('sam', '/api/v1/account-changes'))).toContainEqual({
      ...asked.body,
      account: 'acme.example',
    })
    expect(saidOf(await post('sam', `${change}/agree`, {}, 1))).toEqual([403, 'recent-sign-in-needed'])
    const [sam, olga] = [await withSession(w, 'sam'), await withSession(w, 'olga')]
    expect((await post(sam, `${change}/agree`, {}, 1)).body['firstBy']).toBe(await w.idOf('sam'))
    expect(saidOf(await post(sam, `${change}/agree`, {}, 2))).toEqual([403, 'same-person'])
    expect((await post(olga, `${change}/agree`, {}, 1)).code).toBe('stale-version')
    const done = await post(olga, `${change}/agree`, {}, 2)
    expect([done.body['outcome'], (await get('ana', acme)).body['type']]).toEqual(['DONE', 'HOLDING'])
    expect((await post('ana', `${change}/withdraw`, {}, 3)).code).toBe('change-settled')
  })

  it('says that its case is solved, and takes it up again', async () => {
    const opened = await post('luc', '/api/v1/cases', { text: 'The list of my requests stays empty.' })
    const one = `/api/v1/cases/${opened.id}`
    expect((await post('ana', `${one}/solve`, {})).status).toBe(404)
    expect((await post('luc', `${one}/solve`, {})).body['status']).toBe('RESOLVED')
    expect((await post('luc', `${one}/reopen`, { text: 'It is empty again.' })).body['status']).toBe('OPEN')
  })
})
