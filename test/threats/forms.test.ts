import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { type LinkPurpose } from '../../src/people/domain/link.ts'
import { hashOfLink } from '../../src/people/links.store.ts'
import { asks, placeId } from '../world/acts.ts'
import type { Fields, Visitor } from '../world/visitor.ts'
import { type World, world } from '../world/world.ts'
import { everyRoute, filled, holdings } from './every-route.ts'
import { type Form, formsOf } from './every-form.ts'
import { slipped } from './slipped.ts'

let w: World
const ids: Record<string, string> = {}

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
  const [acme] = await w.owner<{ id: string }>(`select id from accounts where identifier = 'acme.example'`)
  const [administration] = await w.owner<{ id: string }>(
    `select g.id from grants g join people p on p.id = g.person_id
     where p.address = 'ben@acme.example' and g.role = 'SA' and g.revoked_at is null`,
  )
  const [claim] = await w.owner<{ id: string }>(
    `insert into claims (account_id, id, reference, claimant_id, reason)
     select a.id, gen_random_uuid(), 'VC-THRE-ATSS', p.id, 'I run the network now.' from accounts a, people p
     where a.identifier = 'umbrella.example' and p.address = 'zoe@elsewhere.example' returning id`,
  )
  const [application] = await w.owner<{ id: string }>(
    `insert into account_applications (account_id, id, reference, requester_id, whose, identifier, name, type, reason,
       profile, nominee_address, nominee_asked_at, status, submitted_at)
     select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'NA-THRE-ATSS', p.id, 'OTHER', 'slipped.example',
       'Slipped', 'CUSTOMER', 'We need an account of our own.', '{}', 'luc@acme.example', app_now(), 'AWAITING_NOMINEE',
       app_now() from people p where p.address = 'zoe@elsewhere.example' returning id`,
  )
  const [group] = await w.owner<{ id: string }>(
    `insert into user_groups (account_id, id, name, role)
     select a.id, gen_random_uuid(), 'Licence team', 'SU' from accounts a where a.identifier = 'acme.example' returning id`,
  )
  const [tag] = await w.owner<{ id: string }>(
    `insert into custom_tags (account_id, id, name)
     select a.id, gen_random_uuid(), 'Budget' from accounts a where a.identifier = 'acme.example' returning id`,
  )
  const [role] = await w.owner<{ id: string }>(
    `insert into custom_roles (account_id, id, name, reach, actions)
     select a.id, gen_random_uuid(), 'Auditor', 'ACCOUNT', '{see-account,see-virtual-accounts,see-event-log}'
     from accounts a where a.identifier = 'acme.example' returning id`,
  )
  const [provider] = await w.owner<{ id: string }>(
    `insert into sign_in_providers (id, name, issuer, client_id, client_secret)
     values (gen_random_uuid(), 'Slipped', 'https://login.slipped.example', 'v', 'x') returning id`,
  )
  const [supportCase] = await w.owner<{ id: string }>(
    `select c.id from cases c join accounts a on a.id = c.account_id where a.identifier = 'umbrella.example'`,
  )
  const ana = await w.as('ana')
  const chosen = await ana.post('/accounts/acme.example/several-users', { user: [await w.idOf('ben')] })
  Object.assign(ids, {
    selection: /[0-9a-f-]{36}$/.exec(chosen.location ?? '')?.[0] ?? '',
    case: supportCase?.id ?? '',
    claim: claim?.id ?? '',
    application: application?.id ?? '',
    group: group?.id ?? '',
    tag: tag?.id ?? '',
    role: role?.id ?? '',
    provider: provider?.id ?? '',
    request,
    administration: administration?.id ?? '',
    grant: grant?.id ?? '',
    pending: pending?.id ?? '',
    person: await w.idOf('zoe'),
    raul: await w.idOf('raul'),
    ben: await w.idOf('ben'),
    place: await placeId(w, 'acme.example', 'Paris'),
    account: acme?.id ?? '',
  })
})
afterAll(() => w.end())

const forms = formsOf(ids)
const all = Object.entries(forms).map(([path, form]) => ({ path, ...form }))
const quiet = ['auth.session', 'person_activity', 'limits', 'look_ups']
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
  'mail_answers',
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
    // A mail program posts there by itself; the token in the address is all that counts (RFC 8058).
    for (const { path, ...form } of all.filter((one) => one.path !== '/unsubscribe')) {
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
  }, 180_000)

  test('is read as a form only, whatever its type says', async () => {
    // Somebody whom no form above shuts out.
    const visitor = await w.as('carla')
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
