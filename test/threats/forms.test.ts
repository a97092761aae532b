import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { type LinkPurpose } from '../../src/people/domain/link.ts'
import { hashOfLink } from '../../src/people/links.store.ts'
import { approval, asks, refusal } from '../world/acts.ts'
import { withToken } from '../world/api-client.ts'
import { goodPassword } from '../world/links.ts'
import type { Fields, Visitor } from '../world/visitor.ts'
import { type CastMember, type World, world } from '../world/world.ts'
import { everyRoute, filled, holdings } from './every-route.ts'

let w: World
let ids: Record<string, string> = {}

beforeAll(async () => {
  w = await world()
  const request = await asks(w, 'raul', { account: 'globex.example' })
  const [grant] = await w.owner<{ id: string }>(
    `select g.id from grants g join people p on p.id = g.person_id where p.address = 'luc@acme.example' and g.revoked_at is null`,
  )
  const [pending] = await w.owner<{ id: string }>(
    `select r.id from access_requests r join accounts a on a.id = r.account_id
     where a.identifier = 'acme.example' and r.status = 'PENDING' limit 1`,
  )
  ids = {
    request,
    grant: grant?.id ?? '',
    pending: pending?.id ?? '',
    person: await w.idOf('zoe'),
    raul: await w.idOf('raul'),
  }
})
afterAll(() => w.end())

type Form = {
  readonly as?: CastMember
  readonly link?: LinkPurpose
  readonly id?: string
  readonly fields?: () => Fields
  /** Reads nothing of what is sent, so that nothing can be slipped in. */
  readonly isButton?: true
  /** Fields that may come several times. */
  readonly lists?: readonly string[]
}

const names = { firstName: 'Nora', lastName: 'Lind' }
const ticked = () => ({ request: [`${ids['pending']}:1`] })

