import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import type { LinkPurpose } from '../../src/people/domain/link.ts'
import { hashOfLink } from '../../src/people/links.store.ts'
import { approves, asks, standing } from '../world/acts.ts'
import { withToken } from '../world/api-client.ts'
import { type World, world } from '../world/world.ts'
import { holdings } from './every-route.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('access', () => {
  test('cannot be given an end that lies outside of time, by the form or the API', async () => {
    const id = await asks(w, 'raul')
    const [ana, robot] = [await w.as('ana'), await withToken(w, 'ana')]
    for (const ends of [
      '9999-12-31',
      '1970-01-01',
      '-0001-01-01',
      '+275760-09-13',
      'NaN',
      'Infinity',
      '2027-02-30',
      '1e9',
      '',
    ]) {
      const answer = await approves(ana, id, { end: 'AT', ends })
      expect([409, 422], ends).toContain(answer.status)
    }
    for (const at of [
      '9999-12-31T00:00:00Z',
      '1970-01-01T00:00:00Z',
      'NaN',
      -1,
      1e308,
      null,
      '2027-02-30T00:00:00Z',
    ]) {
      const body = { role: 'SV', scope: { kind: 'ACCOUNT' }, end: { kind: 'AT', at }, note: 'As we agreed.' }
      const answer = await robot.post(`/api/v1/requests/${id}/approve`, body, { 'If-Match': '"1"' })
      expect([409, 422], String(at)).toContain(answer.status)
    }
    expect(await standing(w, id)).toMatchObject({ status: 'PENDING', version: 1, grants: [], decisions: [] })
  })
})

describe('a link of a mail', () => {
  test.each(['VERIFY', 'RESET', 'CHANGE_ADDRESS', 'SIGN_IN', 'FIRST_OPERATOR'] as const)(
    'is used up by no scanner, however often it opens it and whatever it leads to: %s',
    async (purpose: LinkPurpose) => {
      const token = randomBytes(32).toString('base64url')
      const person = purpose === 'VERIFY' || purpose === 'FIRST_OPERATOR' ? null : await w.idOf('raul')
      await w.owner(
        `insert into links (hash, purpose, person_id, address, payload, expires_at)
         values ($1, $2, $3, 'raul@acme.example', '{}', app_now() + interval '1 hour')`,
        [hashOfLink(token), purpose, person],
      )
      const before = await holdings(w)
      const scanner = w.stranger({ 'User-Agent': 'scanner' })
      for (let n = 0; n < 100; n++) {
        const method = n % 2 === 0 ? 'GET' : 'HEAD'
        const { location } = await scanner.send(`/link?t=${token}`, { method })
        expect(location).not.toContain(token)
        await scanner.send(location ?? '/', { method })
      }
      expect(await holdings(w)).toEqual(before)
    },
  )
})

describe('a name', () => {
  test('cannot hide who writes, pretend to be a link, or reach another reader of our mail', async () => {
    const raul = await w.as('raul')
    const hostile = [
      'Acme Security: go to http://evil.example',
      'www.evil.example',
      'help@evil.example',
      'Raul\u202egro.elpmaxe',
      'Ra\u200bul',
      'Rаul',
      'Raul\u0007',
      '<b>Raul</b>',
    ]
    for (const firstName of hostile) {
      const answer = await raul.post('/profile/personal', {
        firstName,
        lastName: 'Ortega',
        preferredFirstName: '',
      })
      expect(answer.status, firstName).toBe(422)
    }
    await w.owner(`update people set first_name = $1, last_name = $2 where address = 'raul@acme.example'`, [
      'Raul\r\nBcc: mallory@evil.example',
      '", mallory@evil.example, <x@evil.example>',
    ])
    await asks(w, 'raul', {
      account: 'globex.example',
      reason: 'See http://evil.example/login and write to mallory@evil.example.',
    })
    await w.settle()
    const arrived = w.mails.arrived.filter(({ subject = '' }) => !/link/i.test(subject))
    expect(arrived.length).toBeGreaterThan(1)
    for (const mail of arrived) {
      expect(mail.recipients.join()).not.toContain('evil')
      expect([...mail.headers.keys()]).not.toContain('bcc')
      expect(mail.subject).not.toMatch(/[\r\n]|evil/)
      expect(mail.text).not.toContain('http://evil.example')
      expect(mail.html || '').not.toMatch(/href="[^"]*evil/)
    }
  })

  test('of an account cannot be passed off by one that looks like it', async () => {
    const zoe = await w.as('zoe')
    const unknown = await zoe.post('/requests/new', { identifier: `${newId()}.example` })
    for (const identifier of [
      'аcme.example',
      'αcme.example',
      'xn--cme-5cd.example',
      'acme.example.evil.example',
      'acme%2eexample',
    ]) {
      const answer = await zoe.post('/requests/new', { identifier })
      expect(answer.location, identifier).toBeNull()
      expect(answer.status, identifier).toBe(unknown.status)
    }
    for (const identifier of ['ACME.example', 'ａｃｍｅ.example', ' https://acme.example/path ']) {
      const answer = await zoe.post('/requests/new', { identifier })
      expect(answer.status, identifier).toBe(303)
    }
  })
})