/** Every form of the application, with what a browser would send. */
const forms: Record<string, Form> = {
  '/sign-up': { fields: () => ({ ...names, address: 'nora@new.example', password: goodPassword }) },
  '/sign-in': { fields: () => ({ address: 'ana@acme.example', password: goodPassword, next: '/queue' }) },
  '/sign-out': { as: 'zoe', isButton: true },
  '/verify-address': { link: 'VERIFY', fields: () => ({ ...names, password: goodPassword }) },
  '/forgotten-password': { fields: () => ({ address: 'ana@acme.example' }) },
  '/reset-password': { link: 'RESET', fields: () => ({ password: goodPassword }) },
  '/sign-in-link': { link: 'SIGN_IN', isButton: true },
  '/first-operator': {
    link: 'FIRST_OPERATOR',
    fields: () => ({ ...names, address: 'nora@new.example', password: goodPassword }),
  },
  '/confirm-address': { as: 'raul', link: 'CHANGE_ADDRESS', isButton: true },
  '/confirm-password': { as: 'raul', fields: () => ({ password: goodPassword, next: '/profile' }) },
  '/profile/personal': {
    as: 'raul',
    fields: () => ({ ...names, preferredFirstName: 'Nora', next: '/profile' }),
  },
  '/profile/company': {
    as: 'raul',
    fields: () => ({
      company: 'ACME',
      country: 'FR',
      siteAddress: 'Here',
      companyPhone: '',
      next: '/profile',
    }),
  },
  '/profile/preferences': { as: 'raul', fields: () => ({ locale: 'en', timeZone: 'Europe/Rome' }) },
  '/profile/password': {
    as: 'raul',
    fields: () => ({ currentPassword: 'wrong one this is', password: goodPassword }),
  },
  '/profile/address': { as: 'raul', fields: () => ({ address: 'raul@other.example' }) },
  '/profile/address/verify-again': { as: 'raul', isButton: true },
  '/profile/sessions/end': { as: 'raul', fields: () => ({ which: newId() }) },
  '/profile/tokens/new': {
    as: 'raul',
    fields: () => ({ name: 'robot', scopes: ['requests:read'], days: '30' }),
    lists: ['scopes'],
  },
  '/profile/tokens/:id/revoke': { as: 'raul', isButton: true },
  '/language': { as: 'raul', fields: () => ({ locale: 'en', return: '/' }) },
  '/theme': { as: 'raul', fields: () => ({ theme: 'dark', return: '/' }) },
  '/requests/new': { as: 'zoe', fields: () => ({ identifier: 'acme.example' }) },
  '/requests/new/reason': {
    as: 'zoe',
    fields: () => ({
      account: 'acme.example',
      key: newId(),
      reason: 'I prepare the roll-out in Lyon and need to see its licences.',
      scope: 'unsure',
      named: '',
      role: '',
      ends: '',
    }),
    lists: ['virtualAccount'],
  },
  '/requests/new/keep': { as: 'zoe', fields: () => ({ identifier: 'acme.example' }), isButton: true },
  '/requests/:id/amend': {
    as: 'raul',
    id: 'request',
    fields: () => ({
      version: '1',
      reason: 'I prepare the roll-out in Bath and need to see its licences.',
      scope: 'account',
      named: '',
      role: '',
      ends: '',
    }),
    lists: ['virtualAccount'],
  },
  '/requests/:id/withdraw': { as: 'raul', id: 'request' },
  '/requests/:id/remind': { as: 'raul', id: 'request' },
  '/requests/:id/approve': { as: 'carla', id: 'request', fields: approval, lists: ['va'] },
  '/requests/:id/decline': { as: 'carla', id: 'request', fields: refusal },
  '/queue/selected': { as: 'ana', fields: ticked, lists: ['request'] },
  '/queue/decide': {
    as: 'ana',
    fields: () => ({ ...ticked(), what: 'decline', code: 'NOT_NEEDED', text: 'The Paris team does it.' }),
    lists: ['request'],
  },
  '/accounts/:identifier/grants/:id/take-back': { as: 'ana', id: 'grant' },
  '/operator/accounts/new': {
    as: 'olga',
    fields: () => ({
      identifier: 'new.example',
      name: 'New',
      type: 'CUSTOMER',
      visibility: 'LISTED',
      timeZone: 'UTC',
      verifiedDomains: '',
      administrator: 'zoe@elsewhere.example',
    }),
  },
  '/operator/accounts/:identifier/visibility': { as: 'olga', fields: () => ({ visibility: 'RESTRICTED' }) },
  '/operator/accounts/:identifier/virtual-accounts': {
    as: 'olga',
    fields: () => ({ name: 'Nantes', parent: '' }),
  },
  '/operator/people/new': {
    as: 'olga',
    fields: () => ({ ...names, address: 'nora@new.example', locale: 'en', timeZone: 'UTC' }),
  },
  '/operator/people/:id/disable': { as: 'olga', id: 'person' },
  '/operator/people/:id/enable': { as: 'olga', id: 'person' },
}

const all = Object.entries(forms).map(([path, form]) => ({ path, ...form }))
const quiet = ['auth.session', 'limits', 'look_ups']
const ownThings = [
  ...quiet,
  'auth.user',
  'people',
  'links',
  'drafts',
  'events',
  'chain_heads',
  'event_details',
  'jobs',
  'mails',
]

async function link(purpose: LinkPurpose): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const person = purpose === 'VERIFY' || purpose === 'FIRST_OPERATOR' ? null : ids['raul']
  const address = person
    ? `raul@${purpose === 'CHANGE_ADDRESS' ? 'moved' : 'acme'}.example`
    : 'nora@new.example'
  await w.owner(
    `insert into links (hash, purpose, person_id, address, payload, expires_at)
     values ($1, $2, $3, $4, '{}', app_now() + interval '1 hour')`,
    [hashOfLink(token), purpose, person, address],
  )
  return token
}

async function senderOf(form: Form): Promise<Visitor> {
  await w.settle()
  const visitor = form.as ? await w.as(form.as) : w.stranger()
  if (form.link) visitor.setCookie('vestibule-link', await link(form.link))
  return visitor
}

const pathOf = (path: string, form: Form) =>
  filled(path, { identifier: 'acme.example', id: (form.id && ids[form.id]) || newId() })

function encoded(fields: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const item of typeof value === 'string' ? [value] : value) body.append(name, item)
  }
  return body
}

const slipped = [
  ['account_id', newId()],
  ['status', 'APPROVED'],
  ['decided_by', newId()],
  ['isOperator', 'yes'],
  ['__proto__', 'x'],
  ['__proto__[isOperator]', 'yes'],
  ['constructor', 'x'],
  ['toString', 'x'],
  ['', 'x'],
] as const

test('every form is tried here', () => {
  const posts = everyRoute(w)
    .filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'))
    .map(({ path }) => path)
  expect(Object.keys(forms).toSorted()).toEqual(posts.toSorted())
})

describe('a form', () => {
  test.each(all.filter(({ isButton }) => !isButton))(
    'takes no field that it does not have, and none twice: $path',
    async ({ path, ...form }) => {
      const visitor = await senderOf(form)
      const at = pathOf(path, form)
      const fields = form.fields?.() ?? {}
      const bodies = slipped.map(([name, value]) => {
        const body = encoded(fields)
        body.append(name, value)
        return body
      })
      for (const [name, value] of Object.entries(fields)) {
        const single = typeof value === 'string' ? value : (value[0] ?? '')
        const twice = encoded(fields)
        twice.append(name, single)
        const shaped = encoded(fields)
        shaped.delete(name)
        shaped.append(`${name}[]`, single)
        bodies.push(...(form.lists?.includes(name) ? [shaped] : [twice, shaped]))
      }
      const before = await holdings(w, quiet)
      for (const body of bodies) {
        const answer = await visitor.send(at, { method: 'POST', body, headers: { Origin: w.base } })
        expect(answer.status, body.toString()).toBe(422)
      }
      expect(await holdings(w, quiet)).toEqual(before)
    },
  )

  test.each(all.filter(({ isButton }) => isButton))(
    'that only has a button takes nothing else along: $path',
    async ({ path, ...form }) => {
      const people = () => w.owner("select * from people where address !~ '^(nora|raul)@' order by id")
      const visitor = await senderOf(form)
      const before = [await people(), await holdings(w, ownThings)]
      const body = encoded(form.fields?.() ?? {})
      for (const [name, value] of slipped) body.append(name, value)
      const answer = await visitor.send(pathOf(path, form), {
        method: 'POST',
        body,
        headers: { Origin: w.base },
      })
      expect(answer.status).toBeLessThan(500)
      expect([await people(), await holdings(w, ownThings)]).toEqual(before)
    },
  )

  test.each(all)('never breaks, whatever stands in a field: $path', async ({ path, ...form }) => {
    const visitor = await senderOf(form)
    const at = pathOf(path, form)
    const fields = form.fields?.() ?? {}
    for (const name of Object.keys(fields)) {
      for (const value of [
        '\u0000',
        `a\u0000b ${'x'.repeat(20)}`,
        '\ufffe\u202e',
        '1e999',
        'x'.repeat(9_000),
        '\ud83d',
      ]) {
        await w.owner('delete from limits')
        const answer = await visitor.post(at, { ...fields, [name]: value })
        expect.soft(answer.status, `${name} ${JSON.stringify(value.slice(0, 20))}`).toBeLessThan(500)
        if (form.link) visitor.setCookie('vestibule-link', await link(form.link))
      }
    }
  })

  test('does nothing when another page sends it, however that page hides where it comes from', async () => {
    const disguises: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${w.base}.evil.example` },
      { Origin: w.base.replace('127.0.0.1', 'localhost') },
      { 'Sec-Fetch-Site': 'cross-site', Origin: w.base },
      { 'Sec-Fetch-Site': 'same-site', Origin: w.base },
      { 'Sec-Fetch-Site': 'none' },
      { Host: 'evil.example', Origin: 'http://evil.example' },
      { 'X-Forwarded-Host': 'evil.example', Origin: 'http://evil.example' },
      { 'X-HTTP-Method-Override': 'GET' },
      { 'Content-Type': 'text/plain' },
      {},
    ]
    const before = await holdings(w, ['limits'])
    for (const { path, ...form } of all) {
      const visitor = form.as ? await w.as(form.as) : w.stranger()
      for (const headers of disguises) {
        const answer = await visitor.send(pathOf(path, form), {
          method: 'POST',
          body: encoded(form.fields?.() ?? {}).toString(),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        })
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
    const rest = (held: Record<string, string>) => ({ ...held, 'auth.session': '' })
    expect(rest(await holdings(w, ['limits']))).toEqual(rest(before))
  })

  test('is read as a form only, whatever its type says', async () => {
    const visitor = await w.as('zoe')
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'text/xml']) {
      const answer = await visitor.send('/requests/new', {
        method: 'POST',
        body: 'identifier=acme.example',
        headers: { Origin: w.base, 'Content-Type': type },
      })
      expect(answer.status, type).toBe(422)
    }
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const answer = await visitor.send(`/requests/${ids['request']}/withdraw?_method=POST`, {
        method,
        headers: { Origin: w.base, 'X-HTTP-Method-Override': 'POST' },
      })
      expect(answer.status, method).toBe(404)
    }
  })
})

describe('the API', () => {
  test('takes no name that it does not know, none twice, and never breaks on a value', async () => {
    const raul = await withToken(w, 'raul')
    const at = `/api/v1/requests/${ids['request']}/amend`
    const body = { reason: 'I prepare the roll-out in Bath and need to see it.', scope: { kind: 'ACCOUNT' } }
    const text = JSON.stringify(body)
    const refused = [
      ...slipped.map(([name, value]) => `{${JSON.stringify(name)}:${JSON.stringify(value)},${text.slice(1)}`),
      text.replace('{', '{"reason":"Something quite different is asked.",'),
      text.replace('{"kind"', '{"__proto__":{"kind":"ACCOUNT"},"kind"'),
      text.replace('"ACCOUNT"', '["ACCOUNT"]'),
      text.replace('"ACCOUNT"', '"UNSURE","named":"a\\u0000b"'),
      text.replace('"ACCOUNT"', '"UNSURE","named":"\\ud800"'),
      text.replace('in Bath', 'in \\u0000'),
      text.replace('in Bath', '\\ud800\\udfff\\ud800'),
      '['.repeat(60_000),
      '1e999',
    ]
    const mine = [...quiet, 'personal_tokens']
    const before = await holdings(w, mine)
    for (const one of refused) {
      const answer = await raul.post(at, one, { 'If-Match': '"1"' })
      expect.soft(answer.status, one.slice(0, 120)).toBeGreaterThanOrEqual(400)
      expect.soft(answer.status, one.slice(0, 120)).toBeLessThan(500)
    }
    expect.soft(await holdings(w, mine)).toEqual(before)
  })
})

describe('a query', () => {
  test('never breaks a page, whatever stands in it', async () => {
    const pages = everyRoute(w).filter(({ method, path }) => method === 'GET' && path !== '/live')
    const keys = [
      'after',
      'before',
      'find',
      'q',
      'show',
      'role',
      'sort',
      'type',
      'who',
      'from',
      'to',
      'kind',
      'person',
      'next',
      't',
      'done',
      'account',
      'reference',
      'request',
      'scope',
      'identifier',
    ]
    const broken: string[] = []
    for (const who of ['ana', 'olga'] as const) {
      const visitor = await w.as(who)
      for (const { path } of pages) {
        const at = filled(path, { identifier: 'acme.example', id: ids['pending'] ?? '' })
        for (const value of ['%00', "'%22%3E%25_%5C", '9999-99-99']) {
          const query = keys.map((key) => `${key}=${value}&${key}=${value}`).join('&')
          const answer = await visitor.get(`${at}?${query}`)
          if (answer.status >= 500) broken.push(`${path} ${value}`)
        }
      }
    }
    expect(broken).toEqual([])
  })
})
